from __future__ import annotations

import numpy as np
import pytest

from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.candidates import Candidate
from secondhand.training.speaker_examples import Examples, judge
from secondhand.training.speakers import make_objective, to_ranker


def test_the_gradient_is_how_much_likelier_a_candidate_is_than_it_should_be() -> None:
    differentiate = make_objective(np.array([0, 0, 1, 1]), np.array([True, False, False, True]))
    gradient, curvature = differentiate(np.array([0.0, 0.0, 0.0, np.log(3)]), None)
    assert gradient.tolist() == pytest.approx([-0.5, 0.5, 0.25, -0.25])
    assert curvature.tolist() == pytest.approx([0.25, 0.25, 0.1875, 0.1875])


def test_any_of_several_right_ones_will_do() -> None:
    differentiate = make_objective(np.array([0, 0, 0]), np.array([True, True, False]))
    gradient, _ = differentiate(np.array([np.log(2), 0.0, 0.0]), None)
    assert gradient.tolist() == pytest.approx([0.5 - 2 / 3, 0.25 - 1 / 3, 0.25])


def test_a_claim_without_a_right_candidate_teaches_nothing() -> None:
    differentiate = make_objective(np.array([0, 0]), np.array([False, False]))
    assert differentiate(np.array([1.0, 0.0]), None)[0].tolist() == [0.0, 0.0]


def test_a_model_becomes_a_ranker() -> None:
    leaf, other = {"leaf_value": 1.0}, {"leaf_value": 0.0}
    split = {"split_feature": 1, "threshold": 2.0, "left_child": leaf, "right_child": other}
    made = to_ranker({"tree_info": [{"tree_structure": split}, {"tree_structure": other}]}, ("a", "b"))
    near, far = {"a": 9.0, "b": 1.0}, {"a": 0.0, "b": 3.0}
    assert made.rank([near, far])[0] / made.rank([near, far])[1] == pytest.approx(np.e)


def known(name: str) -> Candidate:
    return Candidate("known", Entity(name, "person"))


def test_the_very_name_is_right_and_else_any_that_is_the_same() -> None:
    lee, ann, nobody = known("Lee"), known("Ann Lee"), Candidate("nobody", None)
    assert judge([lee, ann, nobody], "Ann Lee") == [False, True, False]
    assert judge([lee, nobody], "Ann Lee") == [True, False]
    assert judge([lee, nobody], "unknown") == [False, True]


def test_features_met_later_are_absent_before() -> None:
    examples = Examples()
    examples.add([{"a": 1.0}], [True], 0, True)
    examples.add([{"a": 2.0, "b": 3.0}, {"b": 4.0}], [False, True], 0, True)
    assert examples.matrix().tolist() == [[1.0, -2.0], [2.0, 3.0], [-2.0, 4.0]]
    assert examples.sizes() == [1, 2]
