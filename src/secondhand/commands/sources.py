"""``secondhand sources FILE``: who is heard in an article, or in an archive of analyses, printed."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from secondhand import terminal
from secondhand.arguments import Command, argument, option, options
from secondhand.arguments.shared import Metadata, open_article
from secondhand.errors import OptionError
from secondhand.filters import drop_unsure
from secondhand.sources import count_sources
from secondhand.wording.labels import count_unsure

if TYPE_CHECKING:
    from secondhand.statements.resting import Resting

ABOUT = """\
Print who is heard in an article: how many of its words are its own, first hand, second hand or of unnamed
sources; the ways its claims took; everybody who is heard, and how they stand to what they say.

Every word counts once: what somebody says somebody else says is the other's. Of an archive that analyze -o
made it tells who is heard most, the shares by outlet and by month, and why unnamed sources are not named,
where the text tells. With --statements it joins what its articles say, too: how many statements rest on one
origin alone, and on whose.

examples:
  secondhand sources seeds/macron-trump.txt
  secondhand sources seeds/macron-trump.txt --format json | jq .words
  secondhand sources claims.jsonl
"""


@dataclass(frozen=True, slots=True)
class SourcesOptions:
    """Whose sources to print."""

    source: str = argument("FILE", "as for read")
    metadata: Metadata = options(Metadata)
    format: str = option("--format", choices=["text", "json"], default="text", about="default: text")
    statements: bool = option("--statements", about="of an archive: on whom rests what several articles say")
    unsure: bool = option("--unsure", about="count claims that are likelier wrong than right, too")


def run(asked: SourcesOptions) -> int:
    """Print who is heard in the article or archive; return the exit code. Raises SecondhandError."""
    from secondhand.archive.stored import is_archive

    if is_archive(asked.source):
        return _archive(asked)
    if asked.statements:
        raise OptionError("--statements is for an archive that analyze -o made: of articles, use trace.")
    from secondhand.commands.plain import find_analysis

    article = open_article(asked.source, asked.metadata)
    found = find_analysis(article)
    claims = found.claims if asked.unsure else drop_unsure(found.claims)
    heard = count_sources(article, claims, found.speakers)
    from secondhand.export import sources

    write = sources.write_json if asked.format == "json" else sources.write_article
    with terminal.output(utf8=asked.format == "json"):
        write(article, heard, sys.stdout)
        if asked.format != "json" and (folded := len(found.claims) - len(claims)):
            sys.stdout.write(f"{count_unsure(folded)} left out: --unsure counts them too.\n")
    return 0


COMMAND = Command("sources", "print who is heard", ABOUT, SourcesOptions, run)


def _archive(asked: SourcesOptions) -> int:
    from secondhand.archive.stored import read_analyses
    from secondhand.export import archive_sources
    from secondhand.sources.summing import sum_archive

    read = read_analyses(asked.source)
    if not asked.unsure:
        read = ((article, replace(found, claims=drop_unsure(found.claims))) for article, found in read)
    heard = sum_archive(read)
    write = archive_sources.write_json if asked.format == "json" else archive_sources.write
    resting = _count_resting(asked) if asked.statements else None
    with terminal.output(utf8=asked.format == "json"):
        write(heard, sys.stdout, resting)
    return 0


def _count_resting(asked: SourcesOptions) -> Resting:
    """Return on whom the statements rest that several articles of the archive have."""
    from secondhand.commands.gathering import gather_members
    from secondhand.statements.assembly import trace_statements
    from secondhand.statements.resting import count_resting

    gathered = gather_members([asked.source], asked.metadata, None, [], whole_library=False)
    return count_resting(trace_statements(gathered.list_members()))
