"""Where else a claim stands: opened in a library of many articles, and found for one that is new."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median

from secondhand.library import Library
from secondhand.library.elsewhere import compare_entry, find_elsewhere
from tests.benchmarks.papers import tell_events

RUNS = 20


def measure(articles: int) -> dict[str, float]:
    """Return the medians of several runs in milliseconds, in a library of ``articles``."""
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder, "library.db")) as library:
        for article, analysis in tell_events(articles):
            library.keep(library.enter(article), analysis)
        library.gather_words()
        entries = [row.entry for row in library.rows()][: 4 * RUNS : 4]
        compared = [_time(lambda entry=entry: compare_entry(library, entry)) for entry in entries]
        opened = [_time(lambda entry=entry: find_elsewhere(library, entry, "c0")) for entry in entries]
    return {"compare_ms": median(compared), "open_ms": median(opened), "worst_open_ms": max(opened)}


def _time(act: object) -> float:
    assert callable(act)
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)
