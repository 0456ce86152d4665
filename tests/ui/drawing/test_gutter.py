from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.ui.drawing.gutter import WIDTH, gutter
from secondhand.ui.drawing.runs import Mark, Run
from tests.ui.drawing.test_runs import INK

LETTERS = replace(INK, letters=True)


def signs(mark: Mark | None, *, begins: bool = False, letters: bool = True) -> str:
    run = Run(0, 1, mark, current=False)
    ink = LETTERS if letters else INK
    return "".join(segment.text for segment in gutter([run], ink, under_cursor=False, begins=begins))


@pytest.mark.parametrize(("letter", "shown"), [("A", "  A "), ("AB", " AB "), ("?", "  ? ")])
def test_without_colours_a_letter_stands_for_the_speaker(letter: str, shown: str) -> None:
    assert signs(Mark("content", 0, 0, letter)) == shown
    assert len(shown) == WIDTH


def test_with_colours_there_are_no_letters() -> None:
    assert signs(Mark("content", 0, 0, "A"), letters=False) == "  │ "
    assert signs(Mark("content", 0, 1, "A"), letters=False) == "  ║ "


def test_where_the_current_claim_begins_its_sign_stands() -> None:
    assert signs(Mark("content", 0, 0, "A"), begins=True) == "  ▸ "
    assert signs(None) == " " * WIDTH
