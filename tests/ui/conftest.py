"""A reader on the seed and its literal analysis, driven by a pilot."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from textual.pilot import Pilot

from secondhand.article import Article
from secondhand.claim import Claim
from secondhand.library import Library
from secondhand.notes.highlight import Highlight
from secondhand.session import Session
from secondhand.settings import Settings
from secondhand.ui.app import ReaderApp
from secondhand.ui.screens.reader import Analyse, ReaderScreen
from secondhand.ui.widgets.article_view import ArticleView
from secondhand.ui.widgets.claim_panel import ClaimPanel
from tests.claims import seed_analysis, seed_article, whole
from tests.ui.stillness import stop_clocks

LATE = 600.0
"""seconds after which nothing comes any more, however busy the machine is"""


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing in a test happen by the clock."""
    stop_clocks(monkeypatch)


async def until(pilot: Pilot[None], done: Callable[[], object]) -> None:
    """Wait until ``done`` is true, and for what that brings with it."""
    late = time.monotonic() + LATE
    while not done():
        assert time.monotonic() < late, "it never came to that"
        await pilot.pause(0.005)
    await pilot.pause()


class Reader:
    """What a test asks of the running reader."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.app = pilot.app

    @property
    def screen(self) -> ReaderScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ReaderScreen))

    @property
    def session(self) -> Session:
        return self.screen.session

    @property
    def article(self) -> ArticleView:
        return self.screen.query_one(ArticleView)

    @property
    def panel(self) -> ClaimPanel:
        return self.screen.query_one(ClaimPanel)

    @property
    def cards(self) -> list[tuple[range, Claim]]:
        """The rows of the panel and the claims shown there."""
        return self.panel.cards

    @property
    def claimed(self) -> str | None:
        """The first words of the current claim."""
        current = self.session.current
        return current.content[0].text if current else None

    @property
    def marks(self) -> tuple[Highlight, ...]:
        """The highlights that are in the text."""
        return self.screen.notebook.highlights

    @property
    def said(self) -> list[str]:
        """What the toasts say, the latest last."""
        return [notice.message for notice in self.app._notifications]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, done: Callable[[], object]) -> None:
        await until(self.pilot, done)

    async def analysed(self) -> None:
        await self.until(lambda: self.session.state != "reading")

    def rows(self) -> list[str]:
        """The article's rows in view, as text."""
        return [self.article.render_line(y).text.rstrip() for y in range(self.article.size.height)]

    def text(self) -> str:
        """Everything on the screen, as text."""
        width, height = self.app.size
        rows: list[str] = []
        for strips in self.app.screen._compositor.render_strips():
            rows.append("".join(segment.text for segment in strips))
        assert len(rows) == height and width
        return "\n".join(rows)


Open = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def open_reader() -> Open:
    """Return a function that opens a reader, and waits until the analysis ended."""

    @asynccontextmanager
    async def open_(
        article: Article | None = None,
        analyse: Analyse | None = None,
        *,
        size: tuple[int, int] = (120, 40),
        theme: str | None = None,
        wait: bool = True,
        library: Library | None = None,
        keys: Mapping[str, str] | None = None,
    ) -> AsyncIterator[Reader]:
        known = analyse or whole(seed_analysis())
        settings = Settings(keys=keys or {})
        app = ReaderApp(
            article or seed_article(), analyse=known, theme=theme, library=library, settings=settings
        )
        async with app.run_test(size=size) as pilot:
            reader = Reader(pilot)
            await pilot.pause()
            if wait:
                await reader.analysed()
            yield reader

    return open_
