"""Tables that are not ours any more, and indexes that lack rows: taken over row by row."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from secondhand.library import Library
from secondhand.notes.edit import Edit
from tests.claims import article_of
from tests.notes.literals import highlight

TOWN = article_of("The bridge is shut until spring.\n\nThe mayor said that it is unsafe.", title="Bridge")
LIT = highlight(TOWN.text, "unsafe")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON mark BEGIN DELETE FROM mark; END",
        "CREATE TRIGGER t AFTER UPDATE ON article BEGIN DELETE FROM article; END",
        "CREATE VIEW v AS SELECT * FROM mark",
        "DROP TABLE sentence",
        "DROP TABLE analysis",
        "DROP TABLE edition",
        "DROP TABLE version",
        "ALTER TABLE mark ADD COLUMN extra NOT NULL DEFAULT 1",
        "CREATE UNIQUE INDEX i ON article (publisher)",
        "CREATE TABLE other (x); DROP INDEX mark_entry; CREATE INDEX mark_entry ON mark (kind)",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 2",
        "PRAGMA user_version = -1",
    ],
)
def test_one_with_other_tables_or_with_commands_of_its_own_is_taken_over_row_by_row(
    path: Path, statement: str
) -> None:
    with Library.open(path) as library:
        library.write(library.enter(TOWN), Edit(None, LIT))
    connection = sqlite3.connect(path)
    connection.executescript(statement)
    connection.close()
    with Library.open(path) as library:
        assert library.notice and "1 articles and 1 marks of it could be saved" in library.notice
        entry = library.enter(TOWN)
        library.write(entry, Edit(None, replace(LIT, id="h2")))
        assert {h.id for h in library.notebook(entry).highlights} == {LIT.id, "h2"}
        assert len(library.rows()) == 1
    with Library.open(path) as library:
        assert library.notice is None


def test_a_table_or_index_more_or_less_is_nothing_to_tell(path: Path) -> None:
    with Library.open(path) as library:
        library._connection.execute("CREATE TABLE somebody_elses (x)")
        library._connection.execute("DROP INDEX mark_entry")
    with Library.open(path) as library:
        assert library.notice is None


def test_an_index_that_lacks_a_row_is_found_by_a_thorough_look(path: Path) -> None:
    with Library.open(path) as library:
        entry = library.enter(TOWN)
        library.write(entry, Edit(None, LIT))
    connection = sqlite3.connect(path, isolation_level=None)
    made = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'mark_entry'").fetchone()[0]
    connection.execute("PRAGMA writable_schema = ON")
    for sql in ("CREATE INDEX mark_entry ON mark (entry) WHERE 0", made):
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'mark_entry'", (sql,))
        connection.execute("PRAGMA writable_schema = RESET")
        connection.execute("PRAGMA writable_schema = ON")
        if sql != made:
            connection.execute("REINDEX")
    connection.close()
    with Library.open(path) as library:
        assert library.notice is None and library.notebook(entry).highlights == ()
    with Library.open(path, thorough=True) as library:
        assert library.notice and "1 articles and 1 marks of it could be saved" in library.notice
        assert library.notebook(entry).highlights == (LIT,)
    with Library.open(path, thorough=True) as library:
        assert library.notice is None
