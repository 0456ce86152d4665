"""Words analysed a second, and how much of that time the bare encoder pass takes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import onnxruntime

from secondhand.analysis import analyze
from secondhand.ingest.formats.plain import from_plain
from tests.benchmarks.texts import of_words


@contextmanager
def encoder_seconds() -> Iterator[list[float]]:
    """Yield a list that grows by the wall time of every pass through the encoder.

    The encoder is the session that takes word pieces; the small heads after it are not counted.
    """
    passes: list[float] = []
    run = onnxruntime.InferenceSession.run

    def timed(session: Any, outputs: Any, given: dict[str, Any], *rest: Any) -> Any:
        began = time.perf_counter()
        results = run(session, outputs, given, *rest)
        if "ids" in given:
            passes.append(time.perf_counter() - began)
        return results

    onnxruntime.InferenceSession.run = timed
    try:
        yield passes
    finally:
        onnxruntime.InferenceSession.run = run


def measure(words: int) -> dict[str, float]:
    """Return words a second over about ``words`` words, the model already loaded, and the encoder's share."""
    analyze(from_plain(of_words(50)))
    article = from_plain(of_words(words))
    count = len(article.text.split())
    with encoder_seconds() as passes:
        began = time.perf_counter()
        analysis = analyze(article)
        elapsed = time.perf_counter() - began
    return {
        "words": count,
        "claims": len(analysis.claims),
        "words_per_second": count / elapsed,
        "encoder_passes": len(passes),
        "encoder_share": sum(passes) / elapsed,
    }
