"""A table of articles: its columns and what stands in them, their order, what a filter lets pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Generic, TypeVar

from rich.cells import cell_len

from secondhand.safe_text import make_safe
from secondhand.ui.layout.wrap import wrap

UP, DOWN = "▲", "▼"
"""the signs of the column the table is sorted by: the least first, and the most first"""
_PADDING = 2
"""cells DataTable leaves beside the text of a column"""
_TITLE = 48
"""cells that are enough for most of a title"""

_MEASURED = 2000
"""articles that are looked at for how wide a column must be"""

T = TypeVar("T")
"""what stands for an article"""


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column of a table."""

    name: str
    width: int
    """cells its text gets; 0 for what the others leave"""
    least: int
    """cells of a screen from which on it is shown"""
    cell: Callable[[T], str]
    """what stands in it, before it is made safe"""
    key: Callable[[T], object | None]
    """what it is sorted by; those with None come last"""
    descending: bool = False
    """whether the most comes first when it is first sorted by"""
    most: int = 0
    """cells its text gets where a title would not need them"""


@dataclass(frozen=True, slots=True)
class Order(Generic[T]):
    """What a table is sorted by."""

    columns: tuple[Column[T], ...]
    column: int
    """index of the one"""
    descending: bool = True

    def by(self, column: int) -> Order[T]:
        """Sort by ``column``; the other way round where that is so already."""
        turned = not self.descending if column == self.column else self.columns[column].descending
        return replace(self, column=column, descending=turned)

    def sort(self, rows: Iterable[tuple[int, T]]) -> list[tuple[int, T]]:
        """Return numbered ``rows`` in this order, those without a value last; equals stay as they stand."""
        key = self.columns[self.column].key
        known: list[tuple[int, T]] = []
        unknown: list[tuple[int, T]] = []
        for row in rows:
            (unknown if key(row[1]) is None else known).append(row)
        known.sort(key=lambda row: key(row[1]), reverse=self.descending)  # type: ignore[arg-type,return-value]
        return known + unknown

    @property
    def words(self) -> str:
        """The order in words: "by date ▼"."""
        return f"by {self.columns[self.column].name.lower()} {self.sign}"

    @property
    def sign(self) -> str:
        """The sign of the direction."""
        return DOWN if self.descending else UP

    def list_shown(self, width: int, needed: Sequence[int] = ()) -> tuple[tuple[int, int], ...]:
        """Return the columns that fit into ``width`` cells: index, and cells for the text of each.

        One in which nothing stands is left out; another gets no more than is ``needed`` for all that does.
        What is left then goes to those that would need more: as far as they may grow once most of a title is
        there, and without an end where all of it is.
        """
        need = dict(enumerate(needed)) or {index: column.most for index, column in enumerate(self.columns)}
        fitting = [
            index
            for index, column in enumerate(self.columns)
            if column.least <= width and (need[index] or not needed or not column.width)
        ]
        given = {
            index: min(self.columns[index].width, max(need[index], self._head(index))) for index in fitting
        }
        rest = width - sum(cells + _PADDING for cells in given.values())
        [title] = (index for index in fitting if not self.columns[index].width)
        for enough, most in ((_TITLE, True), (need[title] or _TITLE, False)):
            for index in fitting:
                wanted = min(need[index], self.columns[index].most) if most else need[index]
                more = max(0, min(wanted - given[index], rest - enough)) if index != title else 0
                given[index] += more
                rest -= more
        return tuple((index, max(4, rest) if index == title else cells) for index, cells in given.items())

    def measure(self, rows: Iterable[T]) -> tuple[int, ...]:
        """Return for each column how many cells the longest text in it takes."""
        longest = [0] * len(self.columns)
        for row in islice(rows, _MEASURED):
            for index, column in enumerate(self.columns):
                longest[index] = max(longest[index], cell_len(make_safe(column.cell(row))))
        return tuple(longest)

    def _head(self, index: int) -> int:
        """Return how many cells the name of a column takes, with the sign of its order."""
        return len(self.columns[index].name) + (index == self.column)

    def cells(self, row: T, shown: Sequence[tuple[int, int]]) -> list[str]:
        """Return what stands of ``row`` in the columns ``shown``, safe for a terminal and no wider."""
        return [fit(make_safe(self.columns[index].cell(row)), width) for index, width in shown]


def fit(text: str, width: int) -> str:
    """Return ``text`` in at most ``width`` cells: where an end is left out, it is whole words."""
    if cell_len(text) <= width:
        return text
    return text[: wrap(text, width - 1)[0][1]].rstrip(" ,;:.") + "…"


def matcher(wanted: str) -> Callable[[str], bool]:
    """Return whether a text in lower case holds every word of ``wanted``."""
    words = wanted.casefold().split()
    return lambda text: all(word in text for word in words)
