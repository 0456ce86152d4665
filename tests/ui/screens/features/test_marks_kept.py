"""What is marked goes into the library at once, and is there when the article is opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondhand.errors import LibraryError
from secondhand.library import Library
from tests.ui.conftest import Open


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library.db")


async def test_marks_and_place_are_there_again(open_reader: Open, library: Library) -> None:
    with library:
        async with open_reader(library=library) as reader:
            await reader.press("j", "j", "h", "2", "j")
            marks = reader.marks
        async with open_reader(library=library) as reader:
            assert reader.marks == marks and marks[0].colour == "green"
            assert reader.session.paragraph == 3
            assert reader.article.window.shows(3)
            await reader.press("G")
        async with open_reader(library=library, size=(80, 24)) as reader:
            assert reader.session.paragraph == 6 and reader.article.window.shows(6)
        assert library.rows()[0].progress == 1


async def test_each_mark_is_kept_when_it_is_made(open_reader: Open, library: Library) -> None:
    with library:
        async with open_reader(library=library) as reader:
            entry = reader.screen.keeper.entry
            await reader.press("h")
            assert library.notebook(entry).highlights == reader.marks
            await reader.press("3")
            assert library.notebook(entry).highlights[0].colour == "blue"
            await reader.press("u", "u")
            assert library.notebook(entry).highlights == ()


async def test_a_mark_that_cannot_be_kept_is_told_stays_and_is_tried_again(
    open_reader: Open, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise LibraryError("The disk is full.")

    with library:
        async with open_reader(library=library) as reader:
            entry = reader.screen.keeper.entry
            with monkeypatch.context() as patch:
                patch.setattr(Library, "write", full)
                await reader.press("h")
            assert reader.said == ["The disk is full."] and len(reader.marks) == 1
            assert library.notebook(entry).highlights == ()
            await reader.press("j", "h")
            assert len(library.notebook(entry).highlights) == 2


async def test_a_library_that_cannot_take_the_article_up_does_not_stop_reading(
    open_reader: Open, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> int:
        raise LibraryError("The library is locked.")

    monkeypatch.setattr(Library, "enter", locked)
    with library:
        async with open_reader(library=library) as reader:
            assert reader.said == ["Nothing is kept of what you mark: The library is locked."]
            await reader.press("h")
            assert len(reader.marks) == 1
