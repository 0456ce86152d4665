"""What a kill or a power cut left of a file of JSON Lines → its whole lines, every one of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

START = b'{"id": "'
_BEGIN = re.compile(rb'\{"id": ("(?:[^"\\]|\\.)*")')
_BLOCK = 1 << 20
"""bytes copied at once"""


@dataclass(slots=True)
class Lines:
    """What a file holds."""

    ids: set[str] = field(default_factory=set)
    """of its whole lines"""
    whole: list[tuple[int, int]] = field(default_factory=list)
    """where they are: first byte and the one after the last; neighbours together"""
    unended: bool = False
    """whether the last whole line lacks the sign that ends it"""
    foreign: bool = False
    """whether something is in it that no write of ours can have left"""

    def add(self, id: str, start: int, end: int) -> None:
        """Note a whole line."""
        self.ids.add(id)
        if self.whole and self.whole[-1][1] == start:
            start = self.whole.pop()[0]
        self.whole.append((start, end))


def scan_lines(file: IO[bytes]) -> Lines:
    """Return what ``file`` holds, from its first byte on."""
    file.seek(0)
    found, at = Lines(), 0
    for line in file:
        # A power cut leaves zeros in the place of what was not written yet.
        tail = line.rpartition(b"\0")[2]
        id = _id_of(tail)
        damage = line[: -len(tail)] if id is not None else line
        if damage and not _is_torn(damage, bool(found.ids)):
            found.foreign = True
            break
        if id is not None:
            found.add(id, at + len(damage), at + len(line))
            found.unended = not tail.endswith(b"\n")
        at += len(line)
    return found


def copy_lines(file: IO[bytes], found: Lines, out: IO[bytes]) -> None:
    """Write the whole lines of ``file`` to ``out``."""
    for start, end in found.whole:
        file.seek(start)
        for size in _block_sizes(end - start):
            out.write(file.read(size))


def _block_sizes(length: int) -> Iterator[int]:
    while length > 0:
        yield min(length, _BLOCK)
        length -= _BLOCK


def _id_of(line: bytes) -> str | None:
    """Return the id of a whole line, None of one that is not whole."""
    found = _BEGIN.match(line)
    if found is None:
        return None
    if not line.endswith(b"\n"):
        # The last one may lack no more than its end.
        try:
            json.loads(line)
        except ValueError:
            return None
    elif not line.endswith(b"}\n"):
        return None
    return str(json.loads(found[1]))


def _is_torn(damage: bytes, after_ours: bool) -> bool:
    """Say whether a write of ours that did not end can have left ``damage``: part of a line, or zeros."""
    if not damage.strip(b"\0\n"):
        return b"\0" in damage
    begun = damage.startswith(START) or START.startswith(damage)
    return (begun and not damage.endswith(b"\n")) or (after_ours and b"\0" in damage)
