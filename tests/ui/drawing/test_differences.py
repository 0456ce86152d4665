"""What differs between two wordings."""

from __future__ import annotations

import pytest

from secondhand.ui.drawing.differences import mark_differences


@pytest.mark.parametrize(
    ("words", "base", "marked"),
    [
        ("rates may stay", "rates will stay", ["may"]),
        ("Rates will stay", "rates will stay", []),
        ("rates will stay at least", "rates will stay", ["at", "least"]),
        ("rates stay", "rates will stay", []),
        ("trains were late", "rates will stay", []),
    ],
)
def test_words_that_the_other_wording_lacks_are_marked(words: str, base: str, marked: list[str]) -> None:
    text = mark_differences(words, base)
    assert text.plain == words
    assert [words[span.start : span.end] for span in text.spans] == marked
