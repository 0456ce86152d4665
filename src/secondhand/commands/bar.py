"""How far a long run has come, drawn on a terminal."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from secondhand import archive


class Bar:
    """A bar with rate and time left on standard error; nothing where that is no terminal."""

    def __init__(self) -> None:
        """Draw nothing yet."""
        self._first: tuple[float, int] | None = None
        told = TextColumn("{task.fields[done]:,} articles · {task.fields[rate]:.1f}/s ·")
        console = Console(stderr=True)
        self._progress = Progress(
            BarColumn(), TaskProgressColumn(), told, TimeRemainingColumn(compact=True), TextColumn("left"),
            console=console, disable=not sys.stderr.isatty(), transient=True,
            speed_estimate_period=120,
        )  # fmt: skip
        self._task = self._progress.add_task("", total=1, done=0, rate=0.0)

    def __enter__(self) -> Bar:
        """Draw it for a block."""
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take it away."""
        self._progress.stop()

    def show(self, now: archive.Progress) -> None:
        """Draw that the run has come as far as ``now``."""
        done, at = now.analyzed + now.rejected, time.monotonic()
        # Until the first is done, the model is loaded: that is none of the speed.
        began, before = self._first = self._first or (at, done)
        rate = (done - before) / max(at - began, 1e-9)
        # What an earlier run did is no speed of this one.
        left = max(now.total - now.before, 1)
        self._progress.update(self._task, total=left, completed=now.bytes, done=done, rate=rate)
