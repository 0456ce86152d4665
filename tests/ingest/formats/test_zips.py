from __future__ import annotations

import pytest

from secondhand.errors import FormatError
from secondhand.ingest.formats import zips
from secondhand.ingest.formats.zips import Archive, members
from tests.ingest.formats.checks import packed


def test_members_are_read_by_name() -> None:
    archive = Archive(packed({"a": "one", "../b": "two"}), "it")
    assert archive.read("a") == b"one"
    assert "../b" in archive
    assert "c" not in archive


def test_a_broken_archive_has_no_members() -> None:
    assert members(b"PK\x03\x04 and no more") == frozenset()
    with pytest.raises(FormatError, match=r"^it is damaged"):
        Archive(b"PK\x03\x04 and no more", "it")


def test_members_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST", 2)
    with pytest.raises(FormatError, match=r"^it packs more than 2 files"):
        Archive(packed({"a": "", "b": "", "c": ""}), "it")


def test_sizes_are_bounded_one_by_one_and_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "LARGEST", 10)
    monkeypatch.setattr(zips, "LARGEST_IN_ALL", 15)
    archive = Archive(packed({"a": "x" * 11, "b": "x" * 9}), "it")
    with pytest.raises(FormatError, match=r"^it unpacks to far more"):
        archive.read("a")
    assert archive.read("b") == b"x" * 9
    with pytest.raises(FormatError, match=r"^it unpacks to far more"):
        archive.read("b")


def test_as_many_members_as_may_be_and_as_many_bytes_as_need_no_looking_at() -> None:
    archive = Archive(packed({"a": "", "b": "x" * 1_000_000, "c": "x" * 1_000_001}), "it")
    assert len(archive.read("b")) == 1_000_000
    with pytest.raises(FormatError, match=r"^it unpacks to far more"):
        archive.read("c")


def test_a_damaged_member() -> None:
    data = packed({"a": "one two three " * 50})
    with pytest.raises(FormatError, match=r"^it is damaged"):
        Archive(data[:40] + b"\0\0\0\0" + data[44:], "it").read("a")
