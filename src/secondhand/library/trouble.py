"""What SQLite complains of → one line for the user."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from secondhand.errors import LibraryError

_SAYINGS = {
    sqlite3.SQLITE_FULL: "the disk is full; make room, then go on: nothing kept before is lost",
    sqlite3.SQLITE_IOERR: "the disk would not read or write; nothing kept before is lost",
    sqlite3.SQLITE_READONLY: "it may not be written there; name another file with --library",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened or made there; name another file with --library",
    sqlite3.SQLITE_PERM: "it may not be opened; name another file with --library",
    sqlite3.SQLITE_BUSY: "another program is writing to it; try again",
    sqlite3.SQLITE_LOCKED: "another program is writing to it; try again",
    sqlite3.SQLITE_CORRUPT: "it is damaged; start again, and it is set aside and a new one begun",
    sqlite3.SQLITE_NOTADB: "it is damaged; start again, and it is set aside and a new one begun",
}


def trouble(path: Path, error: Exception) -> LibraryError:
    """Return ``error``, which came of the library in file ``path``, as one line that says what to do."""
    saying = _SAYINGS.get(_code(error)) or _reason(error)
    return LibraryError(f"the library {path} cannot be used: {saying}")


def is_damage(error: Exception) -> bool:
    """Return whether ``error`` tells of a file that is damaged, or no library at all."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_busy(error: Exception) -> bool:
    """Return whether ``error`` tells of another process that is at work on the file."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _code(error: Exception) -> int:
    # The lowest byte is the kind, what is above it the detail.
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _reason(error: Exception) -> str:
    told = error.strerror if isinstance(error, OSError) else str(error)
    return " ".join((told or type(error).__name__).split())
