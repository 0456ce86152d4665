"""Words that were changed → where they most likely stand now."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from secondhand.notes.highlight import Anchor

LIKE = 80.0
"""per cent of the characters that changed words must share with what they were"""
SHORT_LIKE = 90.0
"""the same for short ones, which are more easily like something else"""

_SHORT = 20
_NEAR = 2000
"""characters around the old place that are looked through first"""
_LONG = 1000
"""characters above which words are looked for by their beginning and their end"""
_EDGE = 32
"""characters around a rough beginning or end among which the true one is sought"""


def find_alike(text: str, wanted: Anchor) -> tuple[int, int] | None:
    """Return start and end of the words in ``text`` most like those of ``wanted``, or None: near first."""
    near = max(0, wanted.start - _NEAR), min(len(text), wanted.end + _NEAR)
    for start, end in dict.fromkeys((near, (0, len(text)))):
        if found := _find_alike(text[start:end], wanted.exact):
            return start + found[0], start + found[1]
    return None


def _find_alike(text: str, words: str) -> tuple[int, int] | None:
    from rapidfuzz import fuzz

    least = SHORT_LIKE if len(words) < _SHORT else LIKE
    rough = _find_rough(text, words, least) if len(words) <= _LONG else _find_by_edges(text, words)
    if rough is None:
        return None
    start, end = _trim(text, words, rough)
    return (start, end) if fuzz.ratio(words, text[start:end]) >= least else None


def _find_rough(text: str, words: str, least: float) -> tuple[int, int] | None:
    from rapidfuzz import fuzz

    if len(text) < len(words):
        return (0, len(text)) if fuzz.ratio(words, text) >= least else None
    found = fuzz.partial_ratio_alignment(words, text, score_cutoff=least)
    return (found.dest_start, found.dest_end) if found else None


def _find_by_edges(text: str, words: str) -> tuple[int, int] | None:
    first, last = _find_rough(text, words[: _LONG // 2], LIKE), _find_rough(text, words[-_LONG // 2 :], LIKE)
    return (first[0], last[1]) if first and last and first[0] < last[1] else None


def _trim(text: str, words: str, rough: tuple[int, int]) -> tuple[int, int]:
    """Return ``rough`` moved to those edges of words between which the text is most like ``words``."""
    from rapidfuzz import fuzz

    start, end = rough

    def begins(at: int) -> float:
        return fuzz.ratio(words[:_LONG], text[at : min(at + _LONG, end)])

    def ends(at: int) -> float:
        return fuzz.ratio(words[-_LONG:], text[max(start, at - _LONG) : at])

    start = max((at for at in _edges(text, start) if text[at : at + 1].strip()), key=begins, default=start)
    last = (at for at in _edges(text, end) if at > start and text[at - 1].strip())
    end = max(last, key=ends, default=end)
    return start, end


def _edges(text: str, near: int) -> Iterator[int]:
    """Yield the offsets around ``near`` that are not inside a word."""
    for at in range(max(0, near - _EDGE), min(len(text), near + _EDGE) + 1):
        if at in (0, len(text)) or not _is_in_word(text, at):
            yield at


def _is_in_word(text: str, at: int) -> bool:
    # Scripts from U+2E80 on (Chinese, Japanese, Korean) do not put spaces between words.
    return bool(unicodedata.combining(text[at])) or all(
        c.isalnum() and c < "\u2e80" for c in (text[at - 1], text[at])
    )
