"""The shape of the library's file, and the steps that bring an older one up to it.

A step once released is never changed: what comes after it goes into a step of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from sqlite3 import Connection, connect

from secondhand.library.upgrading import replace_surrogates_in_records
from secondhand.library.word_index import INDEXED, WORDS

_COMMENT = re.compile("--.*")

APPLICATION = 0x32AD0001
"""what ``PRAGMA application_id`` says of a file that is ours"""

_FIRST = (
    """CREATE TABLE article (
        entry INTEGER PRIMARY KEY AUTOINCREMENT,
        content TEXT NOT NULL,             -- hash of all an analysis rests on
        title TEXT, first_words TEXT NOT NULL, publisher TEXT, date TEXT, url TEXT,
        opened TEXT NOT NULL,
        position INTEGER NOT NULL DEFAULT 0,
        progress REAL NOT NULL DEFAULT 0,
        deleted TEXT,                      -- when; NULL where it is there
        record TEXT NOT NULL               -- JSON, as secondhand.record has it
    )""",
    """CREATE TABLE version (
        hash TEXT PRIMARY KEY,             -- of a text the article has or had
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
    ) WITHOUT ROWID""",
    """CREATE TABLE address (
        address TEXT PRIMARY KEY,          -- one the article was had from
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
    ) WITHOUT ROWID""",
    """CREATE TABLE sentence (
        hash INTEGER NOT NULL,             -- of a sentence of the article's text now
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        PRIMARY KEY (hash, entry)
    ) WITHOUT ROWID""",
    "CREATE INDEX sentence_entry ON sentence (entry)",
    """CREATE TABLE analysis (
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        content TEXT NOT NULL,             -- article.content as it was then
        model TEXT NOT NULL, version TEXT NOT NULL,
        claims INTEGER NOT NULL,
        record TEXT NOT NULL,              -- JSON, as secondhand.record has it
        PRIMARY KEY (entry, content)
    )""",
    """CREATE TABLE mark (
        id TEXT PRIMARY KEY,
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('highlight', 'correction')),
        created TEXT NOT NULL, changed TEXT NOT NULL,
        record TEXT NOT NULL               -- JSON, as secondhand.notes.mark_record has it
    )""",
    "CREATE INDEX mark_entry ON mark (entry)",
    f"PRAGMA application_id = {APPLICATION}",
)

_STRETCHES = (
    """CREATE TABLE stretch (
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        content TEXT NOT NULL,             -- article.content of what was read
        start INTEGER NOT NULL,            -- offset into its text
        record TEXT NOT NULL,              -- JSON, as secondhand.resuming has it
        PRIMARY KEY (entry, content, start)
    )""",
)

_EDITIONS = (
    """CREATE TABLE edition (
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        number INTEGER NOT NULL,           -- what the user calls it by, behind that of the entry
        hash TEXT NOT NULL,                -- of its text
        replaced TEXT NOT NULL,            -- when another text took its place
        record TEXT NOT NULL,              -- JSON, as secondhand.record has it
        PRIMARY KEY (entry, number), UNIQUE (entry, hash)
    )""",
    """CREATE TABLE claimed_address (
        address TEXT NOT NULL,             -- one that the article tells, but was not had from
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        PRIMARY KEY (address, entry)
    ) WITHOUT ROWID""",
    "CREATE INDEX address_entry ON address (entry)",
    replace_surrogates_in_records,
)

_WORDS = (WORDS, INDEXED)

_INBOX = (
    """CREATE TABLE unread (
        entry INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
        added TEXT NOT NULL                -- when it was put by
    )""",
    """CREATE TABLE waiting (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        address TEXT NOT NULL UNIQUE,      -- of an article that is fetched when it is opened
        added TEXT NOT NULL,
        deleted TEXT                       -- when; NULL where it is there
    )""",
    "CREATE TABLE visit (number INTEGER PRIMARY KEY CHECK (number = 1), at TEXT NOT NULL)",
)

_JOINS = (
    """CREATE TABLE member (
        number INTEGER PRIMARY KEY,
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        start INTEGER NOT NULL, end INTEGER NOT NULL, -- first and last offset of its words
        record TEXT NOT NULL,              -- JSON of a secondhand.statements.statement.Member
        UNIQUE (entry, start, end)
    )""",
    """CREATE TABLE joined (
        one INTEGER NOT NULL REFERENCES member ON DELETE CASCADE,
        other INTEGER NOT NULL REFERENCES member ON DELETE CASCADE,
        score REAL NOT NULL, way TEXT NOT NULL, -- a secondhand.statements.joining.Match
        PRIMARY KEY (one, other)           -- each stands here both ways round
    ) WITHOUT ROWID""",
    "CREATE INDEX joined_other ON joined (other)",
    "CREATE TABLE compared (entry INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE)",
)

Step = tuple[str | Callable[[Connection], None], ...]
STEPS: tuple[Step, ...] = (_FIRST, _STRETCHES, _EDITIONS, _WORDS, _INBOX, _JOINS)
"""the statements that lead from each version to the next, and what SQL alone cannot do"""

VERSION = len(STEPS)
"""the version this program reads and writes: how many steps there are"""


def version_of(connection: Connection) -> int:
    """Return the version of the file, 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: Connection, steps: tuple[Step, ...] = STEPS) -> None:
    """Bring the file up to the last of ``steps``: all of them, or nothing at all."""
    if version_of(connection) >= len(steps):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[version_of(connection) :]:
            for statement in step:
                if isinstance(statement, str):
                    connection.execute(statement)
                else:
                    statement(connection)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def has_own_tables(connection: Connection) -> bool:
    """Return whether the tables of the file are those that ``STEPS`` make, and nothing acts on them.

    Tables of somebody else's may stand beside them; an index may be missing.
    """
    with closing(connect(":memory:", isolation_level=None)) as made:
        migrate(made)
        expected = _read_schema(made)
    found = _read_schema(connection)
    others = (found[name] for name in found.keys() - expected.keys())
    if any(kind in {"trigger", "view"} or table in expected for kind, table, _ in others):
        return False
    missing = {name for name, (kind, *_) in expected.items() if kind == "index" and name not in found}
    return all(found.get(name) == own for name, own in expected.items() if name not in missing)


def _read_schema(connection: Connection) -> dict[str, tuple[str, str, str]]:
    """Return kind, table and definition, without comments, of each table, index, trigger and view."""
    # The tables of the index are SQLite's own, and not of one shape in all its versions.
    question = """SELECT name, type, tbl_name, sql FROM sqlite_master
        WHERE sql IS NOT NULL AND NOT (type = 'table' AND name GLOB 'words_*')"""
    return {
        name: (kind, table, " ".join(_COMMENT.sub("", sql).split()))
        for name, kind, table, sql in connection.execute(question)
    }
