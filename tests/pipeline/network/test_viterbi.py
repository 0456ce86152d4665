from __future__ import annotations

from itertools import pairwise, product

import numpy as np

from secondhand.pipeline.network import viterbi


def test_the_words_of_the_cue_are_at_no_distance() -> None:
    assert viterbi.bucket_distances(6, 2, 4).tolist() == [2, 1, 0, 0, 11, 12]


def test_far_words_share_the_last_buckets() -> None:
    found = viterbi.bucket_distances(401, 200, 201)
    assert set(found[:120].tolist()) == {10}
    assert set(found[281:].tolist()) == {20}
    assert found.max() < viterbi.DISTANCES


def test_a_bucket_begins_where_the_head_was_taught_it_does() -> None:
    after = viterbi.bucket_distances(100, 0, 1)
    begins = [int(at) for at in np.flatnonzero(np.diff(after)) + 1]
    assert begins == [1, 2, 3, 4, 6, 9, 14, 22, 40, 80]
    assert sorted(set(after.tolist())) == [0, *range(11, 21)]


def test_distance_grows_alike_on_both_sides() -> None:
    found = viterbi.bucket_distances(201, 100, 101)
    before, after = found[:100][::-1], found[101:]
    assert (before + 10 == after).all()
    assert (np.diff(after) >= 0).all()


def test_paragraphs_are_counted_from_the_cue_and_clipped() -> None:
    assert viterbi.bucket_paragraphs(np.array([0, 1, 2, 3, 4, 5, 6]), 3).tolist() == [0, 0, 1, 2, 3, 4, 4]


def test_viterbi_finds_the_best_path() -> None:
    draw = np.random.default_rng(3)
    for _ in range(20):
        scores = draw.normal(size=(2, 4, 3)).astype(np.float32)
        step = draw.normal(size=(3, 3)).astype(np.float32)
        begin = draw.normal(size=3).astype(np.float32)
        found = viterbi.find_best_labels(scores, step, begin)
        for row in range(2):
            assert tuple(found[row].tolist()) == _best(scores[row], step, begin)


def _best(scores: np.ndarray, step: np.ndarray, begin: np.ndarray) -> tuple[int, ...]:
    def total(path: tuple[int, ...]) -> float:
        steps = sum(step[a, b] for a, b in pairwise(path))
        return float(begin[path[0]] + steps + sum(scores[t, label] for t, label in enumerate(path)))

    return max(product(range(scores.shape[1]), repeat=len(scores)), key=total)


def test_viterbi_reads_a_single_word() -> None:
    scores = np.array([[[0.0, 2.0]]], dtype=np.float32)
    assert viterbi.find_best_labels(
        scores, np.zeros((2, 2), np.float32), np.zeros(2, np.float32)
    ).tolist() == [[1]]
