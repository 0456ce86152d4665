from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from secondhand.pipeline.network.spanning_tree import find_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether every word leads to the one root."""
    roots = [i for i, head in enumerate(heads) if head == i]
    if len(roots) != 1:
        return False
    for at in range(len(heads)):
        for _ in heads:
            at = heads[at]
        if at != roots[0]:
            return False
    return True


def best(scores: np.ndarray) -> float:
    """What the best tree scores of those whose root is one of the three likeliest."""
    size = len(scores)
    roots = np.argsort(-scores.diagonal())[:3].tolist()
    return max(
        sum(float(scores[i, head]) for i, head in enumerate(heads))
        for heads in product(range(size), repeat=size)
        if is_tree(heads) and any(heads[root] == root for root in roots)
    )


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_no_tree_scores_more(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    found = tuple(find_tree(scores).tolist())
    assert is_tree(found)
    total = sum(float(scores[i, head]) for i, head in enumerate(found))
    # Where the best head of each word makes a tree, that is the best one, whatever its root.
    easy = scores.argmax(1)
    wanted = sum(scores[i, head] for i, head in enumerate(easy)) if is_tree(tuple(easy)) else best(scores)
    assert total == pytest.approx(wanted, abs=1e-4)


def test_two_likely_roots_and_a_ring_still_make_one_tree() -> None:
    scores = np.full((4, 4), -9, np.float32)
    scores[0, 0] = scores[1, 1] = 5
    scores[2, 3] = scores[3, 2] = 9
    scores[1, 0], scores[2, 1] = 1, 2
    assert find_tree(scores).tolist() == [0, 0, 1, 2]


def test_no_words_make_no_tree() -> None:
    assert find_tree(np.zeros((0, 0), np.float32)).tolist() == []
