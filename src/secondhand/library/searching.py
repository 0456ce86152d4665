"""What the user looks for in the library, and which rows have it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from secondhand.library.row import Row

_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
ELSEWHERE = "also:elsewhere"
"""what leaves the articles of which others have something"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: all of it must be there."""

    words: tuple[str, ...] = ()
    """words, of which the beginning is enough, and phrases, with spaces in them"""
    tags: tuple[str, ...] = ()
    """beginnings of tags, in lower case"""
    elsewhere: bool = False
    """whether something of it has to stand in other articles, too"""


def read_wanted(given: str, tags: Iterable[str] = ()) -> Wanted:
    """Return what the user asks for with ``given``: words, "a row", #tags, also:elsewhere; and ``tags``."""
    words, more, elsewhere = [], [tag.casefold() for tag in tags], False
    for quoted, plain in _TERM.findall(given):
        if plain.casefold() == ELSEWHERE:
            elsewhere = True
        elif len(plain) > 1 and plain.startswith("#"):
            more.append(plain[1:].casefold())
        elif any(map(str.isalnum, term := " ".join((quoted or plain).split()))):
            words.append(term)
    return Wanted(tuple(dict.fromkeys(words)), tuple(dict.fromkeys(more)), elsewhere)


def pick_entries(rows: Iterable[Row], wanted: Wanted, found: Sequence[Set[int]]) -> frozenset[int]:
    """Return the entries of ``rows`` with all that is ``wanted``; ``found`` are those that have each word.

    A word may also stand anywhere in what they are listed by.
    """
    each = list(zip((word.casefold() for word in wanted.words), found, strict=True))
    return frozenset(
        row.entry
        for row in rows
        if (row.elsewhere or not wanted.elsewhere)
        and all(any(tag.casefold().startswith(begin) for tag in row.tags) for begin in wanted.tags)
        and all(row.entry in entries or word in row.listed_by for word, entries in each)
    )
