"""The first frame that shows the article is laid out as the last one: nothing moves."""

from __future__ import annotations

from typing import Any

import pytest
from textual.app import App
from textual.geometry import Region
from textual.widgets import Footer

from secondhand.ui.app import ReaderApp
from secondhand.ui.screens.reader import ReaderScreen
from secondhand.ui.widgets.article_view import ArticleView
from secondhand.ui.widgets.claim_panel import ClaimPanel
from secondhand.ui.widgets.masthead import Masthead
from tests.claims import seed_analysis, seed_article, whole
from tests.ui.conftest import Reader

PARTS = (Masthead, ArticleView, ClaimPanel, Footer)
FIRST_WORDS = "French President Emmanuel Macron"
GUTTER = " ▌│┃║╎┆▸▾•"
"""what may come to stand beside the words once there are claims"""


class Frames:
    """What was painted, frame by frame: where each part stood, and the article's words line by line."""

    def __init__(self) -> None:
        self.regions: list[list[Region]] = []
        self.lines: list[list[str]] = []

    def take(self, screen: ReaderScreen) -> None:
        view = screen.query_one(ArticleView)
        rows = [view.render_line(y).text for y in range(view.size.height)]
        if any(FIRST_WORDS[:15] in row for row in rows):
            self.regions.append([screen.query_one(part).region for part in PARTS])
            self.lines.append([row.lstrip(GUTTER).rstrip() for row in rows])


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (99, 30), (100, 30), (120, 40), (200, 60)])
async def test_nothing_moves_after_the_first_frame(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    frames, display = Frames(), App._display

    def paint(app: App[Any], screen: Any, renderable: Any) -> None:
        display(app, screen, renderable)
        if isinstance(screen, ReaderScreen) and screen.is_mounted:
            frames.take(screen)

    monkeypatch.setattr(App, "_display", paint)
    app = ReaderApp(seed_article(), analyse=whole(seed_analysis()))
    async with app.run_test(size=size) as pilot:
        reader = Reader(pilot)
        await reader.analysed()
        frames.take(reader.screen)
    assert len(frames.regions) > 1, "the first frame came before the claims"
    assert all(regions == frames.regions[-1] for regions in frames.regions)
    for lines in frames.lines:
        assert lines == frames.lines[-1]
