from __future__ import annotations

import pytest

from secondhand.claim import Span
from secondhand.notes.highlight import Anchor
from secondhand.overlap import hold, likeness


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
