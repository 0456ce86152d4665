"""The reader's highlights and selection, drawn over the marks of the claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from secondhand.notes.highlight import Colour, Highlight
from secondhand.search import Search
from secondhand.ui.drawing.runs import Hit, Run


@dataclass(frozen=True, slots=True)
class Stroke:
    """A stretch of text drawn over."""

    start: int
    """offset of its first character"""
    end: int
    """offset after its last character"""
    colour: Colour | None
    """the colour of a highlight; None for what is being selected or looked for"""
    hit: Hit | None = None
    """whether it is looked for, and the reader is at it"""


def strokes_of(highlights: Iterable[Highlight]) -> list[Stroke]:
    """Return the strokes of ``highlights``, shorter ones after the longer ones they are drawn over."""
    ordered = sorted(highlights, key=lambda h: -len(h.text))
    return [Stroke(anchor.start, anchor.end, h.colour) for h in ordered for anchor in h.anchors]


def hits_of(search: Search, start: int, end: int) -> list[Stroke]:
    """Return the strokes of the hits of ``search`` with characters from ``start`` to ``end``."""
    within = search.within(start, end)
    return [Stroke(*search.hits[at], None, "this" if at == search.at else "other") for at in within]


def drawn_over(pieces: Iterable[Run], strokes: Sequence[Stroke]) -> list[Run]:
    """Return ``pieces`` cut where ``strokes`` begin and end, with what is drawn over each."""
    return [cut for piece in pieces for cut in _cut_run(piece, strokes)]


def _cut_run(piece: Run, strokes: Sequence[Stroke]) -> Iterator[Run]:
    """Yield the parts of ``piece`` that are drawn over alike."""
    over = [s for s in strokes if s.start < piece.end and s.end > piece.start]
    inner = (at for s in over for at in (s.start, s.end) if piece.start < at < piece.end)
    bounds = [piece.start, *sorted(set(inner)), piece.end]
    for start, end in pairwise(bounds):
        here = [s for s in over if s.start <= start < s.end]
        colour = next((s.colour for s in reversed(here) if s.colour), None)
        hit = next((s.hit for s in reversed(here) if s.hit), None)
        selected = any(not s.colour and not s.hit for s in here)
        yield replace(piece, start=start, end=end, highlight=colour, selected=selected, hit=hit)
