from __future__ import annotations

import numpy as np

from secondhand.pipeline.network import named_entities
from secondhand.pipeline.network.encoder import Scores
from secondhand.pipeline.network.windows import Window
from tests.pipeline.making import scored

TEXT = "Ann Lee left. Rome slept."
OFFSETS = np.array([[0, 3], [4, 7], [8, 12], [12, 13], [14, 18], [19, 24], [24, 25]])


def window(context: int = 0) -> Window:
    none = np.zeros(0, np.int64)
    return Window(none, none, np.arange(7), OFFSETS, np.zeros(7, np.int64), (), context)


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
