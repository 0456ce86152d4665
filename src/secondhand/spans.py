"""Pieces of one text: where they meet, what they share, and how much of it.

A ``Range`` is (start, end) in code points, end exclusive; ``Piece`` is anything with such a start and end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

Range = tuple[int, int]


class Piece(Protocol):
    """Something that stands in a text: a span, an anchor."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def end(self) -> int:
        """Offset after its last one."""


def range_of(piece: Piece) -> Range:
    """Return where ``piece`` stands."""
    return piece.start, piece.end


def overlaps(one: Range, other: Range) -> bool:
    """Say whether two ranges have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def contains(outer: Range, inner: Range) -> bool:
    """Say whether all of ``inner`` lies within ``outer``."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def count_characters(ranges: Iterable[Range]) -> int:
    """Return how many characters the ranges have, one after another."""
    return sum(end - start for start, end in ranges)


def count_shared(one: Iterable[Range], other: Sequence[Range]) -> int:
    """Return how many characters are in both; the ranges of each do not overlap."""
    return sum(max(0, min(e, f) - max(s, t)) for s, e in one for t, f in other)


def jaccard(one: Sequence[Range], other: Sequence[Range]) -> float:
    """Return how many of the characters of both together are common to them, 0 … 1 (Jaccard, 1901).

    The ranges of each do not overlap.
    """
    both = count_shared(one, other)
    return both / (count_characters((*one, *other)) - both) if both else 0.0


def clip(ranges: Iterable[Range], bounds: Range) -> Iterator[Range]:
    """Yield what lies within ``bounds`` of each range that has something there."""
    held = ((max(start, bounds[0]), min(end, bounds[1])) for start, end in ranges)
    return (piece for piece in held if piece[0] < piece[1])


def merge(ranges: Iterable[Range]) -> list[Range]:
    """Return the ranges in order, those that overlap or touch made one."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def likeness(one: Sequence[Piece], other: Sequence[Piece]) -> float:
    """Return the ``jaccard`` of pieces; those of each do not overlap."""
    return jaccard([*map(range_of, one)], [*map(range_of, other)])


def hold(outer: Sequence[Piece], inner: Sequence[Piece]) -> bool:
    """Return whether each piece of ``inner`` lies within one of ``outer``."""
    return all(any(contains(range_of(o), range_of(i)) for o in outer) for i in inner)
