from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from secondhand.pipeline.network.attributions import (
    Attribution,
    Settings,
    decode_attributions,
    estimate_confidence,
    find_runs,
)
from secondhand.pipeline.network.encoder import Scores
from secondhand.pipeline.network.windows import Window
from tests.pipeline.making import EVEN, scored

# Words:  0   1    2    3  4     5
TEXT = "He said that it rains often"
OFFSETS = np.array([[0, 2], [3, 7], [8, 12], [13, 15], [16, 21], [22, 27]])
NO, BS, IS, BC, IC = range(5)


class Stub:
    """Answers the role head's question with literal labels."""

    def __init__(self, *labels: list[int]) -> None:
        self.scores = np.array(
            [[[9.0 if label == k else 0.0 for k in range(5)] for label in row] for row in labels]
        )
        self.asked: dict[str, list[object]] = {}

    def score_roles(
        self, words: object, begin: object, end: object, distance: object, paragraph: object
    ) -> object:
        given = {"begin": begin, "end": end, "distance": distance, "paragraph": paragraph}
        self.asked = {name: value.tolist() for name, value in given.items()}  # type: ignore[attr-defined]
        return self.scores.astype(np.float32)


def window(*, context: int = 0, paragraphs: list[int] | None = None) -> Window:
    none = np.zeros(0, np.int64)
    return Window(none, none, np.arange(6) + 1, OFFSETS, np.array(paragraphs or [0] * 6), (), context)


def scores(*cue: int) -> Scores:
    """The cue head is all but sure of the labels ``cue`` (O, B, I)."""
    likely = np.full((6, 3), 0.05, np.float32)
    likely[np.arange(6), list(cue)] = 0.9
    return scored(6, cue=likely)


def found(stub: Stub, cue: Scores, given: Window | None = None, **known: bool) -> list[Attribution]:
    return list(decode_attributions(stub, given or window(), cue, EVEN, **known))  # type: ignore[arg-type]


def words(spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [TEXT[s:e] for s, e in spans]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([0, 1, 2, 2, 0, 1], [(1, 4), (5, 6)]),
        ([1, 1, 2], [(0, 1), (1, 3)]),
        ([2, 2, 0], [(0, 2)]),
        ([0, 0], []),
        ([3, 4, 1, 2], [(2, 4)]),
    ],
)
def test_runs_begin_at_b_and_go_on_with_i(labels: list[int], expected: list[tuple[int, int]]) -> None:
    assert find_runs(np.array(labels), 1) == expected


def test_runs_of_another_kind() -> None:
    assert find_runs(np.array([3, 4, 1, 2, 3]), 3) == [(0, 2), (4, 5)]


def test_settings_survive_json() -> None:
    settings = Settings(0.5, ((0.0, -1.0), (2.0, 0.25)), (0.0, -3.0), (0.1, 1.0, 2.0, 3.0))
    assert Settings.from_json(settings.to_json()) == settings


def test_confidence_is_a_logistic_regression() -> None:
    settings = replace(EVEN, calibration=(1.0, 2.0, 0.0, 0.5))
    assert estimate_confidence((0.0, 0.0, -2.0), settings.calibration) == 0.5
    assert estimate_confidence((-1.0, -9.0, 0.0), settings.calibration) == pytest.approx(1 / (1 + np.e))


def test_confidence_rises_with_the_evidence() -> None:
    low, high = (
        estimate_confidence((-3.0, -2.0, -2.0), EVEN.calibration),
        estimate_confidence((-0.1, -0.1, -0.1), EVEN.calibration),
    )
    assert 0 < low < high < 1


def test_an_attribution_is_read_off_the_labels() -> None:
    stub = Stub([BS, NO, NO, BC, IC, IC])
    (one,) = found(stub, scores(0, 1, 0, 0, 0, 0))
    assert TEXT[slice(*one.cue)] == "said"
    assert words(one.source) == ["He"]
    assert words(one.content) == ["it rains often"]
    assert one.group == 0
    assert len(one.evidence) == 3
    assert all(e <= 0 for e in one.evidence)


def test_the_role_head_is_asked_where_the_cue_is() -> None:
    stub = Stub([BS, NO, NO, BC, IC, IC])
    found(stub, scores(0, 1, 2, 0, 0, 0), window(paragraphs=[0, 0, 0, 1, 1, 1]))
    assert stub.asked["begin"] == [1]
    assert stub.asked["end"] == [2]
    assert stub.asked["distance"] == [[1, 0, 0, 11, 12, 13]]
    assert stub.asked["paragraph"] == [[2, 2, 2, 3, 3, 3]]


def test_words_of_the_cue_are_neither_source_nor_content() -> None:
    (one,) = found(Stub([BS, BC, IC, IC, IC, IC]), scores(0, 1, 2, 0, 0, 0))
    assert words(one.content) == ["it rains often"]


def test_without_content_there_is_no_attribution() -> None:
    assert found(Stub([BS, NO, NO, NO, NO, NO]), scores(0, 1, 0, 0, 0, 0)) == []


def test_without_a_cue_nothing_is_asked() -> None:
    stub = Stub([NO] * 6)
    assert found(stub, scores(0, 0, 0, 0, 0, 0)) == []
    assert stub.asked == {}


def test_a_bias_against_cues_holds_them_back() -> None:
    stub = Stub([BS, NO, NO, BC, IC, IC])
    strict = replace(EVEN, bias=5.0)
    assert list(decode_attributions(stub, window(), scores(0, 1, 0, 0, 0, 0), strict)) == []  # type: ignore[arg-type]


def test_several_cues_come_in_their_order() -> None:
    stub = Stub([BS, NO, NO, BC, IC, IC], [NO, NO, NO, BS, NO, BC])
    one, two = found(stub, scores(0, 1, 0, 0, 1, 0))
    assert [TEXT[slice(*a.cue)] for a in (one, two)] == ["said", "rains"]
    assert (words(two.source), words(two.content)) == (["it"], ["often"])


def test_cues_in_the_context_belong_to_the_window_before() -> None:
    stub = Stub([NO, NO, NO, BS, NO, BC])
    only = found(stub, scores(0, 1, 0, 0, 1, 0), window(context=3))
    assert [TEXT[slice(*a.cue)] for a in only] == ["rains"]


def test_contents_that_touch_are_one_and_others_stay_apart() -> None:
    (one,) = found(Stub([BC, NO, BC, BC, NO, BC]), scores(0, 1, 0, 0, 0, 0))
    assert words(one.content) == ["He", "that it", "often"]


def test_of_several_sources_the_best_is_kept() -> None:
    (one,) = found(Stub([BS, NO, BS, IS, NO, BC]), scores(0, 1, 0, 0, 0, 0))
    assert words(one.source) == ["that it"]


def test_within_a_paragraph_nothing_is_taken_from_another() -> None:
    stub = Stub([BS, NO, NO, BC, IC, IC])
    given = window(paragraphs=[4, 4, 4, 4, 5, 5])
    (whole,) = found(stub, scores(0, 1, 0, 0, 0, 0), given)
    (kept,) = found(stub, scores(0, 1, 0, 0, 0, 0), given, within=True)
    assert words(whole.content) == ["it rains often"]
    assert words(kept.content) == ["it"]
    assert kept.group == 4
