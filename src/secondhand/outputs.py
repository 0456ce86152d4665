"""Where a command may write: never to a file of secondhand's own, and never to what it reads."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from secondhand import settings
from secondhand.errors import OptionError
from secondhand.library import default_path
from secondhand.library.schema import APPLICATION

_SQLITE = b"SQLite format 3\0"
_BESIDE_A_LIBRARY = ("-wal", "-shm", "-journal")


def check_output(path: Path, inputs: Iterable[str | Path] = (), library: Path | None = None) -> None:
    """Raise OptionError where ``path`` must not be written, whatever the user says.

    That is any library, the settings and all else that is secondhand's own, what is read-only or no file, and
    the ``inputs``: paths, "-" for standard input, anything else. ``library`` is the one that is in use.
    """
    try:
        target = Path(os.path.realpath(path))
        _check_own(path, target, library)
        # Not of the target: a pipe that stands under /dev has no name to be resolved to.
        found = path.stat() if path.exists() else None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise OptionError(f"{path} cannot be written: {why}.") from None
    if found is None:
        return
    if any(os.path.samestat(found, other) for other in _stats(inputs)):
        raise OptionError(f"{path} is what is read: name another file to write to.")
    if not stat.S_ISREG(found.st_mode):
        raise OptionError(f"{path} is not a file: choose another name.")
    if not (found.st_mode & 0o222 and os.access(target, os.W_OK)):
        raise OptionError(f"{path} is read-only: name another file, or make it writable first.")


def _check_own(path: Path, target: Path, library: Path | None) -> None:
    """Raise OptionError where the file ``target``, which the user calls ``path``, is one of ours."""
    for kept in filter(None, (library, default_path())):
        file = Path(os.path.realpath(kept))
        if target in [file.with_name(file.name + end) for end in ("", *_BESIDE_A_LIBRARY)] or target.match(
            f"{glob.escape(str(file.with_suffix('')))}.damaged-*"
        ):
            raise OptionError(f"{path} is the library or belongs to it: name another file to write to.")
    if target == Path(os.path.realpath(settings.path())):
        raise OptionError(f"{path} holds the settings of secondhand: name another file to write to.")
    if any(target.is_relative_to(folder) for folder in _own_folders()):
        raise OptionError(f"{path} is among the files of secondhand itself: name another file to write to.")
    beside = [target.parent / target.name.removesuffix(end) for end in ("", *_BESIDE_A_LIBRARY)]
    if any(map(is_library, beside)):
        raise OptionError(f"{path} is a library of secondhand: name another file to write to.")


def is_library(file: Path) -> bool:
    """Return whether ``file`` is a library, wherever it is; raises OSError where that cannot be told."""
    if not file.is_file() or not os.access(file, os.R_OK):
        return False
    with file.open("rb") as opened:
        header = opened.read(72)
    return header.startswith(_SQLITE) and int.from_bytes(header[68:72], "big", signed=True) == APPLICATION


def _own_folders() -> Iterator[Path]:
    import platformdirs

    for folder in ("user_data_path", "user_config_path", "user_cache_path", "user_state_path"):
        yield Path(os.path.realpath(getattr(platformdirs, folder)("secondhand", appauthor=False)))


def _stats(inputs: Iterable[str | Path]) -> Iterator[os.stat_result]:
    """Yield what the system knows of each of ``inputs`` that is a file or a folder."""
    for given in inputs:
        try:
            yield os.fstat(sys.stdin.fileno()) if given == "-" else Path(given).stat()
        except (OSError, ValueError, AttributeError):
            # An address, a number in the library, or a name that leads nowhere.
            continue
