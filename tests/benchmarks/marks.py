"""The keys of a reader of an article with tens of thousands of highlights beside those in one with few."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median

import pytest

from secondhand.article import Article, Paragraph
from secondhand.library import Library
from secondhand.notes.edit import Edit
from secondhand.notes.highlighting import make_highlight
from secondhand.ui.app import ReaderApp
from tests.benchmarks.keys import none
from tests.ui.stillness import stop_clocks

FEW = 20
KEYS = {"move": ["j"], "mark": ["v", "space", "h"], "undo": ["u"], "list": ["H"], "close": ["escape"]}
TURNS = 5


def article_with(count: int) -> Article:
    """Return an article of ``count`` paragraphs of eight words."""
    line = "It rained again that day, the mayor said."
    spans = [(number * (len(line) + 2), number * (len(line) + 2) + len(line)) for number in range(count)]
    return Article("\n\n".join([line] * count), tuple(Paragraph(*span) for span in spans))


async def press_keys(count: int, folder: Path) -> dict[str, float]:
    """Return the median milliseconds of each of ``KEYS`` beside ``count`` highlights, till it is painted."""
    article = article_with(count)
    times: dict[str, list[float]] = {name: [] for name in KEYS}
    with Library.open(folder / f"{count}.db") as library:
        entry = library.enter(article)
        for paragraph in article.paragraphs:
            span = (paragraph.start, paragraph.start + 9)
            library.write(entry, Edit(None, make_highlight(article.text, [span], "yellow", None, None)))
        began = time.perf_counter()
        app = ReaderApp(article, analyse=none, library=library)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            opened = (time.perf_counter() - began) * 1000
            for _ in range(TURNS):
                for name, keys in KEYS.items():
                    await pilot.press(*keys[:-1])
                    began = time.perf_counter()
                    await pilot.press(keys[-1])
                    times[name].append((time.perf_counter() - began) * 1000)
    return {"open": opened, **{name: median(taken) for name, taken in times.items()}}


def measure(count: int) -> dict[str, float]:
    """Return the milliseconds of keys beside ``count`` highlights, and how many times those beside few."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        stop_clocks(patch)
        few, many = (asyncio.run(press_keys(n, Path(folder))) for n in (FEW, count))
    figures = {f"{name}_ms": taken for name, taken in many.items()}
    return figures | {f"{name}_ratio": many[name] / few[name] for name in few}
