"""Words are compared by their stems, however they are written."""

from __future__ import annotations

import pytest

from secondhand.statements.stems import is_denying, list_stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ferries", "ferry"),
        ("3 boats", "three boat"),
        ("Netan\u00adyahu’s", "Netanyahu's"),
        ("DIDN’T", "didn't"),
    ],
)
def test_the_same_words_have_the_same_stems(one: str, other: str) -> None:
    assert list_stems(one) == list_stems(other)


def test_a_number_with_more_than_two_figures_stays_one() -> None:
    assert list_stems("300") != list_stems("three")


@pytest.mark.parametrize(("text", "denies"), [("he didn’t go", True), ("note it", False)])
def test_a_word_of_denial_is_known(text: str, denies: bool) -> None:
    assert is_denying(list_stems(text)) is denies
