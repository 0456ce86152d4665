from __future__ import annotations

import os
from pathlib import Path

import pytest

from secondhand.errors import FormatError, NotFound, OptionError
from secondhand.files import read_text, write_file


def test_a_text_is_read_within_its_bounds(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    file.write_bytes(b"\xef\xbb\xbf{}" + b" " * 999_995)
    assert read_text(file, 1).strip() == "{}"
    file.write_bytes(b"{}" + b" " * 999_999)
    with pytest.raises(FormatError, match=r"marks\.json is larger than 1 MB"):
        read_text(file, 1)
    file.write_bytes(b"\xff")
    with pytest.raises(FormatError, match="not in UTF-8"):
        read_text(file, 1)
    for nothing in (tmp_path, tmp_path / "no", tmp_path / "\0"):
        with pytest.raises(NotFound, match="cannot be read: "):
            read_text(nothing, 1)


def test_a_file_without_an_end_is_not_read_to_it() -> None:
    with pytest.raises(FormatError, match="larger than 2 MB"):
        read_text(Path("/dev/zero"), 2)


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_file(tmp_path / "notes.csv", "a,é\r\n\ud800")
    assert (tmp_path / "notes.csv").read_bytes() == "a,é\r\n?".encode()
    assert [file.name for file in tmp_path.iterdir()] == ["notes.csv"]


def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "notes.csv"
    file.write_text("old")
    file.chmod(0o640)
    write_file(file, "new", replace=True)
    assert file.read_text() == "new"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_there_stays_where_nobody_wants_it_replaced(tmp_path: Path) -> None:
    file = tmp_path / "notes.csv"
    file.write_text("old")
    with pytest.raises(OptionError, match=r"notes\.csv is there already.* add --force\.$"):
        write_file(file, "new")
    assert file.read_text() == "old" and list(tmp_path.iterdir()) == [file]


def test_one_that_comes_to_stand_there_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "notes.csv"
    monkeypatch.setattr("os.fsync", lambda _: file.write_text("theirs"))
    with pytest.raises(OptionError, match="is there already"):
        write_file(file, "mine")
    assert file.read_text() == "theirs" and list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("theirs", [None, "theirs"])
def test_so_it_is_on_a_disk_without_second_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theirs: str | None
) -> None:
    file = tmp_path / "notes.csv"

    def link(source: Path, target: Path) -> None:
        if theirs:
            target.write_text(theirs)
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", link)
    if theirs:
        with pytest.raises(OptionError, match="is there already"):
            write_file(file, "mine")
    else:
        write_file(file, "mine")
    assert file.read_text() == (theirs or "mine") and list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("old")
    link.symlink_to(file)
    with pytest.raises(OptionError, match=rf"link leads to {file}, which would be replaced"):
        write_file(link, "text")
    assert file.read_text() == "old"
    write_file(link, "text", replace=True)
    assert link.is_symlink() and file.read_text() == "text"


def test_a_link_to_nothing_makes_no_file_unasked(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    with pytest.raises(OptionError, match="leads to"):
        write_file(tmp_path / "link", "text")
    assert not (tmp_path / "file").exists()


@pytest.mark.parametrize("replace", [True, False])
def test_where_writing_fails_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replace: bool
) -> None:
    file = tmp_path / "notes.md"
    if replace:
        file.write_text("old")
    before = list(tmp_path.iterdir())

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OptionError, match=r"notes.md cannot be written: No space left on device\."):
        write_file(file, "new", replace=replace)
    assert list(tmp_path.iterdir()) == before
    assert not replace or file.read_text() == "old"


@pytest.mark.parametrize("replace", [True, False])
def test_a_folder_is_no_file(tmp_path: Path, replace: bool) -> None:
    with pytest.raises(OptionError, match="is not a file"):
        write_file(tmp_path, "text", replace=replace)


def test_nothing_is_written_into_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OptionError, match="is not a file"):
        write_file(tmp_path / "pipe", "text", replace=True)


@pytest.mark.parametrize("name", ["no/such/folder", "a\0b", "n" * 300])
def test_a_name_that_cannot_be_one_gets_one_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(OptionError, match="cannot be written"):
        write_file(tmp_path / name, "text")


def test_a_link_that_leads_to_itself_stays_one(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(OptionError, match="leads to itself"):
        write_file(loop, "words", replace=True)
    assert loop.is_symlink()
