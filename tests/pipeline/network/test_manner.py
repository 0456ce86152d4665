from __future__ import annotations

import numpy as np
import pytest

from secondhand.pipeline.network.manner import COMMITMENTS, FRAMINGS, SPEAKERS, read_manners


def test_each_of_the_three_is_likely_by_its_own_scores() -> None:
    scores = np.zeros((2, len(COMMITMENTS) + len(FRAMINGS) + len(SPEAKERS)), np.float32)
    scores[0, :5] = np.log([1, 2, 3, 2, 2])
    scores[0, 5:8] = np.log([6, 3, 1])
    scores[1, 8:] = np.log([15, 1, 1, 1, 1, 1])
    first, second = read_manners(scores)
    assert first.commitment == pytest.approx((0.1, 0.2, 0.3, 0.2, 0.2))
    assert first.framing == pytest.approx((0.6, 0.3, 0.1))
    assert first.speaker == pytest.approx((0.1667,) * 6)
    assert second.speaker == pytest.approx((0.75, 0.05, 0.05, 0.05, 0.05, 0.05))
    assert (second.commitment, second.framing) == (pytest.approx((0.2,) * 5), pytest.approx((0.3333,) * 3))


def test_chances_are_rounded_and_plain_numbers() -> None:
    (only,) = read_manners(np.zeros((1, 14), np.float32))
    assert only.framing == pytest.approx((0.3333,) * 3, abs=1e-6)
    assert {type(chance) for chance in (*only.commitment, *only.framing, *only.speaker)} == {float}


def test_without_a_cue_there_is_none() -> None:
    assert read_manners(np.zeros((0, 14), np.float32)) == []
