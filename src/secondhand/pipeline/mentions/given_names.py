"""Given names: full names that a tagger missed, by them, and whether they are a man's or a woman's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.mentions.name_boundaries import ANY_TITLE

_MEN, _WOMEN = (
    load_words("given_names.toml", key) | load_words("people.toml", key) | load_words("titles.toml", key)
    for key in ("men", "women")
)
_FIRST_WORDS = (_MEN | _WOMEN) - {"mr", "mrs", "ms", "miss", "sir"}
"""what a full name can begin with; those left out stand before surnames alone"""
_BEFORE = re.compile(r"\b([A-Z][a-z]+)\s$")


def find_missed_names(text: str, surnames: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield start and end of every common given name with one of ``surnames`` behind it."""
    known = _join_capitals(surnames)
    if not known:
        return
    for match in re.finditer(rf"\b(?:{known})\b", text):
        before = _BEFORE.search(text, max(0, match.start() - 20), match.start())
        if before and before[1].casefold() in _FIRST_WORDS:
            yield before.start(), match.end()


def find_titled_surnames(text: str, surnames: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each of ``surnames`` right behind a title: "President | Lee"."""
    if known := _join_capitals(surnames):
        for match in re.finditer(rf"\b(?i:{ANY_TITLE})\.?\s({known})\b(?!\s[A-Z])", text):
            yield match.span(1)


def _join_capitals(names: Iterable[str]) -> str:
    """Return the alternatives of a pattern: those of ``names`` that have a capital."""
    return "|".join(sorted({re.escape(name) for name in names if name[:1].isupper()}))


def infer_sex(words: Iterable[str]) -> bool | None:
    """Return True where ``words``, folded, tell of a man, False of a woman, None where nothing or both."""
    known = set(words)
    male = bool(known & (_MEN | load_words("pronouns.toml", "male")))
    female = bool(known & (_WOMEN | load_words("pronouns.toml", "female")))
    return None if male == female else male
