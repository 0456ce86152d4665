from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from secondhand.errors import FormatError, NotFound, Unreachable
from secondhand.ingest import source
from secondhand.ingest.fetched import Fetched
from secondhand.ingest.source import open_source


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a b.TXT"
    path.write_bytes(b"one\r\ntwo")
    assert open_source(str(path)) == Fetched(b"one\r\ntwo", str(path), ".txt")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"one\r\n")))
    assert open_source("-") == Fetched(b"one\r\n", "standard input")


def test_no_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(NotFound, match="standard input is closed"):
        open_source("-")


@pytest.mark.parametrize("name", ["nowhere.txt", "a\nb.txt", "\x1b[2J", "a\0b", "n" * 5000, "nowhere/-", ""])
def test_no_such_file(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFound) as caught:
        open_source(name)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300


def test_a_directory(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="is a directory: name a file in it"):
        open_source(str(tmp_path))


def test_a_file_as_if_it_were_a_directory(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(NotFound, match="no such file"):
        open_source(str(tmp_path / "a" / "b"))


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(NotFound, match="may not be read"):
        open_source(str(tmp_path / "a"))


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for error, told in ((OSError(5, "Broken\x1b disk"), r"Broken\\x1b disk"), (OSError(), "unknown error")):

        def fail(*_: object, error: OSError = error) -> None:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr(Path, "open", fail)
            with pytest.raises(NotFound, match=rf"/a cannot be read: {told}\.$"):
                open_source(str(tmp_path / "a"))


def test_a_name_that_looks_like_an_address_but_is_too_long_for_a_file() -> None:
    with pytest.raises(Unreachable, match="only http and https"):
        open_source(f"file://{'a' * 5000}")


def test_a_file_named_like_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ftp:").mkdir()
    (tmp_path / "ftp:" / "a.txt").write_bytes(b"He said.")
    assert open_source("ftp://a.txt").data == b"He said."


def test_too_large_an_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST", 10)
    (tmp_path / "a").write_bytes(b"x" * 10)
    assert open_source(str(tmp_path / "a")).data == b"x" * 10
    (tmp_path / "a").write_bytes(b"x" * 11)
    with pytest.raises(FormatError, match=r"/a is larger than 20 MB: open a file of one article\.$"):
        open_source(str(tmp_path / "a"))
    pipe = io.BytesIO(b"x" * 1000)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(pipe))
    with pytest.raises(FormatError, match=r"^standard input is larger than"):
        open_source("-")
    assert pipe.tell() == 11


def test_endless_input_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST", 1000)
    with pytest.raises(FormatError, match="is larger than"):
        open_source("/dev/zero")


@pytest.mark.parametrize(
    "address", ["ftp://a.example/x", "file:///etc/passwd", "gopher://a.example", "HTTPX://a"]
)
def test_other_schemes_are_refused(address: str) -> None:
    with pytest.raises(Unreachable, match="only http and https addresses are opened"):
        open_source(address)
