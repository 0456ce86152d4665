"""Scores of heads → a tree: the best one there is (Chu & Liu, 1965; Edmonds, 1967)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

NEVER = np.float32(-1e9)


def find_tree(scores: Floats) -> Ints:
    """Return the head of each word of a sentence, its own number for the one root; shape (words,).

    ``scores`` (words, words) says how well each word (column) heads each (row); on the diagonal stands how
    well a word is the root.
    """
    count = len(scores)
    if not count:
        return np.zeros(0, np.int64)
    heads: Ints = scores.argmax(1)
    if (heads == np.arange(count)).sum() == 1 and not _find_cycle(_add_root(heads)):
        return heads
    # A node before all others stands for "no head"; only one word may hang from it.
    best: Ints | None = None
    most = -np.inf
    for root in np.argsort(-scores.diagonal())[:3].tolist():
        weights = np.full((count + 1, count + 1), NEVER, np.float32)
        weights[1:, 1:] = scores
        np.fill_diagonal(weights, NEVER)
        weights[root + 1] = NEVER
        weights[root + 1, 0] = scores[root, root]
        found = _find_arborescence(weights)
        total = float(weights[np.arange(1, count + 1), found[1:]].sum())
        if total > most:
            best, most = found, total
    assert best is not None  # noqa: S101 - there is a word, so a root was tried
    out = best[1:] - 1
    rooted: Ints = np.where(out < 0, np.arange(count), out)
    return rooted


def _add_root(heads: Ints) -> Ints:
    """Number from 1, and let roots hang from 0."""
    own = np.arange(len(heads))
    return np.concatenate([[0], np.where(heads == own, 0, heads + 1)])


def _find_cycle(heads: Ints) -> list[int]:
    """Return the words of one cycle of ``heads`` (node 0 is where all must come from), or none."""
    state = np.zeros(len(heads), np.int8)
    state[0] = 2
    for begin in range(1, len(heads)):
        path = []
        at = begin
        while not state[at]:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at) :]
        state[path] = 2
    return []


def _find_arborescence(weights: Floats) -> Ints:
    """Return the heads of the tree from node 0 with the most weight; ``weights[i, j]``: j heads i."""
    heads: Ints = weights.argmax(1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if not cycle:
        return heads
    ring = np.array(cycle)
    rest = np.array([i for i in range(len(weights)) if i not in set(cycle)])
    size = len(rest)
    small = np.full((size + 1, size + 1), NEVER, np.float32)
    small[:size, :size] = weights[np.ix_(rest, rest)]
    leaving = weights[np.ix_(rest, ring)]
    small[:size, size] = leaving.max(1)
    lost = weights[ring, heads[ring]]
    entering = weights[np.ix_(ring, rest)] - lost[:, None]
    small[size, :size] = entering.max(0) + lost.sum()
    found = _find_arborescence(small)
    out = heads.copy()
    for at, head in enumerate(found[:size].tolist()):
        out[rest[at]] = rest[head] if head < size else ring[leaving[at].argmax()]
    into = int(found[size])
    broken = ring[entering[:, into].argmax()]
    out[broken] = rest[into]
    out[0] = 0
    return out
