"""The seeds, repeated to the length a measurement needs."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "macron-trump.txt"

ONCE = sum(len(file.read_text("utf-8").split()) for file in (ROOT / "seeds").glob("*.txt"))
"""words of the seeds, once around"""


def of_words(count: int) -> str:
    """Return the seeds' paragraphs one after another, around and around, to at least ``count`` words."""
    texts = [file.read_text("utf-8").strip() for file in sorted((ROOT / "seeds").glob("*.txt"))]
    chosen: list[str] = []
    words = 0
    for text in cycle(texts):
        if words >= count:
            break
        chosen.append(text)
        words += len(text.split())
    return "\n\n".join(chosen) + "\n"


def of_paragraphs(count: int) -> str:
    """Return ``count`` of the seeds' paragraphs one after another, around and around."""
    texts = [file.read_text("utf-8").strip() for file in sorted((ROOT / "seeds").glob("*.txt"))]
    return "\n\n".join(islice(cycle("\n\n".join(texts).split("\n\n")), count))
