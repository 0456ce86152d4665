"""The articles of feeds, a line each, to open in the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from secondhand.article import Article
from secondhand.errors import SecondhandError
from secondhand.ingest import Entry
from secondhand.ui.bindings import FEED
from secondhand.ui.days import day
from secondhand.ui.shown import safe


@dataclass
class Got(Message):
    """An article of a feed is there."""

    article: Article
    entry: Entry


@dataclass
class Missing(Message):
    """An article of a feed cannot be had."""

    problem: SecondhandError


class FeedScreen(Screen[None]):
    """A list of ``entries``; the one chosen is fetched, and reported as Got."""

    CSS_PATH = "feed.tcss"
    BINDINGS = FEED

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Show ``entries`` in the order they are in."""
        super().__init__()
        self._entries = entries

    def compose(self) -> ComposeResult:
        """Make the head and the list."""
        count = len(self._entries)
        told = f" · {count} article{'' if count == 1 else 's'} · newest first"
        yield Static(Content.assemble(("Feed", "bold"), (told, "$quiet")), id="head")
        yield OptionList(*map(_option, self._entries), compact=True)
        yield Footer(show_command_palette=False)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        """Fetch the article under the cursor."""
        entry = self._entries[event.option_index]
        self.notify("Fetching the article…", timeout=2, markup=False)
        self._fetch(entry)

    def action_down(self) -> None:
        """Go to the next article."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Go to the article before."""
        self.query_one(OptionList).action_cursor_up()

    @work(thread=True, exclusive=True, group="fetching", exit_on_error=False)
    def _fetch(self, entry: Entry) -> None:
        """Fetch the whole of ``entry``, and report what comes of it unless another one was chosen."""
        from secondhand.ingest import whole

        worker = get_current_worker()
        told: Message
        try:
            told = Got(whole(entry), entry)
        except SecondhandError as error:
            told = Missing(error)
        if not worker.is_cancelled:
            self.post_message(told)

    @on(Missing)
    def _complain(self, message: Missing) -> None:
        self.notify(safe(str(message.problem)), title="Not opened", severity="error", markup=False)


def _option(entry: Entry) -> Option:
    """Return the line of ``entry``: its day, its publisher, its title."""
    when = day(entry.date) if entry.date else ""
    parts = (when, safe(entry.publisher or ""), safe(entry.title or entry.url or "Untitled"))
    return Option(Text(f"{parts[0]:<17} {parts[1][:24]:<24}  {parts[2]}", no_wrap=True, overflow="ellipsis"))
