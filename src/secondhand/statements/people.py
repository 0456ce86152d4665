"""One speaker across articles: by name and role, and apart where they are not one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from secondhand.claim import UNKNOWN
from secondhand.statements.statement import Utterer

Same = Literal["yes", "perhaps", "unknown", "no"]
"""whether two are one: named so, may be by what they are called, nothing tells, or certainly not"""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "sen", "senator", "rep", "representative",
    "gov", "governor", "president", "king", "queen", "prince", "princess", "pope", "gen", "general", "col",
    "colonel", "sgt", "judge", "justice", "prof", "professor", "rev", "minister", "secretary", "chancellor",
    "congressman", "congresswoman", "the", "a", "an", "jr", "sr", "ii", "iii",
})  # fmt: skip


def is_named(utterer: Utterer) -> bool:
    """Return whether ``utterer`` is somebody with a name of their own."""
    return utterer.type not in {"anonymous", "unknown"} and utterer.name != UNKNOWN and _has_capital(utterer)


def compare_people(one: Utterer, other: Utterer) -> Same:
    """Return whether two speakers of different articles are one.

    People are one where the shorter of two names is the end of the longer ("Obama", "Barack Obama") or their
    first and last words agree ("John A. Boehner"); organizations where all words of one are in the other.
    """
    if not (is_named(one) and is_named(other)):
        return _compare_unnamed(one, other)
    mine, theirs = name_words(one.name), name_words(other.name)
    if not mine or not theirs:
        return "unknown"
    if one.type == "person" == other.type:
        return _compare_names(_leave_place(one.name) or mine, _leave_place(other.name) or theirs)
    if set(mine) <= set(theirs) or set(theirs) <= set(mine) or _is_short_for(mine, theirs):
        return "yes"
    return "perhaps" if _speaks_for(one, other) or _speaks_for(other, one) else "no"


@lru_cache(maxsize=100_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of ``name`` in lower case, without titles and articles."""
    bare = name.casefold().replace("’s", "").replace("'s", "").replace(".", "")
    return tuple(word for word in _WORD.findall(bare) if word not in _TITLES)


def _leave_place(name: str) -> tuple[str, ...]:
    """Return the words of ``name`` before where they are from: "Piet Oland of Sandholm"."""
    return name_words(name.partition(" of ")[0])


def _compare_names(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Same:
    short, long = sorted((mine, theirs), key=len)
    if short[-1] != long[-1]:
        return "no"
    return "yes" if len(short) == 1 or _agree(short[0], long[0]) else "no"


def _agree(one: str, other: str) -> bool:
    """Return whether two first names may be one's: an initial, or "Ben" for "Benjamin"."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short[:3]) if len(short) > 1 else long.startswith(short)


def _is_short_for(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    short, long = sorted((mine, theirs), key=len)
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)


def _speaks_for(one: Utterer, other: Utterer) -> bool:
    """Return whether the role of ``one`` names ``other``: "White House counsel" and "the White House"."""
    words = set(name_words(other.name))
    return bool(one.role) and bool(words) and words <= set(name_words(one.role or ""))


def _compare_unnamed(one: Utterer, other: Utterer) -> Same:
    if UNKNOWN in {one.name, other.name}:
        return "unknown"
    shared = set(name_words(one.name)) & set(name_words(other.name))
    return "perhaps" if shared else "unknown"


def _has_capital(utterer: Utterer) -> bool:
    return any(letter.isupper() for letter in utterer.name)
