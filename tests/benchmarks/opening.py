"""From the start of the process to the first words of a very long text, beside those of a short one."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.paint import reading
from tests.benchmarks.screen import seconds_until
from tests.benchmarks.texts import SEED, of_words

RUNS = 5


def measure(words: int) -> dict[str, float]:
    """Return the medians of some alternating runs in seconds, and their ratio."""
    times: tuple[list[float], list[float]] = [], []
    with tempfile.TemporaryDirectory() as folder:
        long, short = Path(folder, "long.txt"), Path(folder, "short.txt")
        long.write_text(SEED.read_text("utf-8") + "\n\n" + of_words(words), "utf-8")
        short.write_text(SEED.read_text("utf-8"), "utf-8")
        for number in range(RUNS + 1):
            for file, taken in zip((long, short), times, strict=True):
                seconds = seconds_until(reading(Path(folder, f"{file.stem}-{number}.db"), file), b"Macron")
                if number:  # the first run of each fills the caches
                    taken.append(seconds)
    return {
        "words": words,
        "long_seconds": median(times[0]),
        "short_seconds": median(times[1]),
        "ratio": median(times[0]) / median(times[1]),
    }
