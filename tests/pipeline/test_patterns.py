from __future__ import annotations

import re

import pytest

from secondhand.pipeline import patterns


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (patterns.LETTERS, "naïve 25 x_y", ["naïve", "x", "y"]),
        (patterns.WORD, "O’Brien’s well-known U.S. 9News", ["O’Brien’s", "well-known", "U", "S", "News"]),
        (patterns.DOTTED_WORD, "the U.S. left.", ["the", "U.S", "left"]),
        (patterns.NAME_WORD, "U.S. Reuters/Ipsos 9News", ["U.S.", "Reuters/Ipsos", "9News"]),
        (patterns.NAME_PART, "Émile J. de Lee", ["Émile", "J.", "Lee"]),
        (patterns.CAPITALIZED, "Émile O’Neil. ärger", ["Émile", "O’Neil"]),
        (patterns.PARTY, "(R-Ohio) D–N.Y. X-Ray", ["R-Ohio", "D–N.Y."]),
        (rf"\b{patterns.TITLE}\.", "Mr. Sen. Senator. St.", ["Mr.", "Sen."]),
        (rf"\b{patterns.CALLED}\b", "Senator Lee, Mr Lee, Saint Lee", ["Senator", "Mr"]),
        (
            patterns.FULL_NAME,
            "when Sen. Ann J. de la Cruz met Bob van Lee and Moss",
            ["Sen. Ann J.", "Cruz", "Bob van Lee", "Moss"],
        ),
    ],
)
def test_what_a_word_and_a_name_look_like(pattern: str, text: str, found: list[str]) -> None:
    assert [match.group() for match in re.finditer(pattern, text)] == found


def test_a_stop_behind_a_title_or_an_initial_ends_nothing() -> None:
    stop = re.compile(rf"{patterns.NO_TITLE_BEFORE}\.")
    assert [m.start() for m in stop.finditer("Mr. J. Lee left.")] == [15]
    assert stop.search("Saint.") and stop.search("NATO.")


def test_a_sentence_ends_with_its_marks_and_the_space_after_it() -> None:
    assert re.split(patterns.SENTENCE_END, "“It rains.” He left. So\nYes! 3.5 fell.") == [
        "“It rains", "He left", "So", "Yes", "3.5 fell.",
    ]  # fmt: skip
