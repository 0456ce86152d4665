"""From a cue to its source and its content: what the role head is asked, and how its answer is read."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

DISTANCES = 21
"""buckets of the distance in words: 0 on the cue, 1 … 10 before it, 11 … 20 after"""
PARAGRAPHS = 5
"""buckets of the distance in paragraphs: −2 … 2"""

_EDGES = np.array([2, 3, 4, 6, 9, 14, 22, 40, 80])


def bucket_distances(count: int, begin: int, end: int) -> Ints:
    """Return each word's bucket for a cue on words ``begin`` … ``end`` − 1; shape (count,)."""
    at = np.arange(count)
    before = 1 + np.searchsorted(_EDGES, begin - at, side="right")
    after = 11 + np.searchsorted(_EDGES, at - end + 1, side="right")
    return np.where(at < begin, before, np.where(at >= end, after, 0)).astype(np.int64)


def bucket_paragraphs(paragraphs: Ints, begin: int) -> Ints:
    """Return the bucket of each word's paragraph, seen from the cue that begins at word ``begin``."""
    buckets: Ints = np.clip(paragraphs - paragraphs[begin], -2, 2) + 2
    return buckets


def find_best_labels(scores: Floats, step: Floats, begin: Floats) -> Ints:
    """Return the best label of each word.

    ``scores`` has shape (cues, words, labels), ``step`` (labels, labels) and ``begin`` (labels,); the
    result has shape (cues, words).
    """
    total = begin + scores[:, 0]
    back = np.zeros(scores.shape, dtype=np.int8)
    for t in range(1, scores.shape[1]):
        paths = total[:, :, None] + step
        back[:, t] = paths.argmax(1)
        total = paths.max(1) + scores[:, t]
    best = np.zeros(scores.shape[:2], dtype=np.int64)
    best[:, -1] = total.argmax(1)
    rows = np.arange(len(scores))
    for t in range(scores.shape[1] - 1, 0, -1):
        best[:, t - 1] = back[rows, t, best[:, t]]
    return best
