from __future__ import annotations

import pytest

from secondhand.pipeline.mentions.acronyms import find_spelled_out


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        (
            "the organizer Alliance to Reclaim Our Schools (AROS) said",
            "Alliance to Reclaim Our Schools",
            "AROS",
        ),
        ("The Bank of England (BOE) said", "Bank of England", "BOE"),
        ("the Center for American Progress (CAP) said", "Center for American Progress", "CAP"),
    ],
)
def test_a_name_before_its_initials_is_found(text: str, name: str, short: str) -> None:
    assert [(text[s:e], of) for s, e, of in find_spelled_out(text)] == [(name, short)]


@pytest.mark.parametrize(
    "text",
    ["Sen. Lindsey Graham (R-S.C.) said", "Gwen Moore (D) said", "The Bank of England (ECB) said", "(AROS)"],
)
def test_other_words_in_brackets_are_no_initials(text: str) -> None:
    assert list(find_spelled_out(text)) == []


def test_a_name_does_not_reach_over_lines() -> None:
    assert list(find_spelled_out("Alliance to\nReclaim Schools (ARS) said")) == []
