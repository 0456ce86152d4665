from __future__ import annotations

import pytest

from secondhand.claim import Span
from secondhand.notes.highlight import Anchor
from secondhand.spans import clip, contains, count_shared, hold, likeness, merge, overlaps


def spans(*places: tuple[int, int]) -> list[Span]:
    return [Span(start, end, "x" * (end - start)) for start, end in places]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ([(0, 4)], [(0, 4)], 1.0),
        ([(0, 4)], [(2, 6)], 2 / 6),
        ([(0, 4)], [(4, 8)], 0.0),
        ([(0, 4)], [], 0.0),
        ([], [], 0.0),
        ([(0, 2), (4, 6)], [(0, 6)], 4 / 6),
        ([(0, 2), (4, 6)], [(1, 5)], 2 / 6),
        ([(3, 3)], [(0, 6)], 0.0),
    ],
)
def test_likeness_is_what_both_have_of_what_either_has(
    one: list[tuple[int, int]], other: list[tuple[int, int]], share: float
) -> None:
    assert likeness(spans(*one), spans(*other)) == likeness(spans(*other), spans(*one)) == share


def test_a_piece_is_held_by_one_and_not_by_two_together() -> None:
    assert hold(spans((0, 4)), spans((0, 4), (1, 2)))
    assert not hold(spans((0, 4)), spans((0, 5)))
    assert not hold(spans((1, 4)), spans((0, 4)))
    assert not hold(spans((0, 4), (4, 8)), spans((3, 5)))
    assert hold(spans((0, 4), (4, 8)), spans((5, 8), (0, 1)))
    assert hold(spans(), spans())


def test_anchors_and_spans_are_pieces_alike() -> None:
    assert likeness(spans((0, 4)), [Anchor(0, 2, "xx")]) == 0.5


def test_ranges_that_only_touch_do_not_overlap_and_are_merged() -> None:
    assert overlaps((0, 4), (3, 5)) and overlaps((3, 5), (0, 4)) and overlaps((0, 9), (3, 5))
    assert not overlaps((0, 4), (4, 5)) and not overlaps((4, 5), (0, 4))
    assert merge([(4, 5), (0, 4), (7, 9), (8, 8)]) == [(0, 5), (7, 9)]
    assert merge([(0, 4), (5, 6)]) == [(0, 4), (5, 6)]


def test_a_range_contains_itself_and_none_that_goes_on_by_a_character() -> None:
    assert contains((2, 5), (2, 5)) and contains((2, 5), (3, 4))
    assert not contains((2, 5), (1, 4)) and not contains((2, 5), (3, 6))


def test_what_is_shared_is_counted_once_for_each_range() -> None:
    assert count_shared([(0, 4), (6, 9)], [(2, 7)]) == 3
    assert count_shared([(0, 4)], [(4, 7)]) == 0


def test_nothing_is_left_of_a_range_beside_the_bounds() -> None:
    assert list(clip([(0, 3), (3, 5), (4, 9), (2, 2)], (2, 5))) == [(2, 3), (3, 5), (4, 5)]
    assert list(clip([(0, 2), (5, 9)], (2, 5))) == []
