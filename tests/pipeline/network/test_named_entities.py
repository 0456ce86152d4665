from __future__ import annotations

import numpy as np
import pytest

from secondhand.pipeline.network import named_entities
from secondhand.pipeline.network.encoder import Scores
from secondhand.pipeline.network.windows import Window
from tests.pipeline.making import scored

TEXT = "Ann Lee left. Rome slept."
OFFSETS = np.array([[0, 3], [4, 7], [8, 12], [12, 13], [14, 18], [19, 24], [24, 25]])


def window(context: int = 0, paragraphs: list[int] | None = None) -> Window:
    none = np.zeros(0, np.int64)
    return Window(none, none, np.arange(7), OFFSETS, np.array(paragraphs or [0] * 7), (), context)


def scores(sentence: list[float] | None = None, labels: list[int] | None = None) -> Scores:
    given = np.zeros((7, 9), np.float32)
    given[np.arange(7), labels or [0] * 7] = 1
    starts = np.array(sentence or [0.0] * 7, np.float32)
    return scored(7, sentence=starts, entity=given)


def test_sentences_begin_where_it_is_more_likely_than_not() -> None:
    given = scores(sentence=[0.9, 0.1, 0.4, 0.0, 0.6, 0.0, 0.0])
    assert named_entities.find_sentence_starts(window(), given) == (0, 14)
    assert named_entities.find_sentence_starts(window(context=4), given) == (14,)


def test_entities_are_runs_of_their_kind() -> None:
    given = scores(labels=[1, 2, 0, 0, 5, 0, 0])
    assert named_entities.find_entities(window(), given) == ((0, 7, "PERSON"), (14, 18, "LOC"))


def test_neighbours_of_another_kind_stay_apart() -> None:
    given = scores(labels=[7, 3, 4, 0, 0, 0, 0])
    assert named_entities.find_entities(window(), given) == ((0, 3, "NORP"), (4, 12, "ORG"))


def test_entities_of_the_context_belong_to_the_window_before() -> None:
    given = scores(labels=[1, 2, 0, 0, 5, 0, 0])
    assert named_entities.find_entities(window(context=2), given) == ((14, 18, "LOC"),)


def test_names_of_one_kind_that_touch_are_one_within_a_paragraph() -> None:
    given = scores(labels=[1, 1, 0, 0, 0, 0, 0])
    assert named_entities.find_entities(window(), given) == ((0, 7, "PERSON"),)
    apart = window(paragraphs=[0, 1, 1, 1, 1, 1, 1])
    assert named_entities.find_entities(apart, given) == ((0, 3, "PERSON"), (4, 7, "PERSON"))
    assert named_entities.find_entities(window(), scores(labels=[7, 7, 0, 0, 0, 0, 0])) == (
        (0, 3, "NORP"),
        (4, 7, "NORP"),
    )
    assert named_entities.find_entities(window(), scores(labels=[1, 0, 1, 0, 0, 0, 0])) == (
        (0, 3, "PERSON"),
        (8, 12, "PERSON"),
    )


@pytest.mark.parametrize("kind", [3, 5])
def test_what_stands_right_after_a_person_is_the_rest_of_the_name(kind: int) -> None:
    assert named_entities.find_entities(window(), scores(labels=[1, kind, 0, 0, 1, 0, 0])) == (
        (0, 7, "PERSON"),
        (14, 18, "PERSON"),
    )
    whole = scores(labels=[1, kind, kind, 0, 0, 0, 0])
    assert named_entities.find_entities(window(), whole) == ((0, 12, "PERSON"),)


@pytest.mark.parametrize(
    ("labels", "kinds"),
    [
        ([1, 7, 0, 0, 0, 0, 0], ["PERSON", "NORP"]),
        ([3, 5, 0, 0, 0, 0, 0], ["ORG", "LOC"]),
        ([0, 0, 1, 3, 0, 0, 0], ["PERSON", "ORG"]),
        ([1, 0, 3, 0, 0, 0, 0], ["PERSON", "ORG"]),
    ],
)
def test_but_not_another_kind_nor_what_stands_closer_or_further(labels: list[int], kinds: list[str]) -> None:
    assert [kind for *_, kind in named_entities.find_entities(window(), scores(labels=labels))] == kinds


def test_a_name_does_not_go_on_where_none_has_begun() -> None:
    given = np.zeros((7, 9), np.float32)
    given[:, 0] = 0.3
    given[1, [2, 1]] = 0.5, 0.2
    assert named_entities.find_entities(window(), scored(7, entity=given)) == ()


def test_where_no_word_is_none_is_named() -> None:
    assert named_entities.find_entities(window(), scored(7, entity=np.zeros((0, 9), np.float32))) == ()
