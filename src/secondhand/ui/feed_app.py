"""The reader on feeds: it begins with a list of their articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import on

from secondhand.ingest import FeedEntry
from secondhand.ui.app import ReaderApp, _run
from secondhand.ui.screens.feed_screen import FeedScreen, Got


class FeedApp(ReaderApp):
    """Shows the articles of feeds, and opens them."""

    def __init__(self, entries: Sequence[FeedEntry], **others: Any) -> None:
        """Begin with ``entries``; the rest is as for the reader."""
        super().__init__(**others)
        self._entries = entries

    def begin(self) -> None:
        """Show the list; the program ends with it."""
        self.push_screen(FeedScreen(self._entries), lambda _: self.exit())

    @on(Got)
    def _open(self, message: Got) -> None:
        """Read the article that was fetched; from there one goes back to the list."""
        screen = self.article_screen(message.article)
        screen.trail = (message.entry.publisher or "feed",)
        self.push_screen(screen)


def choose(entries: Sequence[FeedEntry], **others: Any) -> None:
    """Let the user choose among ``entries`` and read them; the rest is as for `secondhand.ui.app.read`."""
    _run(FeedApp(entries, **others))
