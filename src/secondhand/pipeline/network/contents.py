"""What the words of a content are: things its claim is against or for, and cues of claims inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondhand.pipeline.network.encoder import Encoder, Floats, Ints, Scores, softmax
from secondhand.pipeline.network.windows import Window
from secondhand.spans import Range

FELT, INNER = 3, 3
"""how many labels tell of attitudes (none, against, for) and of cues (none, B, I)"""
LEAST_FELT = 0.35
"""how likely a word is of something felt about, at least"""
LEAST_INNER = 0.25
"""how likely a word is of a cue inside a content, at least"""


@dataclass(frozen=True, slots=True)
class Felt:
    """Words inside a content for something its claim is against or for."""

    start: int
    end: int
    against: float
    """how likely it is against"""
    for_: float
    """how likely it is for"""


@dataclass(frozen=True, slots=True, eq=False)
class ContentLook:
    """Probabilities for every word of a window, one row a cue; 0 outside of its content."""

    felt: Floats
    """of against and of for, shape (cues, words, 2)"""
    inner: Floats
    """of B and of I of a cue, shape (cues, words, 2)"""


def look_at_contents(
    encoder: Encoder, scores: Scores, cues: Sequence[Range], content: npt.NDArray[np.bool_]
) -> ContentLook:
    """Return what the words of the contents of ``cues`` are; ``content`` (cues, words) is true on them."""
    longest = max(1, int(content.sum(1).max()))
    at = np.zeros((len(cues), longest), np.int64)
    inside = np.zeros(at.shape, bool)
    for row, words in enumerate(map(np.flatnonzero, content)):
        at[row, : len(words)], inside[row, : len(words)] = words, True
    spans = np.array(cues, np.int64)
    found = encoder.score_contents(scores.states, spans[:, 0], spans[:, 1] - 1, at, inside)
    rows = np.nonzero(inside)[0]
    felt, inner = (np.zeros((*content.shape, 2), np.float32) for _ in range(2))
    felt[rows, at[inside]] = softmax(found[inside][:, :FELT])[:, 1:]
    inner[rows, at[inside]] = softmax(found[inside][:, FELT:])[:, 1:]
    return ContentLook(felt, inner)


def find_inner_cues(look: ContentLook, cues: Sequence[Range]) -> tuple[list[Range], Floats]:
    """Return the cues inside contents that are none of ``cues``, and how likely each word is O, B or I.

    Where contents lie in each other, the one that is surest of a word counts.
    """
    likely = look.inner.max(0)
    for first, end in cues:
        likely[first:end] = 0
    whole = np.concatenate([1 - likely.sum(1, keepdims=True).clip(max=1), likely], 1)
    some = likely.sum(1) >= LEAST_INNER
    labels = np.where(some, np.where(likely[:, 0] > likely[:, 1], 1, 2), 0)
    return find_runs(labels, 1), whole


def read_felt(window: Window, felt: Floats) -> Iterator[Felt]:
    """Yield each run of words that something is likely felt about; ``felt`` (words, 2) tells what."""
    some = felt.sum(1) >= LEAST_FELT
    for lo, hi in find_runs(np.where(some, 2, 0), 1):
        against, for_ = (round(float(part), 3) for part in felt[lo:hi].mean(0))
        start, end = int(window.offsets[lo, 0]), int(window.offsets[hi - 1, 1])
        yield Felt(start, end, against, for_)


def find_runs(labels: Ints, begin: int) -> list[Range]:
    """Return (first, end) of each run of B (``begin``) and I (``begin`` + 1) labels."""
    found: list[list[int]] = []
    for at in np.flatnonzero((labels == begin) | (labels == begin + 1)).tolist():
        if found and found[-1][1] == at and labels[at] != begin:
            found[-1][1] = at + 1
        else:
            found.append([at, at + 1])
    return [(lo, hi) for lo, hi in found]
