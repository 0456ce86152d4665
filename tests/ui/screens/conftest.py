"""A screen by itself in an app with the reader's themes, and what it was closed with."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from secondhand.ui.style.themes import DARK, LIGHT, derive

OPEN = object()
"""the result of a screen that was not closed yet"""


class Stage(App[None]):
    """Shows one screen."""

    def __init__(self, screen: Screen[Any], theme: str = DARK.name) -> None:
        super().__init__()
        self.shown = screen
        self.result: Any = OPEN
        for own in (DARK, LIGHT):
            self.register_theme(own)
        self.theme = theme

    def on_mount(self) -> None:
        self.push_screen(self.shown, self.keep)

    def keep(self, result: Any) -> None:
        self.result = result

    def get_css_variables(self) -> dict[str, str]:
        variables = super().get_css_variables()
        self.theme_variables = derive(variables) | variables
        return self.theme_variables

    def action_toggle_theme(self) -> None:
        self.theme = (LIGHT if self.theme == DARK.name else DARK).name

    def text(self) -> str:
        """Everything on the screen, as text."""
        strips = self.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    def notices(self) -> list[str]:
        """What the user was told, the latest last."""
        return [notification.message for notification in self._notifications]


class Play:
    """What a test asks of a screen by itself."""

    def __init__(self, app: Stage, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.press(*(" " if key == " " else key for key in text))


OpenScreen = Callable[..., AbstractAsyncContextManager[Play]]


@pytest.fixture
def open_screen() -> OpenScreen:
    """Return a function that shows a screen by itself."""

    @asynccontextmanager
    async def open_(screen: Screen[Any], size: tuple[int, int] = (80, 24)) -> AsyncIterator[Play]:
        app = Stage(screen)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Play(app, pilot)

    return open_
