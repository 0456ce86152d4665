"""From the start of the process to the first claim of a new article, beside a bare import of spaCy."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from statistics import median

from tests.benchmarks.paint import make_library, reading
from tests.benchmarks.screen import seconds_until

CLAIM = "→".encode()
"""what the panel says of a claim only: how it came here"""


def measure(runs: int) -> dict[str, float]:
    """Return the medians of ``runs`` alternating runs in seconds, and their ratio."""
    answers, imports = [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(runs + 1):
            began = time.perf_counter()
            subprocess.run([sys.executable, "-c", "import spacy"], check=True)
            bare = time.perf_counter() - began
            answer = seconds_until(reading(make_library(folder, number)), CLAIM)
            if number:  # the first run of each fills the caches
                answers.append(answer)
                imports.append(bare)
    return {
        "first_answer_seconds": median(answers),
        "spacy_import_seconds": median(imports),
        "ratio": median(answers) / median(imports),
    }
