from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from secondhand.pipeline.network.attributions import (
    Attribution,
    Settings,
    decode_attributions,
    estimate_confidence,
)
from secondhand.pipeline.network.contents import find_runs
from secondhand.pipeline.network.encoder import Scores
from secondhand.pipeline.network.windows import Window
from tests.pipeline.making import EVEN, scored

# Words:  0   1    2    3  4     5
TEXT = "He said that it rains often"
OFFSETS = np.array([[0, 2], [3, 7], [8, 12], [13, 15], [16, 21], [22, 27]])
NO, BS, IS, BC, IC, BR, IR = range(7)


class Stub:
    """Answers the questions of the role, the content and the manner head with literal labels.

    ``felt`` and ``inner`` are the labels of all six words: none, against, for; none, B and I of a cue.
    ``later`` are the roles of the cues inside contents.
    """

    def __init__(
        self,
        *labels: list[int],
        felt: list[int] | None = None,
        inner: list[int] | None = None,
        later: list[int] | None = None,
    ) -> None:
        self.scores = [_spread(labels, 7), _spread([later or []], 7)]
        found = [_spread([given or [0] * 6], 3)[0] for given in (felt, inner)]
        self.looks = np.concatenate(found, 1)
        self.asked: dict[str, list[object]] = {}

    def score_roles(
        self, words: object, begin: object, end: object, distance: object, paragraph: object
    ) -> object:
        given = {"begin": begin, "end": end, "distance": distance, "paragraph": paragraph}
        self.asked = {name: value.tolist() for name, value in given.items()}  # type: ignore[attr-defined]
        return self.scores.pop(0)

    def score_contents(self, states: object, begin: object, end: object, at: Any, inside: object) -> object:
        return self.looks[at]

    def score_manners(
        self, words: object, begin: object, end: object, source: object, content: object
    ) -> object:
        self.asked |= {"source": source.tolist(), "content": content.tolist()}  # type: ignore[attr-defined]
        return np.tile(np.array([0, 9, 0, 0, 0, 0, 0, 9, 9, 0, 0, 0, 0, 0], np.float32), (len(content), 1))  # type: ignore[arg-type]


def _spread(labels: Sequence[list[int]], kinds: int) -> Any:
    """Scores that are all but sure of ``labels``."""
    rows = [[[9.0 if label == kind else 0.0 for kind in range(kinds)] for label in row] for row in labels]
    return np.array(rows, np.float32)


def window(*, context: int = 0, paragraphs: list[int] | None = None) -> Window:
    none = np.zeros(0, np.int64)
    return Window(none, none, np.arange(6) + 1, OFFSETS, np.array(paragraphs or [0] * 6), (), context)


def scores(*cue: int) -> Scores:
    """The cue head is all but sure of the labels ``cue`` (O, B, I)."""
    likely = np.full((6, 3), 0.05, np.float32)
    likely[np.arange(6), list(cue)] = 0.9
    return scored(6, cue=likely)


def found(stub: Stub, cue: Scores, given: Window | None = None) -> list[Attribution]:
    return list(decode_attributions(stub, given or window(), cue, EVEN))  # type: ignore[arg-type]


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


def test_words_that_tell_through_whom_it_came_are_a_relay() -> None:
    (one,) = found(Stub([BS, NO, BR, IR, BC, IC]), scores(0, 1, 0, 0, 0, 0))
    assert words(one.relay) == ["that it"]
    assert (words(one.source), words(one.content)) == (["He"], ["rains often"])


def test_how_it_is_meant_is_read_with_its_source_and_content() -> None:
    stub = Stub([BS, NO, NO, BC, IC, IC])
    (one,) = found(stub, scores(0, 1, 0, 0, 0, 0))
    assert one.manner is not None
    likeliest = [max(range(len(p)), key=p.__getitem__) for p in (one.manner.commitment, one.manner.framing)]
    assert likeliest == [1, 2]
    assert sum(one.manner.speaker) == pytest.approx(1, abs=1e-3)
    assert stub.asked["source"] == [[True, False, False, False, False, False]]
    assert stub.asked["content"] == [[False, False, False, True, True, True]]


def test_an_attitude_is_to_words_of_the_content_only() -> None:
    stub = Stub([BS, NO, NO, BC, IC, IC], felt=[1, 0, 0, 0, 2, 2])
    (one,) = found(stub, scores(0, 1, 0, 0, 0, 0))
    (felt,) = one.felt
    assert TEXT[felt.start : felt.end] == "rains often"
    assert felt.for_ > 0.9
    assert felt.against < 0.1


def test_evidence_tells_how_sure_cue_source_and_content_are() -> None:
    # A label of 9 among seven is as sure as this; the cue is 0.05 likely to be none.
    sure = -np.log(1 + 6 * np.exp(-9.0))
    (one,) = found(Stub([BS, NO, NO, BC, IC, IC]), scores(0, 1, 0, 0, 0, 0))
    assert one.evidence == pytest.approx((np.log(0.95), sure, sure), abs=1e-5)
    (one,) = found(Stub([NO, NO, NO, BC, IC, IC]), scores(0, 1, 0, 0, 0, 0))
    # Without a source it is as sure as the word that is least surely none: one of the content here.
    assert one.evidence[1] == pytest.approx(sure - 9.0, abs=1e-4)


def test_a_cue_of_several_words_is_as_sure_as_the_surest() -> None:
    likely = scores(0, 1, 2, 0, 0, 0)
    likely.cue[2, 0] = 0.5
    likely.cue[2, 2] = 0.6
    (one,) = found(Stub([BS, NO, NO, BC, IC, IC]), likely)
    assert TEXT[slice(*one.cue)] == "said that"
    assert one.evidence[0] == pytest.approx(np.log(0.95), abs=1e-5)


def test_of_several_sources_the_longer_one_is_kept_whichever_comes_first() -> None:
    (one,) = found(Stub([BS, NO, BS, IS, BC, IC]), scores(0, 1, 0, 0, 0, 0))
    assert words(one.source) == ["that it"]
    (one,) = found(Stub([BC, IC, BS, IS, NO, BS]), scores(0, 0, 0, 0, 1, 0))
    assert words(one.source) == ["that it"]


def test_an_attribution_belongs_to_the_paragraph_of_its_cue() -> None:
    (one,) = found(
        Stub([BS, NO, NO, BC, IC, IC]), scores(0, 1, 0, 0, 0, 0), window(paragraphs=[4, 5, 5, 5, 6, 6])
    )
    assert one.group == 5


def test_parts_of_an_attribution_have_an_extent_and_a_maker() -> None:
    one = Attribution((3, 7), ((0, 2),), ((13, 15), (16, 27)), 0, (-0.5, 0.0, 0.0))
    assert (one.extent, one.certain, one.cue_score) == ((0, 27), False, -0.5)
    ruled = Attribution((3, 7), (), ((5, 6),), 0, made_by="layout")
    assert (ruled.extent, ruled.certain, ruled.cue_score) == ((3, 7), True, 0.0)


def test_the_surest_is_as_sure_as_the_intercept_says() -> None:
    assert estimate_confidence((), (1.0, 2.0, 0.0, 0.5)) == pytest.approx(1 / (1 + np.exp(-1.0)))
    with pytest.raises(ValueError, match="zip"):
        estimate_confidence((0.0, 0.0), (1.0, 2.0, 0.0, 0.5))


def test_settings_of_older_weights_have_no_tags_and_no_temperature() -> None:
    old = Settings.from_json('{"bias": 0, "step": [[0]], "begin": [0], "calibration": [1]}')
    assert (old.tags, old.relations, old.temperature) == ((), (), 1.0)


def test_a_cue_inside_a_content_has_roles_of_its_own() -> None:
    stub = Stub([BS, NO, NO, BC, IC, IC], inner=[1, 0, 0, 0, 1, 0], later=[NO, NO, NO, BS, NO, BC])
    outer, inner = found(stub, scores(0, 1, 0, 0, 0, 0))
    assert (words((outer.cue,)), words((inner.cue,))) == (["said"], ["rains"])
    assert (words(inner.source), words(inner.content)) == (["it"], ["often"])
    assert inner.evidence[0] == pytest.approx(0, abs=1e-3)


def test_what_the_cue_head_found_is_not_found_again() -> None:
    stub = Stub([BS, NO, NO, BC, IC, IC], [NO, NO, NO, BS, NO, BC], inner=[0, 0, 0, 0, 1, 0])
    assert len(found(stub, scores(0, 1, 0, 0, 1, 0))) == 2
