"""All highlights of an article → where their words stand in its text now, in time that grows with both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from secondhand.notes.anchoring import find_anchor, make_anchor
from secondhand.notes.highlight import Anchor, Highlight

SEARCHED = 20_000_000
"""characters looked through, all searches of the whole text together; what is left is looked for nearby"""
NEARBY = 4000
"""characters before and after where words should be"""


def place_highlights(text: str, highlights: Sequence[Highlight]) -> tuple[Highlight | None, ...]:
    """Return each of ``highlights`` where its words stand in ``text`` now, None where one piece is gone.

    Words move together: where those before have moved to is looked first. Of very many that are gone from a
    long text, the last ones are no longer looked for in all of it.
    """
    searches = max(1, SEARCHED // (len(text) + 1))
    moved = 0
    places: dict[int, Highlight | None] = {}
    for number, highlight in sorted(enumerate(highlights), key=lambda one: one[1].anchors[0].start):
        found: list[Anchor | None] = []
        for piece in highlight.anchors:
            place = _find_unchanged(text, piece, moved)
            if place is None:
                place = find_anchor(text, piece) if searches else _find_nearby(text, piece, moved)
                searches = max(0, searches - 1)
            moved = place.start - piece.start if place else moved
            found.append(place)
        places[number] = _join_places(highlight, found)
    return tuple(places[number] for number in range(len(highlights)))


def _find_unchanged(text: str, wanted: Anchor, moved: int) -> Anchor | None:
    """Return ``wanted`` where it stands with all its surroundings: in its place, or ``moved`` from there."""
    for start in (wanted.start, max(0, wanted.start + moved)):
        here = make_anchor(text, start, start + len(wanted.exact))
        if wanted.exact.strip() and replace(here, start=wanted.start, end=wanted.end) == wanted:
            return here
    return None


def _find_nearby(text: str, wanted: Anchor, moved: int) -> Anchor | None:
    """Return ``wanted`` where its words stand near where they should, or None."""
    first = max(0, wanted.start + moved - NEARBY)
    here = text[first : max(0, wanted.end + moved + NEARBY)]
    at = max(0, wanted.start + moved - first)
    found = find_anchor(here, replace(wanted, start=at, end=at + len(wanted.exact)))
    return make_anchor(text, first + found.start, first + found.end) if found else None


def _join_places(highlight: Highlight, found: Sequence[Anchor | None]) -> Highlight | None:
    """Return ``highlight`` at the places ``found``, or None.

    Half a highlight would be another one: its pieces are found all, apart and in their order, or it is not.
    """
    there = tuple(piece for piece in found if piece)
    if there == highlight.anchors:
        return highlight
    if len(there) < len(found) or any(a.end > b.start for a, b in pairwise(there)):
        return None
    return replace(highlight, anchors=there)
