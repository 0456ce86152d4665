"""Words analysed a second in a very long article, beside those in a short one, and the memory that takes."""

from __future__ import annotations

import resource
import time
from statistics import median

from secondhand.analysis import analyze
from secondhand.ingest.formats.plain import from_plain
from tests.benchmarks.memory import UNIT
from tests.benchmarks.texts import of_words

SHORT = 1_000
RUNS = 10
"""runs of the short article, half before and half after the long one, whose median counts"""


def _rate(words: int) -> tuple[float, int]:
    """Return words a second of processor time, which no other program shares, and how many they were."""
    article = from_plain(of_words(words))
    count = len(article.text.split())
    began = time.process_time()
    analyze(article)
    return count / (time.process_time() - began), count


def measure(words: int) -> dict[str, float]:
    """Return the rates of about ``SHORT`` and about ``words`` words, and what more memory the latter take."""
    analyze(from_plain(of_words(50)))
    short = [_rate(SHORT)[0] for _ in range(RUNS // 2)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT
    long, count = _rate(words)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT
    short += [_rate(SHORT)[0] for _ in range(RUNS // 2)]
    return {
        "words": count,
        "short_words_per_second": median(short),
        "long_words_per_second": long,
        "ratio": long / median(short),
        "more_mb": (after - before) / 1e6,
    }
