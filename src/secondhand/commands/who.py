"""``secondhand who NAME``: everything one speaker said, in the library or in other articles, by date."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from secondhand import terminal
from secondhand.arguments import Command, argument, option, options
from secondhand.arguments.shared import Metadata, library_option
from secondhand.commands.complaint import FAILED
from secondhand.errors import SecondhandError

ABOUT = """\
Print everything that somebody said: by date, in their own words or in others', through whom it came, how sure
they are of it, and where articles differ in that. It is looked for in the library, or in the files that are
named.

examples:
  secondhand who "Jane Doe"
  secondhand who Doe reuters.txt star.txt --claim "interest rates"
  secondhand who Doe claims.jsonl --format json
"""


@dataclass(frozen=True, slots=True)
class WhoOptions:
    """Whose words to print, and from which articles."""

    name: str = argument("NAME", "a whole name, or the end of one")
    sources: tuple[str, ...] = argument(
        "FILE", "articles as for read, or archives of analyze -o; default: the library", nargs="*"
    )
    metadata: Metadata = options(Metadata)
    claim: str | None = option("--claim", metavar="WORDS", about="only what has these words")
    format: str = option("--format", choices=["text", "json"], default="text", about="default: text")
    library: Path | None = library_option()


def run(asked: WhoOptions) -> int:
    """Print what the speaker said; return the exit code. Raises SecondhandError."""
    from secondhand.commands.gathering import gather_members
    from secondhand.export import sayings
    from secondhand.statements.sayings import list_sayings

    problems: list[SecondhandError] = []
    gathered = gather_members(
        asked.sources, asked.metadata, asked.library, problems, whole_library=not asked.sources
    )
    if problems and not gathered.articles:
        return FAILED
    found = list_sayings(gathered.list_members(), asked.name, asked.claim)
    write = sayings.write_json if asked.format == "json" else sayings.write_text
    with terminal.output(utf8=asked.format == "json"):
        write(asked.name, found, sys.stdout)
    return FAILED if problems else 0


COMMAND = Command("who", "print everything that somebody said", ABOUT, WhoOptions, run)
