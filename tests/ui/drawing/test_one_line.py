from __future__ import annotations

import pytest
from rich.cells import cell_len

from secondhand.ui.drawing.one_line import fit_chain, fit_parts, fit_words

CHAIN = ("Sputnik", "The Washington Post", "officials")


@pytest.mark.parametrize(
    ("words", "width", "shown"),
    [
        ("as it is", 8, "as it is"),
        ("the European Union has never attempted to end it", 30, "the European…to end it"),
        ("one two", 6, "one…wo"),
        ("unbroken" * 4, 9, "unbr…oken"),
        ("日本語の新聞", 7, "日…聞"),
        ("words", 1, "…"),
        ("words", 0, ""),
    ],
)
def test_words_lose_their_middle(words: str, width: int, shown: str) -> None:
    assert fit_words(words, width) == shown
    assert cell_len(shown) <= width


def test_a_chain_stands_on_one_row_where_it_fits() -> None:
    assert fit_chain(CHAIN, 41) == ["Sputnik → The Washington Post → officials"]
    assert fit_chain(("Sputnik",), 9) == ["Sputnik"]


def test_the_longest_name_loses_its_middle_first() -> None:
    assert fit_chain(CHAIN, 40) == ["Sputnik → The Washi…Post → officials"]
    assert fit_chain(CHAIN, 36) == ["Sputnik → The…Post → officials"]


def test_where_too_little_would_be_left_there_are_two_rows() -> None:
    assert fit_chain(CHAIN, 32) == ["Sputnik → The Washington Post →", "officials"]
    assert fit_chain(("Tollan Review", "Mirela Sandoz"), 20) == ["Tollan Review →", "Mirela Sandoz"]


@pytest.mark.parametrize("width", range(1, 60))
def test_no_row_is_wider_than_it_may_be_and_no_link_goes(width: int) -> None:
    names = ("The Harrow Bay Courier", "日本経済新聞", "a person familiar with the matter", "Li")
    rows = fit_chain(names, width)
    assert all(cell_len(row) <= width for row in rows)
    if width >= 30:
        assert " ".join(rows).count("→") == 3


@pytest.mark.parametrize(
    ("width", "shown"),
    [(41, "Says it as fact · for it · 59 % sure"), (30, "Says it as fact · for it"), (15, "Says it as fact"),
     (14, "")],
)  # fmt: skip
def test_of_a_stance_whole_parts_are_left(width: int, shown: str) -> None:
    assert fit_parts("Says it as fact · for it · 59 % sure", width) == shown
