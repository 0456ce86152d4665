"""Nothing in a test happens by the clock: what is to be done is done at once, and nothing ends by itself.

Textual's own pilot waits until the processor has rested for a while. Where the machine is busy that says
nothing about the app, and where it is not, most of a test is spent asleep.
"""

from __future__ import annotations

import asyncio

import pytest
from textual._context import active_app
from textual.notifications import Notification
from textual.screen import Screen
from textual.widgets import Input, TextArea
from textual.widgets._toast import Toast


async def settle(*_: float) -> None:
    """Wait until every message is handled and the screen painted: what is left waits for time or a thread."""
    app = active_app.get()
    while True:
        await rest()
        # Textual sizes and paints things so many times a second; here it does so as soon as there is one.
        if app._batch_count or not app._screen_stack:
            return
        if app._resize_event is not None:
            app._check_resize()
        elif _is_due(screen := app._screen_stack[-1]):
            screen._on_timer_update()
        else:
            return


async def rest() -> None:
    """Wait until no task can go on."""
    await asyncio.sleep(0)
    while asyncio.get_running_loop()._ready:  # type: ignore[attr-defined]
        await asyncio.sleep(0)


def _is_due(screen: Screen[object]) -> bool:
    """Return whether something of ``screen`` is to be painted, or to be done once it is."""
    return screen.is_running and bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


def stop_clocks(patch: pytest.MonkeyPatch) -> None:
    """Let pilots wait for the app alone, cursors not blink, toasts stay, and nothing move bit by bit."""
    patch.setattr("textual.app.wait_for_idle", settle)
    patch.setattr("textual.pilot.wait_for_idle", settle)
    patch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
    patch.setattr(Input, "_toggle_cursor", lambda self: None)
    patch.setattr(TextArea, "_toggle_cursor_blink_visible", lambda self: None)
    patch.setattr(Toast, "_expire", lambda self: None)
    patch.setattr(Notification, "has_expired", False)
