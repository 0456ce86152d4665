import errno
import fcntl
import sqlite3
from pathlib import Path

import pytest

from secondhand.library.trouble import has_locks, is_busy, is_damage, is_refusal, trouble


def failing(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("two\nlines")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_FULL, "the disk is full"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "it may not be written"),
        (sqlite3.SQLITE_IOERR_WRITE, "the disk would not"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "another program is writing"),
        (sqlite3.SQLITE_CORRUPT, "it is damaged"),
        (sqlite3.SQLITE_ERROR, "two lines"),
    ],
)
def test_one_line_says_what_is_wrong(code: int, said: str) -> None:
    line = str(trouble(Path("/x/l.db"), failing(code)))
    assert line.startswith(f"the library /x/l.db cannot be used: {said}")
    assert "\n" not in line


def test_the_system_says_it_in_its_own_words() -> None:
    assert str(trouble(Path("l.db"), PermissionError(13, "Permission denied"))).endswith(
        ": Permission denied"
    )
    assert str(trouble(Path("l.db"), OSError())).endswith(": OSError")


def test_damage_and_work_of_others_are_told_apart() -> None:
    codes = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    assert [is_damage(failing(code)) for code in codes] == [True, True, False, False]
    assert [is_busy(failing(code)) for code in codes] == [False, False, True, True]
    assert not is_damage(sqlite3.DatabaseError("no code"))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOLCK, "its file system cannot lock files"),
        (errno.EOPNOTSUPP, "its file system cannot lock files"),
        (errno.EAGAIN, "another program is writing"),
        (0, "another program is writing"),
    ],
)
def test_a_lock_that_is_not_there_is_no_other_program(
    tmp_path: Path, number: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lock(file: object, kind: int) -> None:
        if number:
            raise OSError(number, "no")

    monkeypatch.setattr(fcntl, "lockf", lock)
    assert has_locks(tmp_path) is ("cannot lock" not in said)
    assert said in str(trouble(tmp_path / "l.db", failing(sqlite3.SQLITE_BUSY)))
    assert "busy with something else" in str(trouble(tmp_path / "l.db", failing(sqlite3.SQLITE_LOCKED)))


def test_where_nothing_can_be_tried_a_lock_is_one(tmp_path: Path) -> None:
    assert has_locks(tmp_path / "not" / "there")


@pytest.mark.parametrize(
    ("error", "refused"),
    [
        (PermissionError(errno.EACCES, "no"), True),
        (OSError(errno.EROFS, "no"), True),
        (OSError(errno.ENOSPC, "full"), False),
        (failing(sqlite3.SQLITE_READONLY_DBMOVED), True),
        (failing(sqlite3.SQLITE_CANTOPEN), True),
        (failing(sqlite3.SQLITE_FULL), False),
        (failing(sqlite3.SQLITE_CORRUPT), False),
    ],
)
def test_what_may_not_be_written_is_told_from_what_cannot(error: Exception, refused: bool) -> None:
    assert is_refusal(error) is refused
