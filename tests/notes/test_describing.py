from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from secondhand.notes.correction import Correction
from secondhand.notes.describing import describe_edit
from secondhand.notes.edit import Edit
from secondhand.notes.highlight import Anchor, Highlight

WHEN = datetime(2026, 1, 2, tzinfo=UTC)
ANCHOR = Anchor(0, 5, "so it\nis")
MARK = Highlight("1", (ANCHOR,), WHEN, WHEN)
FIX = Correction("2", (ANCHOR,), WHEN)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (Edit(None, MARK), "the highlight on “so it is”"),
        (Edit(MARK, None), "taking off the highlight on “so it is”"),
        (Edit(MARK, replace(MARK, note="x")), "the note on “so it is”"),
        (Edit(MARK, replace(MARK, tags=("x",))), "the tags on “so it is”"),
        (Edit(replace(MARK, tags=("x",)), MARK), "the tags on “so it is”"),
        (Edit(replace(MARK, note="x"), MARK), "the note on “so it is”"),
        (Edit(MARK, replace(MARK, colour="red")), "the colour of “so it is”"),
        (Edit(None, FIX), "your correction “so it is”"),
        (Edit(FIX, None), "taking back your correction “so it is”"),
        (Edit(None, None), "nothing"),
    ],
)
def test_every_edit_is_told_in_words(edit: Edit, words: str) -> None:
    assert describe_edit(edit) == words
