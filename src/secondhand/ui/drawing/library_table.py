"""The library as a table: its columns, and where words stand that were looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from secondhand.safe_text import make_safe
from secondhand.ui.drawing.table_columns import Column

if TYPE_CHECKING:
    from secondhand.library import Row
    from secondhand.library.excerpts import ExcerptKind
    from secondhand.library.word_index import Hit

_PLACES: dict[ExcerptKind, str] = {
    "title": "title",
    "byline": "published by",
    "text": "in the text",
    "claim": "claim",
    "speaker": "speaker",
    "note": "your note",
    "tag": "your tag",
}
"""what is said of where words stand"""


def title_of(row: Row) -> str:
    """Return the title of ``row``, or its first words."""
    return row.title or row.first_words or "Untitled"


def _publisher(row: Row) -> str:
    return row.publisher or ""


def _day(row: Row) -> str:
    return row.date.isoformat() if row.date else ""


def _read(row: Row) -> str:
    return "new" if row.added else f"{row.progress:.0%}"


def _claims(row: Row) -> str:
    return "" if row.claims is None else str(row.claims)


COLUMNS: tuple[Column[Row], ...] = (
    Column("Title", 0, 0, title_of, lambda row: title_of(row).casefold()),
    Column("Publisher", 12, 64, _publisher, lambda row: _publisher(row).casefold() or None, most=24),
    Column("Date", 10, 64, _day, lambda row: row.date, True),
    Column("Read", 5, 30, _read, lambda row: -1.0 if row.added else row.progress, True),
    Column("Claims", 7, 56, _claims, lambda row: row.claims, True),
    Column("Others", 7, 120, lambda row: str(row.elsewhere or ""), lambda row: row.elsewhere, True),
    Column("Marks", 6, 36, lambda row: str(row.highlights or ""), lambda row: row.highlights, True),
    Column("Tags", 18, 100, lambda row: ", ".join(row.tags), lambda row: row.tags or None, most=36),
    Column("Opened", 10, 140, lambda row: row.opened.date().isoformat(), lambda row: row.opened, True),
)
OPENED = len(COLUMNS) - 1
"""the column the table is sorted by at first"""


def draw_hit(hit: Hit) -> Content:
    """Return where words that were looked for stand: in what, and the words around them."""
    around = ((make_safe(piece), "bold underline" if is_hit else "") for piece, is_hit in hit.pieces)
    return Content.assemble((f"{_PLACES[hit.kind]}  ", "$quiet"), *around)
