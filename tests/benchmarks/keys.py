"""From a key to the redrawn panel while the analysis runs, on a real terminal."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles

from secondhand.ingest import read
from secondhand.ui.app import ReaderApp
from secondhand.ui.screens.reader import ReaderScreen
from secondhand.ui.widgets.claim_panel import ClaimPanel
from tests.benchmarks.screen import on_terminal
from tests.benchmarks.texts import of_words

PAUSE = 0.02
"""seconds between keys"""


async def read_and_press(app: ReaderApp) -> list[float]:
    """Run the reader and press its keys as long as the analysis runs; return the seconds of each."""
    reading = asyncio.create_task(app.run_async())
    while not isinstance(app.screen_stack[-1] if app.is_running else None, ReaderScreen):
        await asyncio.sleep(PAUSE)
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    times = [seconds async for seconds in _press_keys(app, screen)]
    app.exit()
    await reading
    return times


async def _press_keys(app: ReaderApp, screen: ReaderScreen) -> AsyncIterator[float]:
    """Go to the end and back, and yield how long each way took."""
    while screen.here.state == "reading" and not screen.here.read:
        await asyncio.sleep(PAUSE)
    for key in cycle("Gg"):
        if screen.here.state != "reading":
            return
        yield await _redrawn(app, screen, key)
        await asyncio.sleep(PAUSE)


async def _redrawn(app: ReaderApp, screen: ReaderScreen, key: str) -> float:
    """Press ``key`` and return the seconds until the panel has been drawn with another paragraph."""
    panel = screen.query_one(ClaimPanel)
    before, painted = screen.here.paragraph, asyncio.Event()
    began = time.perf_counter()
    app.simulate_key(key)
    while panel.session is None or panel.session.paragraph == before:
        await asyncio.sleep(0)
    panel.call_after_refresh(painted.set)
    await painted.wait()
    return time.perf_counter() - began


def measure(words: int) -> dict[str, float]:
    """Return how many keys were timed in an article of ``words`` words, and their milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        article, result = Path(folder, "article.txt"), Path(folder, "times.json")
        article.write_text(of_words(words), "utf-8")
        with on_terminal([sys.executable, "-m", __name__, str(article), str(result)]) as terminal:
            _drain(terminal)
        times = json.loads(result.read_text("utf-8")) if result.exists() else []
    if len(times) < 2:
        raise RuntimeError("The analysis ended before two keys were pressed: does the model load?")
    return {
        "keys": len(times),
        "median_ms": median(times) * 1000,
        "p95_ms": quantiles(times, n=20)[-1] * 1000,
        "worst_ms": max(times) * 1000,
    }


def _drain(terminal: int) -> None:
    """Read what the program shows until it ends, as a terminal would."""
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:  # Linux reports the end of the other side so
        return


def main() -> None:
    """Run the measured reader on the article named first and write the times to the file named second."""
    times = asyncio.run(read_and_press(ReaderApp(read(sys.argv[1]))))
    Path(sys.argv[2]).write_text(json.dumps(times), "utf-8")


if __name__ == "__main__":
    main()
