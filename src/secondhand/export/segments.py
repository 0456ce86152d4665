"""A paragraph cut where claims and highlights begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondhand.article import Paragraph
from secondhand.claim import Claim, Span
from secondhand.notes.highlight import Anchor, Colour, Highlight


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that is all the same: in no claim, or in one; highlighted, or not."""

    text: str
    claims: int
    """how many claims hold it"""
    colour: Colour | None
    ends: tuple[str, ...]
    """ids of the claims and highlights of which it is the very end"""


def segments(
    text: str, paragraph: Paragraph, claims: Sequence[Claim], highlights: Sequence[Highlight]
) -> Iterator[Segment]:
    """Yield the words of ``paragraph`` in pieces that together are all of it."""
    said = [(claim.id, claim.content) for claim in claims if _touches(paragraph, claim.content)]
    highlights = [mark for mark in highlights if _touches(paragraph, mark.anchors)]
    every: list[tuple[str, Sequence[Span | Anchor]]] = [
        *said,
        *((mark.id, mark.anchors) for mark in highlights),
    ]
    edges = {edge for _, pieces in every for piece in pieces for edge in (piece.start, piece.end)}
    cuts = sorted(
        {paragraph.start, paragraph.end, *(e for e in edges if paragraph.start < e < paragraph.end)}
    )
    for start, end in pairwise(cuts):
        yield Segment(
            text[start:end],
            sum(any(s.start <= start < s.end for s in content) for _, content in said),
            _colour(start, highlights),
            tuple(name for name, pieces in every if pieces[-1].end == end),
        )


def _colour(at: int, highlights: Sequence[Highlight]) -> Colour | None:
    """Return the colour of the shortest highlight at an offset: the longer ones still show around it."""
    here = [mark for mark in highlights if any(a.start <= at < a.end for a in mark.anchors)]
    return min(here, key=lambda mark: len(mark.text)).colour if here else None


def _touches(paragraph: Paragraph, pieces: Sequence[Span | Anchor]) -> bool:
    return any(piece.start < paragraph.end and paragraph.start < piece.end for piece in pieces)
