"""From a key to the redrawn panel on a real terminal, in short and long texts and during an analysis."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from secondhand.analysis import Progress
from secondhand.article import Article
from secondhand.ingest import read_article
from secondhand.session import Session
from secondhand.ui import app as app_module
from secondhand.ui.app import ReaderApp
from secondhand.ui.screens.reader import ReaderScreen
from secondhand.ui.widgets.claim_panel import ClaimPanel
from tests.benchmarks.screen import on_terminal
from tests.benchmarks.texts import SEED, of_words

PAUSE = 0.02
"""seconds between keys"""
SETTLING = 50
"""turns of the loop in which what a key did is told to the screen"""
MOVES = [*"jjjkjjkkGg", "space", "space", "pageup", "n", "n", "N"]
PAGES = ["space", "space", "pageup", "pageup"]
PAGED = 500
"""words of the text that a page down in a long one is compared with"""


def none(article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
    """Analyse nothing."""
    return iter(())


class MeasuredReader(ReaderApp):
    """The reader, which says when a key has done what it does."""

    CSS_PATH = Path(app_module.__file__).parent / str(ReaderApp.CSS_PATH)
    acted = False

    async def run_action(self, *args: Any, **options: Any) -> bool:
        """Run an action, and note that."""
        done = await super().run_action(*args, **options)
        self.acted = True
        return done


async def read_and_press(app: MeasuredReader, keys: list[str], most: int, analysing: bool) -> list[float]:
    """Run the reader and press ``keys`` again and again; return the seconds of each that moved.

    Where it is ``analysing``, keys are pressed from the first claims to the last; else ``most`` of them.
    """
    reading = asyncio.create_task(app.run_async())
    while not isinstance(app.screen_stack[-1] if app.is_running else None, ReaderScreen):
        await asyncio.sleep(PAUSE)
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    while not screen.query(ClaimPanel):
        await asyncio.sleep(PAUSE)
    while screen.session.state == "reading" and not (analysing and screen.session.read):
        await asyncio.sleep(PAUSE)
    gc.collect()
    times = [seconds async for seconds in _press_keys(app, screen, islice(cycle(keys), most), analysing)]
    app.exit()
    await reading
    return times


async def _press_keys(
    app: MeasuredReader, screen: ReaderScreen, keys: Iterator[str], analysing: bool
) -> AsyncIterator[float]:
    """Yield how long each of ``keys`` took that went to another place."""
    for key in keys:
        if analysing and screen.session.state != "reading":
            return
        taken = await _redrawn(app, screen, key)
        if taken is not None:
            yield taken
        await asyncio.sleep(PAUSE)


async def _redrawn(app: MeasuredReader, screen: ReaderScreen, key: str) -> float | None:
    """Press ``key`` and return the seconds until the panel has been drawn; None where the cursor stays."""
    panel = screen.query_one(ClaimPanel)
    before, painted = screen.session, asyncio.Event()
    app.acted, began, left = False, time.perf_counter(), SETTLING
    app.simulate_key(key)
    while not _has_moved(screen.session, before):
        left -= app.acted
        # Not later: what the analysis finds may take the cursor elsewhere, too.
        if left < 0 or time.perf_counter() - began > 1:
            return None
        await asyncio.sleep(0)
    panel.call_after_refresh(painted.set)
    await painted.wait()
    return time.perf_counter() - began


def _has_moved(now: Session, before: Session) -> bool:
    return (now.paragraph, now.current) != (before.paragraph, before.current)


def timed(article: Path, keys: list[str], most: int, *, analysing: bool = False) -> list[float]:
    """Return the milliseconds that ``keys`` took in ``article``, in a reader on a terminal of its own."""
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder, "times.json")
        what = json.dumps([str(article), str(result), keys, most, analysing])
        with on_terminal([sys.executable, "-m", __name__, what]) as terminal:
            _drain(terminal)
        times = json.loads(result.read_text("utf-8")) if result.exists() else []
    if len(times) < 2:
        raise RuntimeError("The analysis ended before two keys were pressed: does the model load?")
    return [seconds * 1000 for seconds in times]


def measure(words: int) -> dict[str, float]:
    """Return the milliseconds of keys in the seed and in ``words`` words, and those of a page down."""
    most = min(1_000, words // 50)
    with tempfile.TemporaryDirectory() as folder:
        long, short = Path(folder, "long.txt"), Path(folder, "short.txt")
        long.write_text(of_words(words), "utf-8")
        short.write_text(of_words(PAGED), "utf-8")
        pages = [median(timed(file, PAGES, max(40, most // 5))) for file in (long, short)]
        return {
            **_figures("seed", timed(SEED, MOVES, most)),
            **_figures("long", timed(long, MOVES, most)),
            **_figures("analysing", timed(long, MOVES, most, analysing=True)),
            "page_ratio": pages[0] / pages[1],
        }


def _figures(name: str, times: list[float]) -> dict[str, float]:
    return {
        f"{name}_keys": len(times),
        f"{name}_median_ms": median(times),
        f"{name}_p95_ms": quantiles(times, n=20)[-1],
        f"{name}_worst_ms": max(times),
    }


def _drain(terminal: int) -> None:
    """Read what the program shows until it ends, as a terminal would."""
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:  # Linux reports the end of the other side so
        return


def main() -> None:
    """Run the measured reader as the JSON in the first argument says, and write its times to a file."""
    article, result, keys, most, analysing = json.loads(sys.argv[1])
    app = MeasuredReader(read_article(article), analyse=None if analysing else none)
    times = asyncio.run(read_and_press(app, keys, most, analysing))
    Path(result).write_text(json.dumps(times), "utf-8")


if __name__ == "__main__":
    main()
