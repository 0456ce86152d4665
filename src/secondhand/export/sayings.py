"""What one speaker said, by date: lines for eyes, or one JSON object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TextIO

from secondhand.export.json import dumps
from secondhand.export.statements.phrases import CHANGED, statement_words, utterer_name, way_line
from secondhand.export.words import join_words
from secondhand.safe_text import clean
from secondhand.statements.sayings import Saying
from secondhand.statements.statements_record import member_record
from secondhand.wording.days import format_day

FORMAT = "secondhand.sayings/1"
"""the name and version of the record's shape"""


def write_json(name: str, sayings: Sequence[Saying], out: TextIO) -> None:
    """Write one JSON object with every member of every saying."""
    told = [
        {"changed": saying.changed, "members": [member_record(member) for member in saying.members]}
        for saying in sayings
    ]
    out.write(dumps({"format": FORMAT, "name": name, "sayings": told}, indent=2) + "\n")


def write_text(name: str, sayings: Sequence[Saying], out: TextIO) -> None:
    """Write a heading for each day, and below it what was said and how each article has it.

    Where not all of it is said by one of that name, each saying begins with who says it.
    """
    named = len({member.speaker.name for saying in sayings for member in saying.members}) > 1
    for day, said in groupby(sayings, key=lambda saying: saying.first.carrier.date):
        out.write((format_day(day) if day else "no date") + "\n")
        out.writelines(f"{line}\n" for saying in said for line in _list_lines(saying, named=named))
    if not sayings:
        out.write(f"None of these articles has anything that {clean(name)} says.\n")


def _list_lines(saying: Saying, *, named: bool) -> Iterator[str]:
    """Yield the words that most is told in, then how each article has it, and its own words if others."""
    words = statement_words(saying.members)
    yield f"  {utterer_name(saying.first.speaker)}: {words}" if named else f"  {words}"
    for member in saying.members:
        own = join_words(member.content)
        yield f"    {way_line(member)}{'' if own == words else f': {own}'}"
    if saying.changed:
        yield f"    ! {CHANGED}"
