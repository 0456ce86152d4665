"""Signals that end the program: the terminal is given back, and what was written is kept."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from functools import partial
from typing import Any

from textual.app import App

BY_SIGNAL = 128
"""what shells add to the number of the signal that ended a program"""
GRACE = 0.2
"""seconds until it ends: keys pressed before are still on their way"""
ENDING = ("SIGTERM", "SIGHUP")
"""what asks it to end: somebody else, or the terminal that is closed; not every system has both"""


def end_with_signals(app: App[Any]) -> None:
    """Let ``app`` end as it does by a key, whenever it is asked to from outside."""
    loop = asyncio.get_running_loop()
    # No signal can be waited for where the loop is not that of the main thread, or on Windows.
    with suppress(NotImplementedError, RuntimeError, ValueError):
        for number in [getattr(signal, name) for name in ENDING if hasattr(signal, name)]:
            loop.add_signal_handler(number, partial(_end, app, BY_SIGNAL + number))


def _end(app: App[Any], code: int) -> None:
    """End ``app`` with the exit code ``code`` once what was typed has come; without a terminal, at once."""
    if not (app.is_web or (sys.__stderr__ and sys.__stderr__.isatty())):
        _leave(app, code)
    else:
        app.set_timer(GRACE, partial(app.exit, return_code=code))


def _leave(app: App[Any], code: int) -> None:
    """Keep what every screen keeps at its end, and end: Textual would wait for ever to write."""
    for screen in reversed(app.screen_stack):
        for kind in type(screen).__mro__:
            if keep := vars(kind).get("on_unmount"):
                keep(screen)
    os._exit(code)
