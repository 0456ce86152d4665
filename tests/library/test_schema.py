import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondhand.library.schema import STEPS, VERSION, migrate, version_of

MORE = ("CREATE TABLE extra (x)", "INSERT INTO extra VALUES (1)")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(tmp_path / "l.db", isolation_level=None)
    yield connection
    connection.close()


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_a_new_file_is_brought_up_to_the_last_version(empty: sqlite3.Connection) -> None:
    migrate(empty)
    assert version_of(empty) == VERSION == len(STEPS)
    assert {"article", "analysis", "mark"} <= tables(empty)


def test_an_older_file_takes_only_the_steps_it_lacks(empty: sqlite3.Connection) -> None:
    migrate(empty)
    empty.execute("INSERT INTO article (content, first_words, opened, record) VALUES ('c', 'f', 'o', 'r')")
    migrate(empty, (*STEPS, MORE))
    assert version_of(empty) == VERSION + 1
    assert empty.execute("SELECT x FROM extra").fetchall() == [(1,)]
    assert empty.execute("SELECT record FROM article").fetchall() == [("r",)]
    migrate(empty, (*STEPS, MORE))
    assert empty.execute("SELECT x FROM extra").fetchall() == [(1,)]


def test_a_file_of_the_first_version_keeps_what_it_has(empty: sqlite3.Connection) -> None:
    migrate(empty, STEPS[:1])
    empty.execute("INSERT INTO article (content, first_words, opened, record) VALUES ('c', 'f', 'o', 'r')")
    migrate(empty)
    assert version_of(empty) == VERSION
    assert empty.execute("SELECT record FROM article").fetchall() == [("r",)]
    assert empty.execute("SELECT count(*) FROM stretch").fetchall() == [(0,)]


def test_a_step_that_fails_leaves_the_file_as_it_was(empty: sqlite3.Connection) -> None:
    migrate(empty)
    before = tables(empty)
    with pytest.raises(sqlite3.OperationalError):
        migrate(empty, (*STEPS, MORE, ("CREATE TABLE more (y)", "NONSENSE")))
    assert version_of(empty) == VERSION
    assert tables(empty) == before
    assert not empty.in_transaction
