from __future__ import annotations

from pathlib import Path

import pytest

from secondhand.errors import LibraryError
from secondhand.importing import read
from secondhand.library import Library
from secondhand.notes.highlighting import make_highlight
from secondhand.notes.notebook import Notebook
from secondhand.ui.app import ReaderApp
from secondhand.ui.background.rescue import rescue
from tests.claims import seed_article
from tests.ui.conftest import Open


def full(*_: object) -> None:
    raise LibraryError("The disk is full.")


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Notebook:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    article = seed_article()
    return Notebook(article, highlights=(make_highlight(article.text, [(30, 40)], "red", None, None),))


async def test_marks_the_library_never_took_are_put_aside_at_the_end(
    open_reader: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "write", full)
    with Library.open(tmp_path / "library.db") as library:
        async with open_reader(library=library) as reader:
            await reader.press("h")
            marks = reader.marks
        assert isinstance(reader.app, ReaderApp) and reader.app.unkept is not None
        assert reader.app.unkept.highlights == marks


async def test_nothing_is_put_aside_where_all_was_kept(open_reader: Open, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        async with open_reader(library=library) as reader:
            await reader.press("h")
        assert isinstance(reader.app, ReaderApp) and reader.app.unkept is None


def test_what_is_put_aside_can_be_imported(book: Notebook, tmp_path: Path) -> None:
    told = rescue(book)
    (file,) = tmp_path.iterdir()
    assert str(told) == f"Your last marks could not be kept: secondhand import {file} brings them in."
    (back,) = read(file.read_text("utf-8"), lambda *_: None).notebooks
    assert back.highlights == book.highlights


def test_where_not_even_a_file_can_be_written_it_says_so(
    book: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nonesuch"))
    assert str(rescue(book)) == (
        "Your last marks could not be kept, nor written to a file (No such file or directory)."
    )
