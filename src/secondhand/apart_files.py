"""One file a highlight, in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from secondhand.errors import OptionError
from secondhand.files import already_there, write_file
from secondhand.outputs import check_output


def write_apart(
    folder: Path, files: Iterable[tuple[str, str]], library: Path | None = None, *, force: bool = False
) -> None:
    """Write ``files``, each a name and its text, into ``folder``, which is made where there is none.

    What is there already as it would be written stays. Raises OptionError before anything is written where a
    file would be replaced without ``force``, or must not be written.
    """
    new = [(folder / name, text) for name, text in files if not _has(folder / name, text)]
    for file, _ in new:
        check_output(file, (), library)
        if not force and os.path.lexists(file):
            raise already_there(file)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptionError(f"{folder} cannot be made a folder: {error.strerror}.") from None
    for file, text in new:
        write_file(file, text, replace=force)


def _has(file: Path, text: str) -> bool:
    try:
        return file.is_file() and file.read_bytes() == text.encode("utf-8", "replace")
    except OSError:
        return False
