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
from secondhand.library.trouble import is_busy, is_damage, trouble

PATIENCE = 10.0
"""seconds to wait for another process that is writing"""

_FILES = ("-wal", "-shm", "-journal", "")
"""what belongs to a library; the file itself last, so that its log never comes to stand beside a new one"""
_MAGIC = b"SQLite format 3\0"


def default_path() -> Path:
    """Return where the library is: what SECONDHAND_LIBRARY names, else a file in the user's data folder."""
    if named := os.environ.get("SECONDHAND_LIBRARY"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("secondhand", appauthor=False) / "library.db"


def open_file(path: Path) -> tuple[Connection, str | None]:
    """Return the library in file ``path``, made where there is none, and a notice if one was set aside.

    Raises LibraryError where it cannot be read and written, is another program's, or of a newer version.
    """
    path = path.absolute()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _make(path)
        damaged = path.stat().st_ino
        try:
            return _opened(path), None
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
        aside = _set_aside(path) if path.stat().st_ino == damaged else None
        notice = f"the library was damaged: it is kept as {aside}, and a new one begun" if aside else None
        _make(path)
        return _opened(path), notice
    except (sqlite3.Error, OSError) as error:
        raise trouble(path, error) from error


def _make(path: Path) -> None:
    """Make the file where there is none; what somebody reads is nobody else's affair."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _opened(path: Path) -> Connection:
    _refuse_newer(path, _version_on_disk(path))
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        _refuse_foreign(connection, path)
        _refuse_newer(path, version_of(connection))
        _check(connection)
        connection.text_factory = _decode
        connection.execute("PRAGMA foreign_keys = ON")
        # In write-ahead logging only FULL puts every commit on the disk before it is acknowledged.
        connection.execute("PRAGMA synchronous = FULL")
        _log_ahead(connection)
        migrate(connection)
        # Says at once where nothing can be written, rather than at the first highlight.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except BaseException:
        connection.close()
        raise
    return connection


def _decode(data: bytes) -> str:
    """Return the text of a cell; bytes that are none are a matter of that cell alone."""
    return data.decode("utf-8", "replace")


def _version_on_disk(path: Path) -> int:
    """Read the version from the file's header: SQLite itself may write when it opens a file."""
    with path.open("rb") as file:
        header = file.read(64)
    return int.from_bytes(header[60:64], "big", signed=True) if header.startswith(_MAGIC) else 0


def _refuse_newer(path: Path, version: int) -> None:
    if version > VERSION:
        raise LibraryError(
            f"the library {path} is from a newer version of secondhand and left as it is; update to open it"
        )


def _refuse_foreign(connection: Connection, path: Path) -> None:
    # In this order: another process may be making this very library, tables and number at one stroke.
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION and (application or tables):
        raise LibraryError(f"{path} is a database of another program; name another file with --library")


def _check(connection: Connection) -> None:
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        error = sqlite3.DatabaseError(found)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def _log_ahead(connection: Connection) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            # Of two that open a new library at once: this one statement does not wait by itself.
            if not is_busy(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _set_aside(path: Path) -> Path:
    """Rename the file and what belongs to it, and return its new name."""
    stamp, count = datetime.now().astimezone().strftime("%Y-%m-%dT%H%M%S"), 1
    aside = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.stem}.damaged-{stamp}-{count}{path.suffix}")
    for side in _FILES:
        beside = path.with_name(path.name + side)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + side))
    return aside
