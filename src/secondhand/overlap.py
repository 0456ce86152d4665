"""How much pieces of one text have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Piece(Protocol):
    """Something that stands in a text: a span, an anchor."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def end(self) -> int:
        """Offset after its last one."""


def likeness(one: Sequence[Piece], other: Sequence[Piece]) -> float:
    """Return how many of the characters of both together are common to them, 0 … 1.

    The pieces of each do not overlap.
    """
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    if not both:
        return 0.0
    return both / (sum(piece.end - piece.start for piece in (*one, *other)) - both)


def hold(outer: Sequence[Piece], inner: Sequence[Piece]) -> bool:
    """Return whether each piece of ``inner`` lies within one of ``outer``."""
    return all(any(o.start <= i.start and i.end <= o.end for o in outer) for i in inner)
