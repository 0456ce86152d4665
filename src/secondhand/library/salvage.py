"""A damaged file of a library → what can still be read of it, row by row."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from sqlite3 import Connection
from tempfile import TemporaryDirectory
from typing import Any

from secondhand.library.leaf_pages import read_leaf_pages

Cells = tuple[Any, ...]

_COLUMNS = {
    "article": "entry, content, title, first_words, publisher, date, url, opened, position, progress, "
    "deleted, record",
    "mark": "id, entry, kind, created, changed, record",
    "edition": "entry, number, hash, replaced, record",
    "analysis": "entry, content, model, version, claims, record",
    "address": "address, entry",
    "claimed_address": "address, entry",
    "unread": "entry, added",
    "waiting": "number, address, added, deleted",
}
"""what is taken over; sentences are made anew, and stretches are read again"""
_LATER = {"edition", "claimed_address", "unread", "waiting"}
"""tables that older versions do not have"""


def salvage(damaged: Path, ask: Connection) -> None:
    """Put into the empty library ``ask`` all rows that can be read of the file ``damaged``, as they are.

    What is wrong in a row is not looked at, and its article may be lost: ``mend_rows`` sees to that.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder, "copy.db")
        for side in ("", "-wal"):
            with suppress(FileNotFoundError):
                shutil.copyfile(damaged.with_name(damaged.name + side), copy.with_name(copy.name + side))
        for table, rows in _read_tables(copy).items():
            columns = _COLUMNS[table]
            question = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({_places(columns)})"  # noqa: S608
            for row in rows:
                # One that no column takes is lost, and no other one with it.
                with suppress(sqlite3.Error, OverflowError):
                    ask.execute(question, row)


def _read_tables(file: Path) -> dict[str, list[Cells]]:
    """Return the rows of every table in ``file``: as SQLite finds them, else from every page."""
    tables: dict[str, list[Cells]] = {}
    whole = True
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        with suppress(sqlite3.Error):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for table in _COLUMNS:
            tables[table], complete = _read_table(connection, table)
            whole = whole and complete
    if not whole:
        for table, row in _sort_newest_first(read_leaf_pages(file)):
            tables[table].append(row)
    return tables


def _read_table(connection: Connection, table: str) -> tuple[list[Cells], bool]:
    """Return the rows of ``table`` up to where it is damaged, and whether they are all."""
    rows: list[Cells] = []
    try:
        there = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")}
        columns = (name if name in there else "''" for name in _COLUMNS[table].split(", "))
        for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table} NOT INDEXED"):  # noqa: S608
            rows.append(row)
    except sqlite3.Error as error:
        # A table that is not there is none of an older version.
        return rows, "no such table" in str(error) and table in _LATER
    return rows, True


def _sort_newest_first(found: Iterator[tuple[str, Cells]]) -> list[tuple[str, Cells]]:
    """Return rows as they are to be put in: of two with one key the first one stays."""
    # A page that is not in use any more may have a row as it was before.
    times = {"article": 7, "mark": 4}
    return sorted(found, key=lambda one: str(one[1][times[one[0]]]) if one[0] in times else "", reverse=True)


def _places(columns: str) -> str:
    return ", ".join("?" * len(columns.split(",")))
