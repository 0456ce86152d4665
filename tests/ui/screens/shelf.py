"""A library of literal articles, in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from secondhand.errors import LibraryError
from secondhand.library import Row
from secondhand.library.searching import Wanted, pick_entries
from secondhand.library.word_index import Hit

OPENED = datetime(2025, 3, 1, 12, tzinfo=UTC)

ROWS = (
    Row(1, "Macron obtained nothing from Trump", "French President …", "Sputnik", date(2025, 2, 27),
        "https://example.org/1", OPENED.replace(day=9), 0.4, 14, 3, ("diplomacy", "war")),
    Row(2, None, "Officials said on Monday that the bridge", "Reuters", date(2025, 1, 5), None,
        OPENED.replace(day=8), 1.0, 6, 0, ()),
    Row(3, "A [b]bold[/b] \x1b[31mtitle[/foo]", "", None, None, None,
        OPENED.replace(day=7), 0.0, None, 0, ()),
    Row(4, "東京の新聞 say so", "", "The Daily Example of Long Names", date(2024, 12, 31), None,
        OPENED.replace(day=6), 0.05, 0, 1, ("diplomacy",)),
)  # fmt: skip


class Later:
    """Answers like an Inbox."""

    def __init__(self) -> None:
        self.kept: dict[int, Row] = {}
        self.deleted: dict[int, Row] = {}
        self.before: datetime | None = None

    def list_waiting(self) -> tuple[Row, ...]:
        return tuple(self.kept.values())

    def visit(self) -> datetime | None:
        return self.before

    def delete(self, entry: int) -> None:
        self.deleted[entry] = self.kept.pop(entry)

    def restore(self, entry: int) -> None:
        self.kept[entry] = self.deleted.pop(entry)


class Apart:
    """Answers like Joins: no article has anything in common with another."""

    def count_elsewhere(self) -> dict[int, int]:
        return {}

    def list_uncompared(self) -> tuple[int, ...]:
        return ()


class Shelf:
    """Answers like a Library."""

    def __init__(self, rows: tuple[Row, ...] = ROWS) -> None:
        self.kept = {row.entry: row for row in rows}
        self.deleted: dict[int, Row] = {}
        self.problem: str | None = None
        self.inbox = Later()
        self.joins = Apart()
        self.texts = {2: "the \x1b[31m[b]bridge\x1b[0m is closed for a week, and nobody knows why"}

    def rows(self) -> tuple[Row, ...]:
        return tuple(sorted(self.kept.values(), key=lambda row: row.opened, reverse=True))

    def search(self, wanted: Wanted, rows: Iterable[Row]) -> frozenset[int]:
        texts = self.texts.items()
        found = [{entry for entry, text in texts if word.casefold() in text} for word in wanted.words]
        return pick_entries(rows, wanted, found)

    def hit(self, entry: int, wanted: Wanted) -> Hit | None:
        text = self.texts.get(entry, "")
        word = next((word for word in wanted.words if word in text), "")
        before, _, after = text.partition(word) if word else ("", "", "")
        return Hit("text", len(before), ((before, False), (word, True), (after, False))) if word else None

    def gather_words(self, seconds: float | None = None) -> bool:
        return True

    def delete(self, entry: int) -> None:
        self._fail()
        self.deleted[entry] = self.kept.pop(entry)

    def restore(self, entry: int) -> None:
        self._fail()
        self.kept[entry] = self.deleted.pop(entry)

    def _fail(self) -> None:
        if self.problem:
            raise LibraryError(self.problem)


def with_new() -> Shelf:
    """Return a shelf with an article and an address that were put by, one of them since the last visit."""
    early, late = OPENED.replace(day=4), OPENED.replace(day=9)
    shelf = Shelf((*ROWS[:2], replace(ROWS[2], title="To be read", added=early)))
    address = "https://example.org/waiting"
    shelf.inbox.kept[-1] = Row(-1, None, address, None, None, address, late, 0.0, None, 0, (), added=late)
    shelf.inbox.before = OPENED.replace(day=5)
    return shelf


def many(count: int) -> Any:
    """Return a shelf of ``count`` articles."""
    return Shelf(tuple(replace(ROWS[0], entry=n, title=f"Article number {n}") for n in range(1, count + 1)))
