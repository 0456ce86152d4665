from __future__ import annotations

import pytest

from secondhand.training.score import Tally, characters, overlap, pair, tally
from tests.pipeline.making import find

TEXT = 'Ann said it rains, Bob added "it pours and it snows".'


def one(content: str, cue: str, source: str | None = None) -> dict[str, list[list[int]]]:
    return {
        "content": [list(find(TEXT, content))],
        "cue": [list(find(TEXT, cue))],
        "source": [list(find(TEXT, source))] if source else [],
    }


def figures(
    gold: list[dict[str, list[list[int]]]], ours: list[dict[str, list[list[int]]]]
) -> dict[str, float]:
    return tally([(TEXT, gold, ours)]).figures()


ANN = one("it rains", "said", "Ann")
BOB = one('"it pours and it snows"', "added", "Bob")
ALL = dict.fromkeys(("source", "cue", "content", "found", "attribution", "strict"), 100.0)


def test_what_is_the_same_scores_full() -> None:
    assert figures([ANN, BOB], [BOB, ANN]) == ALL


def test_marks_and_stops_at_the_edges_do_not_count() -> None:
    assert figures([BOB], [one("it pours and it snows", "added", "Bob")]) == ALL


def test_nothing_found_scores_nothing() -> None:
    assert figures([ANN], []) == dict.fromkeys(ALL, 0.0)
    assert figures([], [ANN]) == dict.fromkeys(ALL, 0.0)
    assert figures([], []) == dict.fromkeys(ALL, 0.0)


def test_half_of_the_content_is_right_but_not_strict() -> None:
    found = figures([BOB], [one("it pours and", "added", "Bob")])
    assert (found["attribution"], found["strict"], found["found"]) == (100.0, 0.0, 100.0)
    assert (found["cue"], found["content"]) == (100.0, 0.0)


def test_less_than_half_is_only_found() -> None:
    found = figures([BOB], [one("it pours", "added", "Bob")])
    assert (found["attribution"], found["strict"], found["found"]) == (0.0, 0.0, 100.0)


def test_the_source_must_be_right_too() -> None:
    found = figures([ANN], [one("it rains", "said", "Bob")])
    assert (found["attribution"], found["strict"], found["source"]) == (0.0, 0.0, 0.0)
    assert figures([ANN], [one("it rains", "said")])["attribution"] == 0.0


def test_no_source_agrees_with_no_source() -> None:
    assert figures([one("it rains", "said")], [one("it rains", "said")])["strict"] == 100.0


def test_a_cue_elsewhere_is_not_found() -> None:
    found = figures([ANN], [one("it rains", "added", "Ann")])
    assert (found["found"], found["attribution"], found["cue"]) == (0.0, 100.0, 0.0)


def test_one_too_many_costs_precision() -> None:
    assert figures([ANN], [ANN, BOB])["strict"] == pytest.approx(66.7)


def test_attributions_are_paired_one_to_one() -> None:
    half = one("|it pours and| it", "added", "Bob")
    pairs = pair(TEXT, [BOB], [half, BOB, BOB])
    assert [(i, right, exact) for i, _, _, right, exact in pairs] == [(0, True, True)]
    assert pairs[0][1] in (1, 2)


def test_one_prediction_serves_only_one_gold() -> None:
    wide = one('it rains, Bob added "it pours and it snows"', "said", "Ann")
    assert len(pair(TEXT, [ANN, BOB], [wide])) == 1


def test_pieces_a_comma_apart_are_one() -> None:
    text = "it rains, it pours"
    gold = {"content": [[0, 18]], "cue": [], "source": []}
    ours = {"content": [[0, 8], [10, 18]], "cue": [], "source": []}
    assert tally([(text, [gold], [ours])]).figures()["content"] == 100.0


def test_articles_add_up() -> None:
    found = tally([(TEXT, [ANN], [ANN]), (TEXT, [BOB], [])])
    assert (found.gold, found.predicted, found.strict) == (2, 1, 1)


def test_an_empty_tally_has_figures() -> None:
    assert set(Tally().figures()) == set(ALL)


def test_characters_leave_the_edges_out() -> None:
    assert characters('"a b."', [[0, 6]]) == {1, 3}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [({1, 2}, {1, 2}, 1.0), ({1, 2}, {2, 3}, 1 / 3), (set(), set(), 1.0), ({1}, set(), 0.0)],
)
def test_overlap(a: set[int], b: set[int], expected: float) -> None:
    assert overlap(frozenset(a), frozenset(b)) == expected
