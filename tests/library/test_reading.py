"""A library that is only read: none is made, and one that cannot be written is shown all the same."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from secondhand.errors import LibraryError
from secondhand.library import Library, opening
from secondhand.library.trouble import is_full
from secondhand.notes.edit import Edit
from secondhand.notes.notebook import Notebook
from tests.claims import article_of
from tests.notes.literals import highlight

TOWN = article_of("The bridge is shut until spring.\n\nThe mayor said that it is unsafe.", title="Bridge")
LIT = highlight(TOWN.text, "unsafe")


def test_who_only_reads_makes_no_library_and_needs_no_folder(path: Path) -> None:
    with Library.open(path, make=False) as library:
        assert library.rows() == () and library.notice is None
        assert library.entry(TOWN) is None
    assert not path.parent.exists()


def test_one_that_is_there_is_read_and_written_all_the_same(path: Path) -> None:
    with Library.open(path) as library:
        library.write(library.enter(TOWN), Edit(None, LIT))
    with Library.open(path, make=False) as library:
        assert library.notebook(library.enter(TOWN)).highlights == (LIT,)
        assert not library.read_only


@pytest.fixture
def full(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a library whose disk has no room left."""
    with Library.open(path) as library:
        library.write(library.enter(TOWN), Edit(None, LIT))
    make = opening._make

    def fail(file: Path) -> None:
        if file == path:
            raise OSError(errno.ENOSPC, "No space left on device")
        make(file)

    monkeypatch.setattr(opening, "_make", fail)
    return path


def test_on_a_full_disk_what_is_kept_can_be_read(full: Path) -> None:
    with Library.open(full) as library:
        assert library.notice and "has no room on its disk: it is shown as it is" in library.notice
        entry = library.enter(TOWN)
        assert library.notebook(entry).highlights == (LIT,)
        with pytest.raises(LibraryError):
            library.write(entry, Edit(LIT, None))


def test_on_a_full_disk_none_is_made(full: Path) -> None:
    full.unlink()
    with pytest.raises(LibraryError, match="No space left"):
        Library.open(full)


def test_what_an_import_would_change_can_be_asked_where_nothing_can_be_kept(full: Path) -> None:
    other = highlight(TOWN.text, "bridge", id="h2")
    with Library.open(full) as library:
        (change,) = library.merge(Notebook(TOWN, highlights=(other,)), dry=True)
        assert change.what == "new"
        assert library.notebook(library.enter(TOWN)).highlights == (LIT,)
        with pytest.raises(LibraryError):
            library.merge(Notebook(TOWN, highlights=(other,)))


@pytest.mark.parametrize(
    ("code", "full"),
    [
        (sqlite3.SQLITE_FULL, True),
        (sqlite3.SQLITE_IOERR_SHMSIZE, True),
        (sqlite3.SQLITE_IOERR_READ, False),
        (sqlite3.SQLITE_BUSY, False),
    ],
)
def test_what_sqlite_says_of_a_full_disk(code: int, full: bool) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    assert is_full(error) == full
