"""What SQLite complains of → one line for the user."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path
from tempfile import TemporaryFile

from secondhand.errors import LibraryError

_SAYINGS = {
    sqlite3.SQLITE_FULL: "the disk is full; make room, then go on: nothing kept before is lost",
    sqlite3.SQLITE_IOERR: "the disk would not read or write; nothing kept before is lost",
    sqlite3.SQLITE_READONLY: "it may not be written there; name another file with --library",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened or made there; name another file with --library",
    sqlite3.SQLITE_PERM: "it may not be opened; name another file with --library",
    sqlite3.SQLITE_BUSY: "another program is writing to it; try again",
    sqlite3.SQLITE_LOCKED: "it is still busy with something else; try again",
    sqlite3.SQLITE_CORRUPT: "it is damaged; secondhand library --check saves what can be read of it",
    sqlite3.SQLITE_NOTADB: "it is damaged; secondhand library --check saves what can be read of it",
}
_DAMAGE = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    # While it is opened: its tables are not what its version says.
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_CONSTRAINT,
}


def trouble(path: Path, error: Exception) -> LibraryError:
    """Return ``error``, which came of the library in file ``path``, as one line that says what to do."""
    saying = _SAYINGS.get(_code(error)) or _reason(error)
    if _code(error) == sqlite3.SQLITE_BUSY and not has_locks(path.parent):
        saying = "its file system cannot lock files; name another file with --library"
    return LibraryError(f"the library {path} cannot be used: {saying}")


def is_damage(error: Exception) -> bool:
    """Return whether ``error``, met at opening, tells of a file that is damaged, or no library at all."""
    return _code(error) in _DAMAGE


def is_busy(error: Exception) -> bool:
    """Return whether ``error`` tells of another process that is at work on the file."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_refusal(error: Exception) -> bool:
    """Return whether ``error`` tells that the file may not be written, or its folder not."""
    if isinstance(error, OSError):
        return error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
    return _code(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)


def is_full(error: Exception) -> bool:
    """Return whether ``error`` tells that the disk has no room, be it for what SQLite puts beside a file."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    detailed = int(getattr(error, "sqlite_errorcode", 0))
    return _code(error) == sqlite3.SQLITE_FULL or detailed == sqlite3.SQLITE_IOERR_SHMSIZE


def make_damage(what: str) -> sqlite3.DatabaseError:
    """Return the error of a damaged file that SQLite itself can read, which tells ``what`` is wrong."""
    error = sqlite3.DatabaseError(what)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def has_locks(folder: Path) -> bool:
    """Return whether files in ``folder`` can be locked, as far as can be told: SQLite only says they are."""
    try:
        import fcntl
    except ImportError:  # on Windows every file can be
        return True
    try:
        with TemporaryFile(dir=folder) as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
    return True


def _code(error: Exception) -> int:
    # The lowest byte is the kind, what is above it the detail.
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _reason(error: Exception) -> str:
    told = error.strerror if isinstance(error, OSError) else str(error)
    return " ".join((told or type(error).__name__).split())
