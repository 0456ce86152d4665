"""A path → the open file of a library: made, migrated, refused, or set aside where it is damaged."""

from __future__ import annotations

import os
import sqlite3
import time
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from secondhand.errors import LibraryError
from secondhand.library.schema import APPLICATION, VERSION, migrate, version_of

PATIENCE = 10.0
"""seconds to wait for another process that is writing"""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_SIDE_FILES = ("", "-wal", "-shm", "-journal")


def default_path() -> Path:
    """Return where the library is: what SECONDHAND_LIBRARY names, else a file in the user's data folder."""
    if named := os.environ.get("SECONDHAND_LIBRARY"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("secondhand", appauthor=False) / "library.db"


def open_file(path: Path) -> tuple[Connection, str | None]:
    """Return the library in file ``path``, made where there is none, and a notice if one was set aside.

    Raises LibraryError where it cannot be read and written, is another program's, or is from a newer version.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _opened(path), None
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
        aside = _set_aside(path)
        notice = f"the library was damaged: it is kept as {aside}, and a new one was begun"
        return _opened(path), notice
    except (sqlite3.Error, OSError) as error:
        raise LibraryError(f"{path}: the library cannot be opened, nothing is kept: {error}") from error


def is_damage(error: sqlite3.Error) -> bool:
    """Return whether ``error`` tells of a file that is damaged, or no library at all."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _DAMAGED


def _opened(path: Path) -> Connection:
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        _refuse_foreign(connection, path)
        _check(connection)
        _settle(connection)
        migrate(connection)
        # Says at once where nothing can be written, rather than at the first highlight.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_foreign(connection: Connection, path: Path) -> None:
    version = version_of(connection)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION and (application or tables):
        raise LibraryError(
            f"{path}: this is a database of another program; name another file for the library"
        )
    if version > VERSION:
        raise LibraryError(
            f"{path}: this library is from a newer version of secondhand and left as it is; update to open it"
        )


def _check(connection: Connection) -> None:
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        error = sqlite3.DatabaseError(found)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def _settle(connection: Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # In write-ahead logging only FULL puts every commit on the disk before it is acknowledged.
    connection.execute("PRAGMA synchronous = FULL")
    for _ in range(100):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            # Two that open a new library at once: this one statement does not wait by itself.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(0.05)


def _set_aside(path: Path) -> Path:
    stamp = datetime.now().astimezone().strftime("%Y-%m-%dT%H%M%S")
    aside, count = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}"), 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.stem}.damaged-{stamp}-{count}{path.suffix}")
    for side in _SIDE_FILES:
        beside = path.with_name(path.name + side)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + side))
    return aside
