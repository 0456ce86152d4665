"""Words → an anchor, and an anchor → where its words stand now, though the text has changed."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable
from typing import Literal
from unicodedata import normalize

from secondhand.notes.highlight import Anchor
from secondhand.notes.likeness import find_alike

AROUND = 32
"""characters kept before and after the words"""

_LOOKED_AT = 1000
"""occurrences compared by their surroundings, the nearest ones"""
_SHORT = 10
"""characters below which words elsewhere are the same only among the same surroundings"""
_TYPED = str.maketrans("“”„«»‟‘’‚‛`´‹›‐‑‒–—―−", "\"\"\"\"\"\"''''''''-------")
"""marks that publishers type one way or another, one character for one: offsets stay"""


def make_anchor(text: str, start: int, end: int) -> Anchor:
    """Return the anchor of ``text[start:end]``."""
    return Anchor(start, end, text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])


def find_anchor(text: str, wanted: Anchor) -> Anchor | None:
    """Return ``wanted`` where its words stand in ``text`` now, or None where they are nowhere.

    Exactly first (at the same place, else where the surroundings fit best), then whatever the spaces,
    quotation marks and dashes, then approximately.
    """
    if not wanted.exact.strip():
        return None
    if make_anchor(text, wanted.start, wanted.end) == wanted:
        return wanted
    place = _choose_best(text, wanted, _find_exact(text, wanted)) or _find_typed(text, wanted)
    if not place and len(wanted.exact) >= _SHORT:
        place = find_alike(text, wanted)
    return make_anchor(text, *place) if place else None


def _find_exact(text: str, wanted: Anchor) -> Iterable[tuple[int, int]]:
    return (m.span() for m in re.finditer(_add_edges(re.escape(wanted.exact), wanted), text))


def _find_typed(text: str, wanted: Anchor) -> tuple[int, int] | None:
    """Find the words in a text that is typed otherwise: other spaces, marks, dashes, or forms of "é"."""
    text = text.translate(_TYPED)
    forms = (_normalize("NFC", wanted), _normalize("NFD", wanted))
    for form in dict.fromkeys(forms):
        pattern = r"\s+".join(map(re.escape, form.exact.split()))
        places = (m.span() for m in re.finditer(_add_edges(pattern, form), text))
        if place := _choose_best(text, form, places):
            return place
    return None


def _normalize(form: Literal["NFC", "NFD"], wanted: Anchor) -> Anchor:
    around = (wanted.exact, wanted.prefix, wanted.suffix)
    return Anchor(wanted.start, wanted.end, *(normalize(form, part).translate(_TYPED) for part in around))


def _add_edges(pattern: str, wanted: Anchor) -> str:
    """Return ``pattern``, not found inside words where ``wanted`` does not begin or end inside one."""
    before = wanted.prefix[-1:] and not re.fullmatch(r"\w\w", wanted.prefix[-1:] + wanted.exact[0])
    after = wanted.suffix[:1] and not re.fullmatch(r"\w\w", wanted.exact[-1] + wanted.suffix[:1])
    lead = r"(?<!\w)" if before and re.match(r"\w", wanted.exact) else ""
    trail = r"(?!\w)" if after and re.match(r"\w", wanted.exact[-1]) else ""
    return f"{lead}{pattern}{trail}"


def _choose_best(text: str, wanted: Anchor, places: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the one of ``places`` whose surroundings fit best, of equals the nearest."""
    near = heapq.nsmallest(_LOOKED_AT, places, key=lambda place: abs(place[0] - wanted.start))
    best = max(near, key=lambda place: _count_around(text, wanted, place), default=None)
    if best and len(wanted.exact) < _SHORT and (wanted.prefix or wanted.suffix):
        # "No" is in every text; without a word of what stood around it, it is another one.
        return (
            best if _count_around(text, wanted, best) >= min(3, len(wanted.prefix + wanted.suffix)) else None
        )
    return best


def _count_around(text: str, wanted: Anchor, place: tuple[int, int]) -> int:
    """Return how many characters right before and right after ``place`` are those around ``wanted``."""
    start, end = place
    before = _count_common(reversed(text[max(0, start - AROUND) : start]), reversed(wanted.prefix))
    return before + _count_common(text[end : end + AROUND], wanted.suffix)


def _count_common(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs and not (mine.isspace() and theirs.isspace()):
            break
        count += 1
    return count
