"""Polls by their makers: who "the poll" is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.mentions.mention import Mention

_MADE = re.compile(r"(?:['’]s)?(?:\s[a-z-]+){0,3}\s(?:poll|survey|study)\b")
_BY = re.compile(r"\b(?:poll|survey|study)(?:\s\w+){0,6}\s(?:by|from)\s(?:the\s)?$")
_OTHER = re.compile(
    r"\b(?:another|other|separate|second|previous|earlier|different|internal|private|by|of)\b", re.I
)


def rank_makers(text: str, entities: Sequence[Entity], found: Mention, at: int, reach: int) -> list[Entity]:
    """Return who can have made "the poll" at offset ``at``: who was named last before, or else next after.

    ``reach`` is how many characters after it its maker may be named.
    """
    if found.head not in ("poll", "survey", "study") or _OTHER.search(found.text):
        return []
    named = sorted(_find_makers(text, entities), key=lambda pair: pair[0])
    earlier = [e for start, e in named if start < at]
    if earlier:
        return earlier[::-1] if found.definite else []
    return [e for start, e in named if start - at < reach]


def _find_makers(text: str, entities: Sequence[Entity]) -> Iterator[tuple[int, Entity]]:
    """Yield where a body is named as the maker of a poll."""
    for entity in entities:
        for start, end in entity.mentions if entity.type == "organization" else ():
            if _MADE.match(text, end) or _BY.search(text, max(0, start - 80), start):
                yield start, entity
