"""Paragraphs cut where claims and highlights begin and end."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondhand.article import Article, Paragraph
from secondhand.claim import Claim, Span
from secondhand.notes.highlight import Anchor, Colour, Highlight

Marked = Claim | Highlight


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that is all the same: in no claim, or in one; highlighted, or not."""

    text: str
    claims: int
    """how many claims hold it"""
    colour: Colour | None
    ends: tuple[str, ...]
    """ids of the claims and highlights of which it is the very end"""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What of a claim or highlight lies in one paragraph, without a gap."""

    start: int
    end: int
    of: Marked


def cut_paragraphs(
    article: Article, claims: Sequence[Claim], highlights: Sequence[Highlight]
) -> Iterator[tuple[Segment, ...]]:
    """Yield the words of each paragraph in pieces that together are all of it."""
    marked: tuple[Marked, ...] = (*claims, *highlights)
    ends: defaultdict[int, list[str]] = defaultdict(list)
    for one in marked:
        ends[pieces_of(one)[-1].end].append(one.id)
    pieces = _pieces_by_paragraph(article.paragraphs, marked)
    for index, paragraph in enumerate(article.paragraphs):
        yield tuple(_cut_paragraph(article.text, paragraph, pieces.get(index, ()), ends))


def pieces_of(one: Marked) -> Sequence[Span | Anchor]:
    """Return where the words of a claim or highlight are."""
    return one.content if isinstance(one, Claim) else one.anchors


def _pieces_by_paragraph(
    paragraphs: Sequence[Paragraph], marked: Iterable[Marked]
) -> defaultdict[int, list[_Piece]]:
    """Return the pieces in each paragraph, by its index."""
    found: defaultdict[int, list[_Piece]] = defaultdict(list)
    for one in marked:
        for piece in pieces_of(one):
            index = bisect_left(paragraphs, piece.start + 1, key=lambda paragraph: paragraph.end)
            while index < len(paragraphs) and paragraphs[index].start < piece.end:
                here = paragraphs[index]
                found[index].append(_Piece(max(piece.start, here.start), min(piece.end, here.end), one))
                index += 1
    return found


def _cut_paragraph(
    text: str, paragraph: Paragraph, pieces: Sequence[_Piece], ends: defaultdict[int, list[str]]
) -> Iterator[Segment]:
    """Yield ``paragraph`` cut at the edges of ``pieces``, going over them once from left to right."""
    cuts = {paragraph.start, paragraph.end, *(p.start for p in pieces), *(p.end for p in pieces)}
    waiting = sorted((p for p in pieces if p.start < p.end), key=lambda piece: piece.start)
    open_claims: Counter[str] = Counter()
    open_until: list[tuple[int, int, str]] = []
    lit: list[tuple[int, int, int, Colour]] = []
    begun = 0
    for start, end in pairwise(sorted(cuts)):
        while open_until and open_until[0][0] <= start:
            _, _, name = heapq.heappop(open_until)
            open_claims[name] -= 1
            if not open_claims[name]:
                del open_claims[name]
        while begun < len(waiting) and waiting[begun].start <= start:
            piece = waiting[begun]
            if isinstance(piece.of, Claim):
                open_claims[piece.of.id] += 1
                heapq.heappush(open_until, (piece.end, begun, piece.of.id))
            else:
                # Of several the shortest is shown: the longer ones still show around it.
                heapq.heappush(lit, (len(piece.of.text), begun, piece.end, piece.of.colour))
            begun += 1
        while lit and lit[0][2] <= start:
            heapq.heappop(lit)
        yield Segment(text[start:end], len(open_claims), lit[0][3] if lit else None, tuple(ends.get(end, ())))
