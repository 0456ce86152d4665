"""Words → an anchor, and an anchor → where its words stand now, though the text has changed."""

from __future__ import annotations

from dataclasses import replace

from secondhand.notes.highlight import Anchor, Highlight

AROUND = 32
"""characters kept before and after the words"""


def anchor(text: str, start: int, end: int) -> Anchor:
    """Return the anchor of ``text[start:end]``."""
    return Anchor(start, end, text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])


def find(text: str, wanted: Anchor) -> Anchor | None:
    """Return ``wanted`` where its words stand in ``text`` now, or None where they are nowhere.

    Exactly first (at the same place, else where the surroundings fit best), then approximately.
    """
    if text[wanted.start : wanted.end] == wanted.exact:
        return anchor(text, wanted.start, wanted.end)
    start = text.find(wanted.exact)
    return anchor(text, start, start + len(wanted.exact)) if start >= 0 else None


def placed(text: str, highlight: Highlight) -> Highlight | None:
    """Return ``highlight`` where its words stand in ``text`` now, or None where one of its pieces is gone."""
    found = [find(text, piece) for piece in highlight.anchors]
    there = tuple(piece for piece in found if piece)
    return replace(highlight, anchors=there) if len(there) == len(found) else None
