"""Words → an anchor, and an anchor → where its words stand now, though the text has changed."""

from __future__ import annotations

from secondhand.notes.highlight import Anchor

AROUND = 32
"""characters kept before and after the words"""


def anchor(text: str, start: int, end: int) -> Anchor:
    """Return the anchor of ``text[start:end]``."""
    return Anchor(start, end, text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])


def find(text: str, wanted: Anchor) -> Anchor | None:
    """Return ``wanted`` where its words stand in ``text`` now, or None where they are nowhere.

    Exactly first (at the same place, else where the surroundings fit best), then approximately.
    """
    raise NotImplementedError
