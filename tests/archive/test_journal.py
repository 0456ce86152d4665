import errno
import json
from pathlib import Path

import pytest

from secondhand.archive.journal import Journal
from secondhand.errors import OptionError, SourceError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


def write(path: Path, *ids: str) -> None:
    journal = Journal.open(path)
    for id in ids:
        journal.add(id, {"reason": "none"})
    journal.close()


def done(path: Path) -> set[str]:
    journal = Journal.open(path)
    journal.close()
    return journal.done


def test_ids_are_found_again_whatever_they_hold(path: Path) -> None:
    strange = ['a "quoted" one\\', "line\nbreak", "half \udcff of a pair", "\x1b[2J", "日本"]
    write(path, *strange)
    assert done(path) == set(strange)
    assert path.read_text().count("\n") == 5
    assert "\x1b" not in path.read_text()


def test_lines_are_added_to_those_there(path: Path) -> None:
    write(path, "a", "b")
    write(path, "c")
    assert [json.loads(line)["id"] for line in path.read_text().splitlines()] == ["a", "b", "c"]


@pytest.mark.parametrize("cut", range(1, 31))
def test_a_last_line_cut_anywhere_is_dropped(path: Path, cut: int) -> None:
    write(path, "a", "b")
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    assert done(path) == {"a"}
    write(path, "b")
    assert path.read_bytes() == whole


def test_zeros_that_a_power_cut_left_are_dropped(path: Path) -> None:
    write(path, "a")
    whole = path.read_bytes()
    path.write_bytes(whole + bytes(100))
    assert done(path) == {"a"}
    assert path.read_bytes() == whole


@pytest.mark.parametrize("text", ["my notes", "my\nnotes\n", '{"a": 1}\n', '{"id": "a"}\nmy notes\n'])
def test_a_file_that_is_something_else_stays_as_it_is(path: Path, text: str) -> None:
    path.write_text(text)
    with pytest.raises(OptionError, match="holds something else: move it away, or name another"):
        Journal.open(path)
    assert path.read_text() == text


def test_two_never_write_at_once(path: Path) -> None:
    journal = Journal.open(path)
    with pytest.raises(OptionError, match="written by another run"):
        Journal.open(path)
    journal.close()
    assert done(path) == set()


def test_one_without_lines_leaves_no_file(path: Path) -> None:
    write(path)
    assert not path.exists()


def test_a_full_disk_is_told_and_nothing_of_before_is_lost(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(path, "a")
    journal = Journal.open(path)
    with monkeypatch.context() as limited, pytest.raises(SourceError, match="No space left on device"):
        limited.setattr("os.fsync", _full)
        journal.close()
    assert done(path) == {"a"}


def _full(file: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be written: Is a directory"):
        Journal.open(tmp_path)
