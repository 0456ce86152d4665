import errno
import json
from collections.abc import Callable
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
    strange = ['a "quoted" one\\', "line\nbreak", "\x1b[2J", "日本", "café.txt:12"]
    write(path, *strange)
    assert done(path) == set(strange)
    assert path.read_text().count("\n") == 5
    assert "\x1b" not in path.read_text()


def test_lines_are_added_to_those_there(path: Path) -> None:
    write(path, "a", "b")
    write(path, "c")
    assert [json.loads(line)["id"] for line in path.read_text().splitlines()] == ["a", "b", "c"]


@pytest.mark.parametrize("cut", range(2, 31))
def test_a_last_line_cut_anywhere_is_dropped(path: Path, cut: int) -> None:
    write(path, "a", "b")
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    assert done(path) == {"a"}
    write(path, "b")
    assert path.read_bytes() == whole


def test_a_last_line_that_only_lacks_its_end_is_whole(path: Path) -> None:
    write(path, "a", "b")
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert done(path) == {"a", "b"}
    assert path.read_bytes() == whole
    path.write_bytes(whole[:-1])
    write(path, "c")
    assert path.read_bytes().startswith(whole)
    assert done(path) == {"a", "b", "c"}


@pytest.mark.parametrize(
    "damage",
    [
        lambda line: bytes(len(line)),
        lambda line: line[:10] + bytes(len(line) - 11) + b"\n",
        lambda line: bytes(len(line) - 5) + line[-5:],
        lambda line: line[:10] + bytes(6) + line[16:],
        lambda line: bytes(4096),
        lambda line: b"\0\n",
    ],
)
@pytest.mark.parametrize("at", [0, 1, 2, 4])
def test_whole_lines_around_a_damaged_one_stay(path: Path, at: int, damage: Callable[[bytes], bytes]) -> None:
    write(path, *"abcde")
    lines = path.read_bytes().splitlines(keepends=True)
    rest = [line for number, line in enumerate(lines) if number != at]
    path.write_bytes(b"".join([*lines[:at], damage(lines[at]), *lines[at + 1 :]]))
    if at == 0 and damage(lines[0]).strip(b"\0\n"):
        # A file that does not begin as ours do may be anything.
        with pytest.raises(OptionError, match="holds something else"):
            Journal.open(path)
        return
    assert done(path) == set("abcde") - {"abcde"[at]}
    assert path.read_bytes() == b"".join(rest)
    write(path, "f")
    assert path.read_bytes() == b"".join(rest) + lines[0].replace(b'"a"', b'"f"')
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_lines_behind_two_damaged_ones_stay_too(path: Path) -> None:
    write(path, *"abcdef")
    lines = path.read_bytes().splitlines(keepends=True)
    lines[1], lines[4] = bytes(10), bytes(20) + b"\n"
    path.write_bytes(b"".join(lines))
    assert done(path) == set("acdf")
    assert [json.loads(line)["id"] for line in path.read_text().splitlines()] == list("acdf")


def test_no_other_file_is_written_when_one_is_mended(path: Path, tmp_path: Path) -> None:
    write(path, *"abc")
    lines = path.read_bytes().splitlines(keepends=True)
    precious = tmp_path / "precious"
    precious.write_text("mine")
    (tmp_path / f"{path.name}.mended").symlink_to(precious)
    path.write_bytes(lines[0] + bytes(10) + lines[2])
    assert done(path) == {"a", "c"}
    assert precious.read_text() == "mine"
    assert not path.is_symlink()
    assert len(list(tmp_path.iterdir())) == 3


def test_a_file_that_was_mended_is_still_written_by_one_run_only(path: Path) -> None:
    write(path, *"abc")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + bytes(10) + lines[2])
    journal = Journal.open(path)
    with pytest.raises(OptionError, match="written by another run"):
        Journal.open(path)
    journal.add("d", {"reason": "none"})
    journal.close()
    assert done(path) == set("acd")


def test_long_lines_are_copied_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secondhand.archive.recovery._BLOCK", 7)
    write(path, *"abc")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + bytes(10) + lines[2])
    assert done(path) == set("ac")
    assert path.read_bytes() == lines[0] + lines[2]


def test_a_disk_too_full_to_mend_leaves_all_as_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(path, *"abc")
    lines = path.read_bytes().splitlines(keepends=True)
    damaged = lines[0] + bytes(10) + lines[2]
    path.write_bytes(damaged)
    with monkeypatch.context() as limited, pytest.raises(SourceError, match="No space left on device"):
        limited.setattr("os.fsync", _full)
        Journal.open(path)
    assert path.read_bytes() == damaged
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert done(path) == set("ac")


def test_zeros_that_a_power_cut_left_are_dropped(path: Path) -> None:
    write(path, "a")
    whole = path.read_bytes()
    path.write_bytes(whole + bytes(100))
    assert done(path) == {"a"}
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    "text",
    [
        "my notes",
        "my\nnotes\n",
        '{"a": 1}\n',
        '{"id": "a"}\nmy notes\n',
        '{"id": "a"}\nmy notes\n{"id": "b"}\n',
        '{"id": "a", "text":\n',
        '{"id": "a"}\r\n',
        "\x89PNG\r\n\x1a\n\0\0\0",
        "\n",
    ],
)
def test_a_file_that_is_something_else_stays_as_it_is(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
    with pytest.raises(OptionError, match="holds something else: move it away, or name another"):
        Journal.open(path)
    assert path.read_bytes() == text.encode()


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


def test_the_disk_is_waited_for_after_every_batch(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[int] = []
    monkeypatch.setattr("secondhand.archive.journal.BATCH", 3)
    monkeypatch.setattr("os.fsync", waited.append)
    journal, after = Journal.open(path), []
    for id in "abcdefgh":
        journal.add(id, {"reason": "none"})
        after.append(len(waited))
    journal.close()
    assert after == [0, 0, 1, 1, 1, 2, 2, 2]
    assert len(waited) == 3
