"""Words → stems that are compared: what a sentence is about, whatever the form of its words."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

from secondhand.safe_text import drop_unseen

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_COMMON = """
a about also am an and any are as at be been being but by can could did do does dont d for from had has
have he her here him his how i if in into is it its ll m may me might mr mrs ms must my no nor not of on
or our out over re s shall she should so t than that the their them then there these they this those to
up us ve was we were what when where which who whom will with would you your
"""
_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_DENYING = frozenset({
    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "deni", "didnt", "dont",
    "doesnt", "wasnt", "isnt", "arent", "wont", "cant",
})  # fmt: skip
_english = snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    if word.isdecimal() and len(word) < 3 and int(word) < len(_NUMBERS):
        word = _NUMBERS[int(word)]
    return str(_english.stemWord(word.removesuffix("'s").replace("'", "")))


COMMON = frozenset(map(_stem, _COMMON.split()))
"""stems that tell nothing of what a sentence is about"""


def list_stems(text: str) -> tuple[str, ...]:
    """Return the stem of each word of ``text``, in order (Porter, 2001); small numbers as words."""
    return tuple(_stem(word) for word in _WORD.findall(drop_unseen(text).casefold().replace("’", "'")))


def is_denying(stems: tuple[str, ...]) -> bool:
    """Return whether a word of denial is among ``stems``."""
    return not _DENYING.isdisjoint(stems)
