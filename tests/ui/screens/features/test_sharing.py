"""Two readers of one article: each sees what the other marks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from secondhand.library import Library
from secondhand.notes.edit import Edit
from secondhand.notes.highlighting import change_highlight
from tests.claims import seed_article
from tests.ui.conftest import Open, Reader
from tests.ui.screens.marked import marked

MINE, THEIRS = marked().highlights


async def look(reader: Reader) -> None:
    """Let the reader look now what others made of the article."""
    reader.screen.sharing.look()
    await reader.pilot.pause()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


async def test_what_another_window_marks_is_shown_and_told_once(open_reader: Open, file: Path) -> None:
    with Library.open(file) as mine, Library.open(file) as theirs:
        async with open_reader(library=mine) as reader:
            await look(reader)
            reader.screen.edit(Edit(None, MINE))
            await look(reader)
            assert reader.said == [], "what one marks oneself is no news"
            theirs.write(1, Edit(None, THEIRS))
            await look(reader)
            assert {mark.id for mark in reader.marks} == {MINE.id, THEIRS.id}
            assert reader.said[-1].startswith("Another window changed what is marked here")
            await look(reader)
            assert len(reader.said) == 1


async def test_a_note_and_a_highlight_taken_off_come_too(open_reader: Open, file: Path) -> None:
    with Library.open(file) as mine, Library.open(file) as theirs:
        async with open_reader(library=mine) as reader:
            reader.screen.edit(Edit(None, MINE))
            await look(reader)
            noted = change_highlight(MINE, note="Theirs.")
            theirs.write(1, noted)
            await look(reader)
            assert [mark.note for mark in reader.marks] == ["Theirs."]
            theirs.write(1, Edit(noted.after, None))
            await look(reader)
            assert reader.marks == ()


async def test_nothing_changes_under_a_note_that_is_being_written(open_reader: Open, file: Path) -> None:
    with Library.open(file) as mine, Library.open(file) as theirs:
        async with open_reader(library=mine) as reader:
            await look(reader)
            await reader.press("m", *"mine")
            theirs.write(1, Edit(None, THEIRS))
            await look(reader)
            assert THEIRS.id not in {mark.id for mark in reader.marks}
            await reader.press("escape")
            await look(reader)
            assert {mark.note for mark in reader.marks} >= {"mine", THEIRS.note}


async def test_another_text_is_left_to_its_window(open_reader: Open, file: Path) -> None:
    with Library.open(file) as mine, Library.open(file) as theirs:
        async with open_reader(library=mine) as reader:
            await look(reader)
            longer = replace(seed_article(), text=seed_article().text + " More.")
            assert theirs.enter(longer) == 1
            theirs.write(1, Edit(None, THEIRS))
            await look(reader)
            assert reader.marks == () and reader.said == []
