"""``secondhand trace ARTICLE…``: the statements that stand in several articles, and where they come from."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from secondhand import terminal
from secondhand.arguments import Command, argument, option, options
from secondhand.arguments.parser import usage_error
from secondhand.arguments.shared import Metadata, library_option
from secondhand.arguments.values import number_reader, read_output
from secondhand.commands.complaint import FAILED
from secondhand.errors import SecondhandError
from secondhand.export.statements import FOR_EYES, StatementsFormat, write_statements

ABOUT = """\
Print the statements that stand in more than one of several articles: whose they are, where each stood first,
through whom it came to each article, on how many independent origins it rests, and what is worth a look: one
unnamed source behind several outlets, outlets that cite each other, words given to different speakers, a
hedge dropped, a quotation altered, a number that differs, a denial, a "not" that only one has.

formats:
  tree   each statement from its origin to every article
  table  one line for each article a statement stands in
  json   all of it as one JSON object
  html   one page with the picture of each statement's ways
  dot, graphml  the ways as a graph: for Graphviz; for Gephi, yEd, networkx
  prov   W3C PROV-O as JSON-LD

examples:
  secondhand trace reuters.txt guardian.txt star.txt
  secondhand trace --all --who "Jane Doe"
  secondhand trace claims.jsonl --claim "interest rates" --format json
  secondhand trace claims.parquet -o statements.jsonl --jobs 2

With -o, archives of any size are joined on the disk, by DuckDB, and a run that was stopped goes on where it
was. Each line is a statement, as those of --format json.
"""


@dataclass(frozen=True, slots=True)
class TraceOptions:
    """Which articles to compare, and which statements to print."""

    sources: tuple[str, ...] = argument("FILE", "articles as for read, or archives of analyze -o", nargs="*")
    metadata: Metadata = options(Metadata)
    all: bool = option("--all", about="all articles of the library, too")
    claim: str | None = option("--claim", metavar="WORDS", about="only statements with these words")
    who: str | None = option("--who", metavar="NAME", about="only what somebody of this name says")
    format: str = option(
        "--format", choices=[form.value for form in StatementsFormat], default="tree", about="default: tree"
    )
    library: Path | None = library_option()
    out: Path | None = option(
        "-o",
        "--output",
        metavar="OUT",
        type=read_output,
        about="a .jsonl for statements of large archives",
    )
    jobs: int | None = option(
        "--jobs",
        metavar="N",
        type=number_reader("number of processes", 4, below=1000),
        about="processes that compare for -o; default: 1",
        excludes="who compares",
    )
    cluster: str | None = option(
        "--cluster",
        metavar="ADDRESS",
        about="the Dask cluster that compares for -o: tcp://host:8786",
        excludes="who compares",
    )


def run(asked: TraceOptions) -> int:
    """Print the statements of the articles; return the exit code. Raises SecondhandError."""
    if not asked.sources and not asked.all:
        raise usage_error("trace", "Name articles to compare, or give --all for those of the library.")
    if asked.out:
        return _trace_into(asked.out, asked)
    if asked.jobs or asked.cluster:
        raise usage_error("trace", "--jobs and --cluster need -o OUT.")
    from secondhand.commands.gathering import gather_members
    from secondhand.statements.assembly import trace_statements
    from secondhand.statements.narrowing import narrow_statements

    problems: list[SecondhandError] = []
    gathered = gather_members(asked.sources, asked.metadata, asked.library, problems, whole_library=asked.all)
    if problems and not gathered.articles:
        return FAILED
    found = trace_statements(gathered.list_members())
    wanted = list(narrow_statements(found, asked.claim, asked.who))
    form = StatementsFormat(asked.format)
    with terminal.output(utf8=form not in FOR_EYES):
        write_statements(form, gathered.list_carriers(), wanted, sys.stdout)
    return FAILED if problems else 0


def _trace_into(out: Path, asked: TraceOptions) -> int:
    """Join the archives into the file ``out``; return the exit code. Raises SecondhandError."""
    from secondhand.commands import trace_archive
    from secondhand.commands.analyze_archive import choose_workers

    if asked.all or asked.claim or asked.who or asked.format != "tree":
        raise usage_error("trace", "-o takes archives alone, without --all, --claim, --who and --format.")
    return trace_archive.run(asked.sources, out, choose_workers(asked.jobs, asked.cluster))


COMMAND = Command("trace", "print what stands in several articles", ABOUT, TraceOptions, run)
