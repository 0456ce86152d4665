"""From the start of the process to the claims of a kept article, beside the reader's own first paint."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.answer import CLAIM
from tests.benchmarks.paint import WORDS, make_library, reading
from tests.benchmarks.screen import seconds_until
from tests.benchmarks.texts import SEED

KEEP = """
import sys
from pathlib import Path
from secondhand.analysis import analyze
from secondhand.ingest import read_article
from secondhand.library import Library

with Library.open(Path(sys.argv[1])) as library:
    article = read_article(sys.argv[2])
    library.keep(library.enter(article), analyze(article))
"""


def measure(runs: int) -> dict[str, float]:
    """Return the medians of ``runs`` alternating runs in seconds, and their ratio."""
    new, kept = [], []
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder, "kept.db")
        subprocess.run([sys.executable, "-c", KEEP, str(library), str(SEED)], check=True)
        for number in range(runs + 1):
            first = seconds_until(reading(make_library(folder, number)), WORDS)
            again = seconds_until(reading(library), CLAIM)
            if number:  # the first run of each fills the caches
                new.append(first)
                kept.append(again)
    return {
        "first_paint_seconds": median(new),
        "kept_claims_seconds": median(kept),
        "ratio": median(kept) / median(new),
    }
