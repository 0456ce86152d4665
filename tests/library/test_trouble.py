import sqlite3
from pathlib import Path

import pytest

from secondhand.library.trouble import is_busy, is_damage, trouble


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
