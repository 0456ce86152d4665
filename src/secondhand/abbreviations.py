"""Abbreviations, and initials: a stop behind one ends no sentence."""

from __future__ import annotations

import re

_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Sen|Rep|Gov|Rev|St|Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_LONGEST = 12
"""characters that are looked at"""


def ends_in_abbreviation(text: str, end: int) -> bool:
    """Say whether the stop right before offset ``end`` of ``text`` is one of an abbreviation."""
    return _ABBREVIATED.search(text, max(0, end - _LONGEST), end) is not None
