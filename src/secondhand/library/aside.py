"""A damaged library → another name beside it, so that nothing of it is lost."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

_FILES = ("-wal", "-shm", "-journal", "")
"""what belongs to a library; the file itself last, so that its log never comes to stand beside a new one"""


def name_aside(path: Path) -> Path:
    """Return a name beside ``path`` that nothing has yet, with the time in it."""
    stamp, count = datetime.now().astimezone().strftime("%Y-%m-%dT%H%M%S"), 1
    aside = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.stem}.damaged-{stamp}-{count}{path.suffix}")
    return aside


def set_aside(path: Path) -> Path:
    """Rename the file and what belongs to it, and return its new name."""
    aside = name_aside(path)
    for side in _FILES:
        beside = path.with_name(path.name + side)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + side))
    return aside
