"""The file named by ``-o``: whether it may be written, and whether what stands there may go."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from secondhand.errors import OptionError
from secondhand.files import already_there
from secondhand.outputs import check_output
from secondhand.safe_text import clean


def allow_replacing(
    path: Path, inputs: Iterable[str | Path] = (), library: Path | None = None, *, force: bool = False
) -> bool:
    """Return whether what stands at ``path`` is to be replaced; on a terminal the user is asked.

    Raises OptionError where it must not be written or is to stay: see ``check_output``.
    """
    check_output(path, inputs, library)
    if force or not os.path.lexists(path):
        return force
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise already_there(path)
    sys.stderr.write(f"{clean(str(path))} is there already. Replace it? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
        raise OptionError(f"{path} is left as it is: nothing was written.")
    return True
