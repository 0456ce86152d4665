from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from secondhand.errors import OptionError
from secondhand.library import Library
from secondhand.outputs import check_output, is_library


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home of one's own with a library and settings in it."""
    monkeypatch.setenv("SECONDHAND_LIBRARY", str(tmp_path / "kept" / "library.db"))
    monkeypatch.setenv("SECONDHAND_CONFIG", str(tmp_path / "config.toml"))
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    (tmp_path / "config.toml").write_text("")
    Library.open().close()
    return tmp_path


OURS = [
    "kept/library.db",
    "kept/library.db-wal",
    "kept/library.db-shm",
    "kept/library.db-journal",
    "kept/library.damaged-2026-01-01T000000.db",
    "kept/../kept/library.db",
    "config.toml",
    "data/secondhand/library.db",
    "cache/secondhand/anything",
    "config/secondhand/config.toml",
    "state/secondhand/x",
]


@pytest.mark.parametrize("name", OURS)
def test_nothing_of_ours_is_written_to(home: Path, name: str) -> None:
    with pytest.raises(OptionError, match=r"name another file to write to\.$"):
        check_output(home / name)


@pytest.mark.parametrize("name", OURS)
def test_nor_by_another_name(home: Path, name: str) -> None:
    (home / "link.md").symlink_to(home / name)
    with pytest.raises(OptionError, match=r"link\.md .*name another file to write to\.$"):
        check_output(home / "link.md")


@pytest.mark.parametrize("name", ["other.db", "other.db-wal", "other.db-journal"])
def test_nor_to_the_library_that_is_used(home: Path, name: str) -> None:
    with pytest.raises(OptionError, match="is the library or belongs to it"):
        check_output(home / name, library=home / "other.db")
    check_output(home / name)


def test_nor_to_any_library_wherever_it_is(home: Path) -> None:
    copy = home / "backup-of-2025"
    copy.write_bytes((home / "kept" / "library.db").read_bytes())
    for name in ("backup-of-2025", "backup-of-2025-wal", "backup-of-2025-journal"):
        with pytest.raises(OptionError, match="is a library of secondhand"):
            check_output(home / name)
    assert is_library(copy)


def test_a_database_of_another_program_is_another_matter(home: Path) -> None:
    with sqlite3.connect(home / "theirs.db") as theirs:
        theirs.execute("CREATE TABLE x (y)")
    theirs.close()
    assert not is_library(home / "theirs.db")
    check_output(home / "theirs.db")


def test_other_files_may_be(home: Path) -> None:
    (home / "kept" / "notes.md").write_text("mine")
    for name in ("new.md", "kept/notes.md", "no/such/folder.md", "data/secondhand2/x"):
        check_output(home / name, ["3", "https://a.example/", home / "none.txt", "-"])


def test_what_is_read_is_not_written_to(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article, second = home / "bank.txt", home / "second name"
    article.write_text("words")
    os.link(article, second)
    (home / "link").symlink_to(article)
    for out in (article, second, home / "link", home / "kept" / ".." / "bank.txt"):
        with pytest.raises(OptionError, match="is what is read"):
            check_output(out, ["1", str(article)])
    with article.open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        check_output(article, [str(home / "other.txt")])
        with pytest.raises(OptionError, match="is what is read"):
            check_output(article, ["-"])


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_what_is_read_only_stays(home: Path, mode: int) -> None:
    (home / "notes.md").write_text("mine")
    (home / "notes.md").chmod(mode)
    with pytest.raises(OptionError, match="is read-only"):
        check_output(home / "notes.md")


def test_a_folder_is_no_file(home: Path) -> None:
    with pytest.raises(OptionError, match="is not a file"):
        check_output(home)


def test_a_name_that_cannot_be_one_gets_one_line(home: Path) -> None:
    with pytest.raises(OptionError, match="cannot be written: embedded null byte"):
        check_output(home / "a\0b")


def test_a_name_that_only_begins_as_the_library_is_free(home: Path) -> None:
    check_output(home / "library.db.md", library=home / "library.db")
    check_output(home / "notes.md", library=home / "notes")


def test_a_pipe_is_no_file_by_whatever_name() -> None:
    end, other = os.pipe()
    try:
        with pytest.raises(OptionError, match="is not a file: choose another name"):
            check_output(Path(f"/dev/fd/{other}"))
    finally:
        os.close(end)
        os.close(other)
