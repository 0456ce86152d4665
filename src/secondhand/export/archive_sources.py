"""Who is heard in an archive: as of one article, and by outlet, by month and by who passed it on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from secondhand.export import sources
from secondhand.export.json import dumps
from secondhand.export.words import make_console
from secondhand.safe_text import clean
from secondhand.sources.sources_record import sources_record
from secondhand.sources.summing import Archive
from secondhand.sources.voices import VOICES, Voice
from secondhand.statements.resting import Resting

FORMAT = "secondhand.sources.summing/1"
"""the name and version of the record's shape"""
MOST = 30
"""lines of each list; JSON has them all"""
_NARROW = 40
"""columns of a terminal that hold all numbers"""
Row = tuple[str, ...]


def write_json(archive: Archive, out: TextIO, resting: Resting | None = None) -> None:
    """Write one JSON object with every count, and on whom statements rest where that was counted."""
    whole = sources_record(archive.whole)
    told = {
        "format": FORMAT,
        "articles": archive.articles,
        "words": whole["words"],
        "outlets": {name: _counts(voices) for name, voices in archive.outlets.items()},
        "months": {month: _counts(voices) for month, voices in archive.months.items()},
        "relays": dict(archive.relays.most_common()),
        "unnamed": {name: dict(reasons.most_common()) for name, reasons in archive.unnamed.items()},
        "speakers": whole["speakers"],
    }
    if resting:
        told["statements"] = {
            "in_several_articles": resting.statements,
            "on_one_origin": resting.on_one,
            "origins": dict(resting.origins.most_common()),
        }
    out.write(dumps(told, indent=2) + "\n")


def write(archive: Archive, out: TextIO, resting: Resting | None = None) -> None:
    """Write the bar, who is heard most, and the lists; between tabs in a pipe."""
    whole = replace(archive.whole, speakers=archive.whole.speakers[:MOST])
    sources.write("1 article" if archive.articles == 1 else f"{archive.articles:,} articles", whole, out)
    _write_table(("unnamed sources of", "why", "claims"), islice(_list_unnamed(archive), MOST), out)
    _write_table(("published by", *_SHARES), _shares(archive.outlets.items()), out)
    if resting:
        _write_resting(resting, out)
    passed = ((name, f"{claims:,}") for name, claims in archive.relays.most_common(MOST))
    _write_table(("passed on by", "claims"), passed, out)
    _write_table(("published in", *_SHARES), _shares(archive.months.items()), out)


_SHARES = ("words", "own", "first hand", "further", "unnamed")


def _write_resting(resting: Resting, out: TextIO) -> None:
    total = resting.statements or 1
    out.write(
        f"{resting.statements:,} statements in several articles, {resting.on_one:,} on one origin alone\n\n"
    )
    most = resting.origins.most_common(MOST)
    rows = ((name, f"{many:,}", f"{100 * many / total:.0f} %") for name, many in most)
    _write_table(("from", "statements", "share"), rows, out)


def _list_unnamed(archive: Archive) -> Iterator[Row]:
    for name, reasons in archive.unnamed.items():
        yield from ((name, why, f"{claims:,}") for why, claims in reasons.most_common())


def _shares(lists: Iterable[tuple[str, Counter[Voice]]]) -> Iterator[Row]:
    for name, voices in islice(lists, MOST):
        total = voices.total() or 1
        yield name, f"{total:,}", *(f"{100 * voices[voice] / total:.0f} %" for voice in VOICES)


def _write_table(columns: Row, rows: Iterable[Row], out: TextIO) -> None:
    made = [tuple(map(clean, row)) for row in rows]
    screen = make_console(out)
    if not made:
        return
    if not screen.is_terminal:
        out.write("\n".join("\t".join(row) for row in (columns, *made)) + "\n\n")
        return
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for at, column in enumerate(columns):
        # Names are folded and words of headings; numbers and months only where there is no room for them.
        least = max(len(row[at]) for row in made) if at else len("2025-02")
        wide = least if screen.width >= _NARROW else None
        table.add_column(column, justify="right" if at else "left", overflow="fold", min_width=wide)
    for row in made:
        table.add_row(*map(Text, row))
    screen.print(table)


def _counts(voices: Counter[Voice]) -> dict[str, int]:
    return {voice: voices[voice] for voice in VOICES}
