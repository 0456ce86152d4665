from __future__ import annotations

import pytest

from secondhand.abbreviations import ends_in_abbreviation


@pytest.mark.parametrize("text", ["Then Sen.", "in Sept.", "J.", "the U.S.", "No.", "Lee Jr."])
def test_a_stop_behind_an_abbreviation_or_initial_ends_no_sentence(text: str) -> None:
    assert ends_in_abbreviation(text, len(text))
    assert ends_in_abbreviation(f"It rains. {text} So.", 10 + len(text))


@pytest.mark.parametrize("text", ["He left.", "the first.", "at NATO.", "Sen", "Sen. Lee.", "mr.", "so!"])
def test_a_stop_behind_any_other_word_does(text: str) -> None:
    assert not ends_in_abbreviation(text, len(text))
    assert not ends_in_abbreviation(f"{text} Then Sen.", len(text))
