"""A path → the open file of a library: made, migrated, refused, only read, or salvaged."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection
from tempfile import TemporaryDirectory

from secondhand.errors import LibraryError
from secondhand.library.aside import set_aside
from secondhand.library.schema import APPLICATION, VERSION, has_own_tables, migrate, version_of
from secondhand.library.trouble import is_busy, is_damage, is_full, is_refusal, make_damage, trouble

PATIENCE = 10.0
"""seconds to wait for another process that is writing"""

_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A library that is open."""

    connection: Connection
    notice: str | None = None
    """one line for the user on what happened, or None"""
    damaged: bool = False
    """whether the file was damaged, and this is what could be read of it"""
    copied: TemporaryDirectory[str] | None = field(default=None, repr=False)
    """where a copy of it lies that is read in its place; None where it is written to"""


def default_path() -> Path:
    """Return where the library is: what SECONDHAND_LIBRARY names, else a file in the user's data folder."""
    if named := os.environ.get("SECONDHAND_LIBRARY"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("secondhand", appauthor=False) / "library.db"


def open_file(path: Path, *, make: bool = True, thorough: bool = False) -> OpenFile:
    """Return the library in file ``path``; where there is none, one is made, or without ``make`` is empty.

    One that may not be written is read from a copy; of one that is damaged, what can be read is put into a
    new one. Indexes are looked at only where ``thorough``: of a large library that takes a second. Raises
    LibraryError where nothing can be read, it is another program's or no library, or of a newer version.
    """
    path = path.absolute()
    try:
        if not (make or path.exists()):
            return _open_nothing()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return _open_or_salvage(path, path, thorough)
        except (sqlite3.Error, OSError) as error:
            full = is_full(error)
            if not ((full or is_refusal(error)) and path.is_file() and os.access(path, os.R_OK)):
                raise
            return _open_copy(path, thorough, "has no room on its disk" if full else "may not be written")
    except (sqlite3.Error, OSError) as error:
        raise trouble(path, error) from error


def _open_or_salvage(path: Path, known_as: Path, thorough: bool) -> OpenFile:
    """Open the file; where it is damaged, a new one with what can be read of it takes its place.

    ``known_as`` is the path the user knows it by.
    """
    _make(path)
    damaged = path.stat().st_ino
    try:
        return OpenFile(_open(path, thorough))
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
    notice = _replace_damaged(path, known_as, damaged)
    return OpenFile(_open(path), notice, damaged=notice is not None)


def _replace_damaged(path: Path, known_as: Path, damaged: int) -> str | None:
    """Put a new library in the place of the file with the inode ``damaged``; return what there is to tell.

    It is made beside it and renamed when it is whole: whenever this ends, the old or the new one is there.
    Raises LibraryError where the file is none that ever was a library.
    """
    with TemporaryDirectory(prefix=".secondhand-", dir=path.parent) as folder:
        new = Path(folder, path.name)
        _make(new)
        with closing(_open(new)) as connection:
            saved = _salvage(path, connection)
        if saved is None:
            _refuse_other_kind(path, known_as)
        if path.stat().st_ino != damaged:  # another process was faster
            return None
        aside = set_aside(path)
        new.rename(path)
    return f"the library was damaged: {saved or 'nothing can be read'}; as it was it is kept as {aside}"


def _open_nothing() -> OpenFile:
    """Open an empty library, of which nothing is kept."""
    folder = TemporaryDirectory(prefix="secondhand-", ignore_cleanup_errors=True)
    file = Path(folder.name, "library.db")
    _make(file)
    return OpenFile(_open(file), copied=folder)


def _open_copy(path: Path, thorough: bool, why: str) -> OpenFile:
    """Open a copy of a file that, as ``why`` says, cannot be written; nothing can be kept in it."""
    copied = TemporaryDirectory(prefix="secondhand-", ignore_cleanup_errors=True)
    copy = Path(copied.name, path.name)
    for side in ("-wal", ""):
        beside = path.with_name(path.name + side)
        if beside.exists():
            shutil.copyfile(beside, copy.with_name(copy.name + side))
    opened = _open_or_salvage(copy, path, thorough)
    opened.connection.execute("PRAGMA query_only = ON")
    damage = " It is damaged, and this is what can be read of it." if opened.damaged else ""
    notice = f"the library {path} {why}: it is shown as it is, and nothing new is kept.{damage}"
    return OpenFile(opened.connection, notice, opened.damaged, copied)


def _salvage(damaged: Path, connection: Connection) -> str | None:
    """Put what can be read of the file ``damaged`` into a new library; return how much, None for nothing."""
    # Only now: a library that is whole need not wait for it.
    from secondhand.library.repair import mend_rows
    from secondhand.library.salvage import salvage

    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    salvage(damaged, connection)
    mend_rows(connection)
    connection.execute("COMMIT")
    many = "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM mark)"
    articles, marks = connection.execute(many).fetchone()
    return f"{articles} articles and {marks} marks of it could be saved" if articles else None


def _make(path: Path) -> None:
    """Make the file where there is none; what somebody reads is nobody else's affair."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _open(path: Path, thorough: bool = False) -> Connection:
    _refuse_newer(path, _version_on_disk(path))
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        connection.text_factory = _decode
        # A file can bring commands of its own along: they may do nothing.
        connection.execute("PRAGMA trusted_schema = OFF")
        _refuse_foreign(connection, path)
        _refuse_newer(path, version_of(connection))
        _check(connection, thorough)
        connection.execute("PRAGMA foreign_keys = ON")
        # In write-ahead logging only FULL puts every commit on the disk before it is acknowledged.
        connection.execute("PRAGMA synchronous = FULL")
        _log_ahead(connection)
        migrate(connection)
        _check_tables(connection)
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


def _refuse_other_kind(path: Path, known_as: Path) -> None:
    """Refuse a file that is no database, unless it lies where our own library does."""
    with path.open("rb") as file:
        is_database = file.read(len(_MAGIC)) == _MAGIC
    if not is_database and known_as != default_path().absolute():
        raise LibraryError(
            f"{known_as} is no library and cannot be read as one; name another file with --library"
        )


def _check(connection: Connection, thorough: bool) -> None:
    how = "integrity_check" if thorough else "quick_check"
    found = connection.execute(f"PRAGMA {how}(1)").fetchone()[0]
    if found != "ok":
        raise make_damage(found)


def _check_tables(connection: Connection) -> None:
    if not has_own_tables(connection):
        raise make_damage("its tables are not those of a library")
    # An index that cannot even be begun with could not be thrown away either.
    connection.execute("SELECT 1 FROM words LIMIT 0")


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
