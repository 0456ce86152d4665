"""From G to the claims at the end of a long new text, beside the first answer at its top."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.answer import CLAIM
from tests.benchmarks.paint import reading
from tests.benchmarks.screen import on_terminal, wait_for
from tests.benchmarks.texts import SEED, of_paragraphs

RUNS = 5


def measure(paragraphs: int) -> dict[str, float]:
    """Return the medians of some runs in seconds, in a text of ``paragraphs``, and their ratio."""
    top, end = [], []
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder, "long.txt")
        # It begins and ends with somebody who says something.
        first = SEED.read_text("utf-8").split("\n\n")[0]
        text.write_text(f"{first}\n\n{of_paragraphs(paragraphs)}\n\n{first}\n", "utf-8")
        for number in range(RUNS + 1):
            began = time.perf_counter()
            with on_terminal(reading(Path(folder, f"{number}.db"), text)) as terminal:
                wait_for(terminal, CLAIM)
                first_answer = time.perf_counter() - began
                os.write(terminal, b"G")
                wait_for(terminal, CLAIM)
                if number:  # the first run fills the caches
                    top.append(first_answer)
                    end.append(time.perf_counter() - began - first_answer)
    return {
        "paragraphs": paragraphs,
        "top_seconds": median(top),
        "end_seconds": median(end),
        "ratio": median(end) / median(top),
    }
