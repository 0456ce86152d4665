"""Parts of speech, dependencies and coreference: from the heads, for the tokens of a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from secondhand.pipeline.network.encoder import Encoder, Heads, softmax
from secondhand.pipeline.network.spanning_tree import find_tree
from secondhand.pipeline.network.windows import Window

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

NEVER = np.float32(-1e9)
CANDIDATES = 5
"""antecedents kept of each word"""


@dataclass(frozen=True, slots=True)
class Syntax:
    """What is known of some tokens of a Doc; all arrays have the shape (tokens,)."""

    token: Ints
    """index into the Doc"""
    tag: Ints
    """index into the settings' tags"""
    head: Ints
    """index into the Doc; its own for the root of a sentence"""
    relation: Ints
    """index into the settings' relations"""
    antecedent: Ints
    """index into the Doc of the likeliest words before it that mean the same, its own for none, the likeliest
    first; shape (tokens, CANDIDATES)"""
    sure: Floats
    """how likely each is, 0 … 1; the same shape"""
    fact: Floats
    """how factual what it says is presented, −3 … 3; means something on predicates only"""


def align_words(window: Window, starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """Return the Doc's tokens that have a word of the window to themselves, and those words.

    ``starts`` and ``ends`` are the offsets of all tokens of the Doc. A token's word is the first that begins
    inside it, else the one it stands in.
    """
    own = window.offsets[:, 0]
    if not len(own):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    lo, hi = np.searchsorted(ends, own[0], side="right"), np.searchsorted(starts, window.offsets[-1, 1])
    tokens = np.arange(lo, hi)
    words = np.searchsorted(own, starts[tokens])
    begun = (words < len(own)) & (own[np.minimum(words, len(own) - 1)] < ends[tokens])
    words = np.where(begun, words, words - 1)
    held = (words >= 0) & (window.offsets[np.maximum(words, 0), 1] > starts[tokens])
    tokens, words = tokens[held], words[held]
    _, first = np.unique(words, return_index=True)
    return tokens[first], words[first]


def read_syntax(
    encoder: Encoder, window: Window, sentence: Floats, heads: Heads, starts: Ints, ends: Ints
) -> Syntax:
    """Return what ``heads`` say of the tokens that ``window`` owns, and none that belong to another.

    ``sentence`` is ``Scores.sentence``.
    """
    tokens, words = align_words(window, starts, ends)
    above = np.arange(len(tokens))
    for lo, hi in _split_sentences(window, sentence, words):
        at = words[lo:hi]
        above[lo:hi] = lo + find_tree(heads.arc[np.ix_(at, at)])
    lower, upper = np.split(heads.relation, 2, axis=1)
    relation = encoder.score_relations(lower[words], upper[words[above]]).argmax(1)
    before, sure = _find_antecedents(heads.antecedent[np.ix_(words, words)])
    own = words >= window.context
    return Syntax(
        tokens[own],
        heads.tag[words].argmax(1)[own],
        tokens[above][own],
        relation[own],
        tokens[before][own],
        sure[own],
        heads.fact[words, 0][own],
    )


def _split_sentences(window: Window, sentence: Floats, words: Ints) -> Iterator[tuple[int, int]]:
    """Yield first and end token (as numbered in ``words``) of each sentence of the window."""
    if not len(words):
        return
    begins = np.maximum.accumulate(np.where(sentence > 0.5, np.arange(len(sentence)), 0))
    edges = (np.diff(begins[words]) != 0) | (np.diff(window.paragraphs[words]) != 0)
    bounds = [0, *(np.flatnonzero(edges) + 1).tolist(), len(words)]
    yield from pairwise(bounds)


def _find_antecedents(scores: Floats) -> tuple[Ints, Floats]:
    """Return for each token the likeliest earlier ones that mean the same, or itself, and how likely."""
    count = len(scores)
    if not count:
        return np.zeros((0, CANDIDATES), np.int64), np.zeros((0, CANDIDATES), np.float32)
    chances = softmax(np.where(np.tri(count, dtype=bool), scores, NEVER))
    kept = min(CANDIDATES, count)
    best = np.argsort(-chances, axis=1)[:, :kept]
    best = np.pad(best, ((0, 0), (0, CANDIDATES - kept)))
    sure = np.take_along_axis(chances, best, 1)
    sure[:, kept:] = 0
    return best, sure
