"""From the start of the process to the first words on a real terminal, beside a bare Textual app."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

from secondhand.library import Library
from tests.benchmarks.screen import seconds_until
from tests.benchmarks.texts import SEED

BARE = (sys.executable, str(Path(__file__).with_name("bare.py")), str(SEED))
WORDS = b"Macron"


def reading(library: Path, file: Path = SEED) -> tuple[str, ...]:
    """Return the command that reads ``file`` and keeps it in ``library``, not in the user's own."""
    program = (sys.executable, "-c", "from secondhand.cli import main; main()", str(file))
    return ("env", f"SECONDHAND_LIBRARY={library}", *program)


def make_library(folder: str, number: int) -> Path:
    """Return a new library in ``folder``, empty: it is there at every start but the first of all."""
    file = Path(folder, f"{number}.db")
    with Library.open(file):
        return file


def measure(runs: int) -> dict[str, float]:
    """Return the medians of ``runs`` alternating runs in seconds, and their ratio."""
    reader, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(runs + 1):
            new = reading(make_library(folder, number))
            times = seconds_until(BARE, WORDS), seconds_until(new, WORDS)
            if number:  # the first run of each fills the caches
                bare.append(times[0])
                reader.append(times[1])
    return {
        "reader_seconds": median(reader),
        "bare_app_seconds": median(bare),
        "ratio": median(reader) / median(bare),
    }
