"""The library as a table: its columns and what stands in them, their order, what a filter lets pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondhand.ui.shown import safe

if TYPE_CHECKING:
    from secondhand.library import Row

UP, DOWN = "▲", "▼"
"""the signs of the column the table is sorted by: the least first, and the most first"""
_PADDING = 2
"""cells DataTable leaves beside the text of a column"""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table."""

    name: str
    width: int
    """cells its text gets; 0 for what the others leave"""
    least: int
    """cells of a screen from which on it is shown"""
    cell: Callable[[Row], str]
    """what stands in it, before it is made safe"""
    key: Callable[[Row], object | None]
    """what it is sorted by; those with None come last"""
    descending: bool = False
    """whether the most comes first when it is first sorted by"""


def title_of(row: Row) -> str:
    """Return the title of ``row``, or its first words."""
    return row.title or row.first_words or "Untitled"


def _publisher(row: Row) -> str:
    return row.publisher or ""


def _day(row: Row) -> str:
    return row.date.isoformat() if row.date else ""


def _claims(row: Row) -> str:
    return "" if row.claims is None else str(row.claims)


COLUMNS = (
    Column("Title", 0, 0, title_of, lambda row: title_of(row).casefold()),
    Column("Publisher", 12, 64, _publisher, lambda row: _publisher(row).casefold() or None),
    Column("Date", 10, 64, _day, lambda row: row.date, True),
    Column("Read", 5, 30, lambda row: f"{row.progress:.0%}", lambda row: row.progress, True),
    Column("Claims", 7, 56, _claims, lambda row: row.claims, True),
    Column("Marks", 6, 36, lambda row: str(row.highlights or ""), lambda row: row.highlights, True),
    Column("Tags", 18, 100, lambda row: ", ".join(row.tags), lambda row: row.tags or None),
    Column("Opened", 10, 140, lambda row: row.opened.date().isoformat(), lambda row: row.opened, True),
)
OPENED = len(COLUMNS) - 1
"""the column the table is sorted by at first"""


@dataclass(frozen=True, slots=True)
class Order:
    """What the table is sorted by."""

    column: int = OPENED
    """index into ``COLUMNS``"""
    descending: bool = True

    def by(self, column: int) -> Order:
        """Sort by ``column``; the other way round where that is so already."""
        turned = not self.descending if column == self.column else COLUMNS[column].descending
        return Order(column, turned)

    def sorted(self, rows: Iterable[Row]) -> list[Row]:
        """Return ``rows`` in this order, those without a value last; equals stay as they stand."""
        key = COLUMNS[self.column].key
        known: list[Row] = []
        unknown: list[Row] = []
        for row in rows:
            (unknown if key(row) is None else known).append(row)
        known.sort(key=key, reverse=self.descending)  # type: ignore[arg-type]
        return known + unknown

    @property
    def words(self) -> str:
        """The order in words: "by date ▼"."""
        return f"by {COLUMNS[self.column].name.lower()} {self.sign}"

    @property
    def sign(self) -> str:
        """The sign of the direction."""
        return DOWN if self.descending else UP


def shown(width: int) -> tuple[tuple[int, int], ...]:
    """Return the columns a table ``width`` cells wide has room for: index, and cells for the text of each."""
    fitting = [index for index, column in enumerate(COLUMNS) if column.least <= width]
    rest = width - sum(COLUMNS[index].width + _PADDING for index in fitting)
    return tuple((index, COLUMNS[index].width or max(4, rest)) for index in fitting)


def cells(row: Row, columns: Sequence[tuple[int, int]]) -> list[str]:
    """Return what stands in ``columns`` of ``row``, safe for a terminal."""
    return [safe(COLUMNS[index].cell(row)) for index, _ in columns]


def matcher(wanted: str) -> Callable[[str], bool]:
    """Return whether a ``haystack`` holds every word of ``wanted``, upper or lower case."""
    words = wanted.casefold().split()
    return lambda haystack: all(word in haystack for word in words)


def haystack(row: Row) -> str:
    """Return all that a filter looks at: title, publisher, date and tags, in lower case."""
    return " ".join((title_of(row), _publisher(row), _day(row), *row.tags)).casefold()
