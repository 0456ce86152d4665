"""Words analysed a second in a very long article, beside those in short ones, and the memory that takes."""

from __future__ import annotations

import resource
import time
from collections.abc import Sequence
from statistics import median

from secondhand.analysis import analyze
from secondhand.ingest.formats.plain import from_plain
from tests.benchmarks.memory import UNIT
from tests.benchmarks.texts import ONCE, of_words

SHORT = 1_000
RUNS = 3
"""runs of the short articles before the long one, and as many after it"""


def _rate(texts: Sequence[str]) -> float:
    """Return words a second of processor time, which no other program shares."""
    articles = [from_plain(text) for text in texts]
    began = time.process_time()
    for article in articles:
        analyze(article)
    return sum(len(text.split()) for text in texts) / (time.process_time() - began)


def _pieces(text: str) -> list[str]:
    """Return ``text`` in articles of about ``SHORT`` words."""
    pieces: list[list[str]] = [[]]
    for paragraph in text.split("\n\n"):
        if sum(len(p.split()) for p in pieces[-1]) >= SHORT:
            pieces.append([])
        pieces[-1].append(paragraph)
    return ["\n\n".join(piece) for piece in pieces]


def measure(words: int) -> dict[str, float]:
    """Return the rates of ``words`` words, of the same in short articles, and what more memory those take.

    The short ones are the seeds once around, as the long one is many times around.
    """
    short, text = _pieces(of_words(ONCE)), of_words(words)
    analyze(from_plain(short[0]))
    rates = [_rate(short) for _ in range(RUNS)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT
    long = _rate([text])
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT
    rates += [_rate(short) for _ in range(RUNS)]
    return {
        "words": len(text.split()),
        "short_words_per_second": median(rates),
        "long_words_per_second": long,
        "ratio": long / median(rates),
        "more_mb": (after - before) / 1e6,
    }
