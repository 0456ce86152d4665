"""A file that only one process writes to, on Windows too."""

from __future__ import annotations

import sys
from typing import IO

_FAR = 2**62
"""a place that no file of ours reaches: Windows locks bytes, and lets nobody read them"""


def lock(file: IO[bytes]) -> None:
    """Lock ``file`` until it is closed; raises OSError where another process or file object has it locked."""
    if sys.platform == "win32":
        import msvcrt

        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
