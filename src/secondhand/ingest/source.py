"""A path, an http(s) address or standard input → bytes, and what is known about them."""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePath
from typing import IO

from secondhand.errors import NotFound
from secondhand.ingest.fetched import LARGEST, Fetched, too_large_error
from secondhand.ingest.input_names import escape_name

STDIN = "-"
"""the source that means standard input"""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)


def open_source(source: str) -> Fetched:
    """Return the bytes that ``source`` (a path, an http(s) address or ``-``) leads to.

    Raises NotFound, Unreachable, or FormatError where the input is larger than LARGEST.
    """
    if source == STDIN:
        return _open_stdin()
    scheme = _SCHEME.match(source)
    if scheme is None or _path_exists(source):
        return _open_path(source)
    from secondhand.ingest.fetch import fetch

    return fetch(source)


def _path_exists(source: str) -> bool:
    try:
        return Path(source).exists()
    except (OSError, ValueError):
        return False


def _open_stdin() -> Fetched:
    name = "standard input"
    if sys.stdin is None or sys.stdin.closed:
        raise NotFound(f"{name} is closed: pipe an article into it, or name a file.")
    return Fetched(_read_limited(sys.stdin.buffer, name), name)


def _open_path(source: str) -> Fetched:
    name = escape_name(source)
    try:
        with Path(source).open("rb") as file:
            data = _read_limited(file, name)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise NotFound(f"{name}: no such file. Check the name.") from None
    except IsADirectoryError:
        raise NotFound(f"{name} is a directory: name a file in it.") from None
    except PermissionError:
        raise NotFound(f"{name} may not be read: ask for permission, or copy the file.") from None
    except OSError as error:
        raise NotFound(f"{name} cannot be read: {escape_name(error.strerror or 'unknown error')}.") from None
    return Fetched(data, name, PurePath(source).suffix.lower())


def _read_limited(file: IO[bytes], name: str) -> bytes:
    """Read all of ``file``, but refuse more than LARGEST bytes."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise too_large_error(name)
    return data
