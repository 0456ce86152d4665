"""A file of text: read within bounds; written whole or not at all, over another only where that is wanted."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from secondhand.errors import FormatError, NotFound, OptionError


def read_text(path: Path, most: int) -> str:
    """Return the text of the file ``path``, in UTF-8 and of ``most`` MB; raises NotFound and FormatError."""
    try:
        with path.open("rb") as file:
            data = file.read(most * 1_000_000 + 1)
        if len(data) > most * 1_000_000:
            raise FormatError(f"{path} is larger than {most} MB: divide it.")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FormatError(f"{path} is not in UTF-8: save it so.") from None
    except (OSError, ValueError) as error:
        raise NotFound(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from None


def write_file(path: Path, text: str, *, replace: bool = False) -> None:
    """Write ``text`` to the file ``path`` as UTF-8: all of it or, where that fails, nothing.

    What stands there already is replaced where ``replace`` says so; a link stays one, and what it leads to is
    replaced. Raises OptionError where something stands there and is to stay, and where it cannot be written.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            raise OptionError(f"{path} is not a file: choose another name.")
        if target.is_symlink():
            raise OptionError(f"{path} is a link that leads to itself: choose another name.")
        if not replace and os.path.lexists(path):
            raise already_there(path)
        _write_whole(target, text, replace=replace)
    except FileExistsError:
        raise already_there(path) from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise OptionError(f"{path} cannot be written: {why}.") from None


def open_beside(path: Path) -> Path:
    """Return a new empty file beside ``path``, to be written and then given that name; raises OSError.

    Its name is nobody's: no file is emptied for it, and no link followed.
    """
    beside = path.with_name(f".{uuid4().hex}.part")
    beside.touch(exist_ok=False)
    return beside


def already_there(path: Path) -> OptionError:
    """Return the error for a file that is not to be replaced."""
    leads = f"leads to {os.path.realpath(path)}, which" if path.is_symlink() else "is there already, and"
    return OptionError(f"{path} {leads} would be replaced: name another file, or add --force.")


def _write_whole(target: Path, text: str, *, replace: bool) -> None:
    """Write ``text`` beside ``target``, and only then give it that name; raises OSError."""
    unfinished = open_beside(target)
    try:
        with unfinished.open("w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if not replace:
            _name_anew(unfinished, target)
            return
        if target.exists():
            unfinished.chmod(target.stat().st_mode)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _name_anew(unfinished: Path, target: Path) -> None:
    """Give the file ``unfinished`` the name ``target``; raises FileExistsError where another one has it."""
    try:
        # Unlike a renaming, a second name is never taken from another file.
        os.link(unfinished, target)
    except FileExistsError:
        raise
    except OSError:
        # Not every file system has second names.
        if os.path.lexists(target):
            raise FileExistsError from None
        unfinished.replace(target)
