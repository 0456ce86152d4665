from __future__ import annotations

import pytest

from secondhand.ui.drawing.table_columns import Column, Order, fit


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("The Daily", 9, "The Daily"),
        ("The Daily Example", 12, "The Daily…"),
        ("Rain, and more rain", 6, "Rain…"),
        ("Extraordinary", 6, "Extra…"),
        ("東京の新聞 say so", 12, "東京の新聞…"),
        ("東京の新聞", 6, "東京…"),
    ],
)
def test_whole_words_and_a_sign_that_more_follows(text: str, width: int, shown: str) -> None:
    assert fit(text, width) == shown


@pytest.mark.parametrize(
    ("width", "given"),
    [
        (40, ((0, 26), (1, 10))),
        (62, ((0, 48), (1, 10))),
        (66, ((0, 48), (1, 14))),
        (80, ((0, 56), (1, 20))),
    ],
)
def test_what_a_title_does_not_need_goes_to_the_others(
    width: int, given: tuple[tuple[int, int], ...]
) -> None:
    columns = (Column("Title", 0, 0, str, str), Column("Publisher", 10, 0, str, str, most=20))
    assert Order(columns, 0).list_shown(width) == given


def test_what_nothing_stands_in_leaves_its_room_to_what_is_cut() -> None:
    columns = (
        Column("Title", 0, 0, str, str),
        Column("Publisher", 12, 64, str, str, most=24),
        Column("Claims", 7, 56, str, str),
    )
    order = Order(columns, 0)
    assert order.list_shown(80, (90, 30, 3)) == ((0, 48), (1, 20), (2, 6))
    assert order.list_shown(80, (90, 30, 0)) == ((0, 52), (1, 24))
    assert order.list_shown(80, (20, 30, 0)) == ((0, 46), (1, 30)), "a title that is whole needs no more"
    assert order.list_shown(80, (90, 5, 3)) == ((0, 59), (1, 9), (2, 6)), "its name is whole"
    assert order.list_shown(80, (0, 0, 0)) == ((0, 78),)
    assert order.measure(["a", "東京", "abc"]) == (4, 4, 4)
