"""``secondhand analyze FILE…``: who says what, printed."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from secondhand import analysis, export, terminal
from secondhand.arguments import Command, argument, option, options
from secondhand.arguments.parser import usage_error
from secondhand.arguments.shared import Metadata, open_articles
from secondhand.arguments.values import number_reader, read_output
from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.commands.complaint import FAILED, complain_and_go_on
from secondhand.errors import OptionError, SecondhandError
from secondhand.ingest import Bundle

ABOUT = """\
Print who says what in each article: for scripts, pipes and eyes.

formats:
  json   one article as one JSON object
  jsonl  one such object a line, for any number of articles
  table  one claim a line
  tree   claims by paragraph, with stance and chain

examples:
  secondhand analyze seeds/macron-trump.txt
  secondhand analyze seeds/*.txt --format jsonl > claims.jsonl
  secondhand analyze - --format table < seeds/macron-trump.txt
  secondhand analyze seeds/macron-trump.txt --format tree --explain

With -o OUT.jsonl or OUT.parquet it analyses archives of any size: folders, and .jsonl files with an article a
line. However a run ends, the same command goes on with it; what cannot be read is set aside with the reason
in OUT.rejected.jsonl, and read again once its line is deleted there.

  secondhand analyze 2025/ wires.jsonl -o claims.jsonl --jobs 8
  secondhand analyze wires.jsonl -o claims.parquet --cluster tcp://10.0.0.1:8786
"""


@dataclass(frozen=True, slots=True)
class AnalyzeOptions:
    """Which articles to analyse, and where what is found goes."""

    sources: tuple[str, ...] = argument("FILE", "as for read", nargs="+")
    metadata: Metadata = options(Metadata)
    format: str | None = option(
        "--format",
        choices=[form.value for form in export.Format],
        about="default: tree on a terminal; elsewhere json, or jsonl for several files",
    )
    explain: bool = option(
        "--explain",
        about="say with each claim how the model came to it: its scores, rules, speaker, and who came next",
    )
    out: Path | None = option("-o", "--output", metavar="OUT", type=read_output, about="a .jsonl or .parquet")
    """the archive of analyses to go on with; None to print"""
    jobs: int | None = option(
        "--jobs",
        metavar="N",
        type=number_reader("number of processes", 4, below=1000),
        about="processes that analyse for -o; default: 1",
        excludes="who analyses",
    )
    cluster: str | None = option(
        "--cluster",
        metavar="ADDRESS",
        about="the Dask cluster that analyses for -o: tcp://host:8786",
        excludes="who analyses",
    )


def run(asked: AnalyzeOptions) -> int:
    """Print the analysis of each article that can be read; return the exit code. Raises SecondhandError."""
    if asked.out:
        return _analyze_into(asked.out, asked)
    if asked.jobs or asked.cluster:
        raise usage_error("analyze", "--jobs and --cluster need -o OUT.")
    problems: list[SecondhandError] = []
    bundles = _bundles(asked, problems)
    many = len(asked.sources)
    if many == 1:
        # Only what is in it tells how to print it: a feed holds many articles.
        opened = list(bundles)
        bundles, many = iter(opened), sum(map(len, opened))
    form = _format(export.Format(asked.format) if asked.format else None, many)
    if asked.explain and form not in export.EXPLAINING:
        raise OptionError(f"--format {form} has no room for --explain: use tree, json or jsonl.")
    with terminal.output(utf8=form in {export.Format.JSON, export.Format.JSONL}):
        for article, found in _analyses(bundles, problems):
            export.write(form, article, found, sys.stdout, explain=asked.explain)
    return FAILED if problems else 0


COMMAND = Command("analyze", "print who says what", ABOUT, AnalyzeOptions, run)


def _analyze_into(out: Path, asked: AnalyzeOptions) -> int:
    """Analyse into the archive ``out``; return the exit code. Raises SecondhandError."""
    from secondhand.commands import analyze_archive

    if asked.format and asked.format != "jsonl":
        raise OptionError(f"--format {asked.format} prints: leave it out, -o tells the format by its ending.")
    if asked.explain:
        raise OptionError("--explain prints: an archive keeps no such thing. Leave it out, or -o.")
    who = analyze_archive.choose_workers(asked.jobs, asked.cluster)
    return analyze_archive.run(asked.sources, out, asked.metadata.to_article(), who)


def _bundles(asked: AnalyzeOptions, problems: list[SecondhandError]) -> Iterator[Bundle]:
    """Yield each source that can be read with its articles; tell of the others and keep why."""
    for source in asked.sources:
        with complain_and_go_on(problems):
            yield open_articles(source, asked.metadata)


def _analyses(
    bundles: Iterable[Bundle], problems: list[SecondhandError]
) -> Iterator[tuple[Article, Analysis]]:
    """Yield each article that can be read with its analysis; tell of the others and keep why."""

    def readable() -> Iterator[Article]:
        for bundle, number in ((b, n) for b in bundles for n in range(1, len(b) + 1)):
            with complain_and_go_on(problems):
                article = bundle.article(number)
                name = bundle.name if len(bundle) == 1 else f"Article {number} of {bundle.name}"
                analysis.check_language(article, name)
                yield article

    articles, to_analyze = itertools.tee(readable())
    return zip(articles, analysis.analyze_many(to_analyze), strict=True)


def _format(form: export.Format | None, articles: int) -> export.Format:
    """Return the format to print in, or raise OptionError where ``articles`` are too many for it."""
    if form is export.Format.JSON and articles > 1:
        raise OptionError("--format json is for one article: use --format jsonl for several.")
    if form:
        return form
    if sys.stdout.isatty():
        return export.Format.TREE
    return export.Format.JSONL if articles > 1 else export.Format.JSON
