"""The articles of feeds, a line each, to open in the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from secondhand.article import Article
from secondhand.errors import SecondhandError
from secondhand.ingest import FeedEntry
from secondhand.safe_text import make_safe
from secondhand.ui.drawing.table_columns import Column, Order
from secondhand.ui.keys.bindings import FEED
from secondhand.ui.keys.palette import FeedCommands
from secondhand.ui.screens.article_table import ListingScreen


@dataclass
class Got(Message):
    """An article of a feed is there."""

    article: Article
    entry: FeedEntry


@dataclass
class Missing(Message):
    """An article of a feed cannot be had."""

    problem: SecondhandError


def _title(entry: FeedEntry) -> str:
    return entry.title or entry.url or "Untitled"


def _publisher(entry: FeedEntry) -> str:
    return entry.publisher or ""


def _day(entry: FeedEntry) -> str:
    if entry.date is None and entry.changed:
        return f"~{entry.changed.isoformat()}"
    return entry.date.isoformat() if entry.date else ""


COLUMNS: tuple[Column[FeedEntry], ...] = (
    Column("Title", 0, 0, _title, lambda entry: _title(entry).casefold()),
    Column("Publisher", 20, 64, _publisher, lambda entry: _publisher(entry).casefold() or None),
    Column("Date", 11, 37, _day, lambda entry: entry.date or entry.changed, True),
)
DATE = len(COLUMNS) - 1
"""the column the table is sorted by at first"""


class FeedScreen(ListingScreen[FeedEntry]):
    """A table of the articles of feeds; the one chosen is fetched, and reported as Got."""

    BINDINGS: ClassVar = list(FEED)
    COMMANDS: ClassVar = {FeedCommands}
    HEADING = "Feed"
    IS_FIRST = True

    def __init__(self, entries: Sequence[FeedEntry]) -> None:
        """Show ``entries``, the newest first."""
        super().__init__(Order(COLUMNS, DATE))
        self._entries = entries

    def on_mount(self) -> None:
        """Show them."""
        self.show(dict(enumerate(self._entries)))

    def haystack(self, row: FeedEntry) -> str:
        """Return title, publisher and date, in lower case."""
        return " ".join((_title(row), _publisher(row), _day(row))).casefold()

    def open_chosen(self, number: int) -> None:
        """Fetch the article."""
        self.notify("Fetching the article…", timeout=2, markup=False)
        self._fetch(self._entries[number])

    @work(thread=True, exclusive=True, group="fetching", exit_on_error=False)
    def _fetch(self, entry: FeedEntry) -> None:
        """Fetch the whole of ``entry``, and report what comes of it unless another one was chosen."""
        from secondhand.ingest import follow_entry

        worker = get_current_worker()
        told: Message
        try:
            told = Got(follow_entry(entry), entry)
        except SecondhandError as error:
            told = Missing(error)
        if not worker.is_cancelled:
            self.post_message(told)

    @on(Missing)
    def _complain(self, message: Missing) -> None:
        self.notify(make_safe(str(message.problem)), title="Not opened", severity="error", markup=False)
