from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from secondhand.pipeline.speakers.ranker import ABSENT, LEAF, Ranker


def tree(
    rows: list[tuple[int, float, int, int, float]],
) -> list[np.ndarray[tuple[int, ...], np.dtype[np.float64]]]:
    """The columns of one tree whose nodes are ``rows``: feature, threshold, left, right, value."""
    return [np.array([column], np.float64) for column in zip(*rows, strict=True)]


def ranker() -> Ranker:
    """Who is near is liked, who spoke last among the near still more."""
    feature, threshold, left, right, value = tree(
        [
            (0, 2.5, 1, 2, 0.0),
            (1, 0.5, 3, 4, 0.0),
            (LEAF, 0, 2, 2, -1.0),
            (LEAF, 0, 3, 3, 1.0),
            (LEAF, 0, 4, 4, 2.0),
        ]
    )
    return Ranker(
        ("sentences ago", "spoke last"),
        feature.astype(np.int16),
        threshold.astype(np.float32),
        left.astype(np.int16),
        right.astype(np.int16),
        value.astype(np.float32),
    )


def test_the_chances_of_all_candidates_are_one() -> None:
    far, near, last = (
        {"sentences ago": 3.0},
        {"sentences ago": 2.0},
        {"sentences ago": 1.0, "spoke last": 1.0},
    )
    chances = ranker().rank([far, near, last])
    assert chances.sum() == pytest.approx(1.0)
    assert chances[1] / chances[0] == pytest.approx(np.exp(2.0))
    assert chances[2] / chances[1] == pytest.approx(np.exp(1.0))


def test_what_is_at_the_threshold_goes_left() -> None:
    at, beyond = {"sentences ago": 2.5}, {"sentences ago": 2.500001}
    assert ranker().rank([at, beyond])[0] > 0.5


def test_a_feature_that_is_not_told_is_less_than_all() -> None:
    told, untold = {"sentences ago": ABSENT, "spoke last": ABSENT}, {}
    assert ranker().rank([told, untold]).tolist() == [0.5, 0.5]


def test_a_feature_nobody_learned_of_counts_for_nothing() -> None:
    assert ranker().rank([{"unheard of": 9.0}, {}]).tolist() == [0.5, 0.5]


def test_one_candidate_is_certain() -> None:
    assert ranker().rank([{"sentences ago": 40.0}]).tolist() == [1.0]


def test_trees_add_up() -> None:
    one = ranker()
    twice = Ranker(
        one.features,
        *(np.vstack([part, part]) for part in (one.feature, one.threshold, one.left, one.right, one.value)),
    )
    rows = [{"sentences ago": 3.0}, {"sentences ago": 2.0}]
    assert twice.rank(rows)[1] / twice.rank(rows)[0] == pytest.approx(np.exp(4.0))


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "ranker.npz"
    path.write_bytes(ranker().to_bytes())
    again = Ranker.from_disk(path)
    rows = [{"sentences ago": 3.0}, {"spoke last": 1.0}]
    assert again.features == ranker().features
    assert again.rank(rows).tolist() == ranker().rank(rows).tolist()


def test_a_file_that_is_no_ranker_is_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        Ranker.from_bytes(b"no archive")
