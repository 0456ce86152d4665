from __future__ import annotations

import math

import pytest

torch = pytest.importorskip("torch")

from secondhand.training.heads import (  # noqa: E402
    FEELING,
    RELATION,
    Feelings,
    Pairs,
    Relations,
    antecedent_loss,
    arc_loss,
)
from secondhand.training.labelled import IGNORE  # noqa: E402


def test_arcs_are_sought_in_the_sentence_alone() -> None:
    scores = torch.zeros(1, 4, 4)
    head, span = torch.tensor([[0, 0, 2, IGNORE]]), torch.tensor([[1, 1, 2, -1]])
    # Two words to choose from, twice; one, once; nothing asked of the last.
    assert arc_loss(scores, head, span).item() == pytest.approx(2 * math.log(2) / 3, abs=1e-4)


def test_any_earlier_mention_of_the_group_is_right() -> None:
    group = torch.tensor([[1, 0, 1, 1]])
    scores = torch.zeros(1, 4, 4)
    even = (0 + math.log(3 / 1) + math.log(4 / 2)) / 3
    assert antecedent_loss(scores, group).item() == pytest.approx(even, abs=1e-4)
    scores[0, 3, 0] = scores[0, 2, 0] = 20.0
    assert antecedent_loss(scores, group).item() < 0.01


def test_a_first_mention_has_itself() -> None:
    scores = torch.zeros(1, 2, 2)
    scores[0, 1, 1] = 20.0
    assert antecedent_loss(scores, torch.tensor([[0, 3]])).item() < 0.01


def test_feelings_do_not_look_beyond_what_may_tell() -> None:
    torch.manual_seed(5)
    head = Feelings().eval()
    words, target = torch.randn(1, 6, 3 * FEELING), torch.tensor([[0.0, 1, 0, 0, 0, 0]])
    within = torch.tensor([[True, True, True, False, False, False]])
    found = head(words, target, within)
    words[:, 4] += 3
    assert torch.allclose(found, head(words, target, within))
    words[:, 2] += 3
    assert not torch.allclose(found, head(words, target, within))


def test_pairs_and_relations_score_each_with_each() -> None:
    assert Pairs(8, 4)(torch.randn(2, 5, 8)).shape == (2, 5, 5)
    assert Relations(7)(torch.randn(3, RELATION), torch.randn(3, RELATION)).shape == (3, 7)
