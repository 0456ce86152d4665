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
