"""Whose each word of an article is: every word counts once, for the innermost claim that holds it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from secondhand.article import Article
from secondhand.claim import Claim, count_depths

_WORD = re.compile(r"\w+(?:[-'’.,:/]\w+)*")


def count_words(article: Article, claims: Sequence[Claim]) -> tuple[Counter[str], int]:
    """Return how many words are whose, by claim id, and how many nobody claims.

    Words of saying and of naming who says so are the article's own. ``claims`` has a parent before its
    children.
    """
    starts = [
        word.start()
        for paragraph in article.paragraphs
        for word in _WORD.finditer(article.text, paragraph.start, paragraph.end)
    ]
    owners: list[str] = [""] * len(starts)
    for claim in _sort_outermost_first(claims):
        for span in claim.content:
            first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
            owners[first:last] = [claim.id] * (last - first)
    words = Counter(owners)
    return words, words.pop("", 0)


def _sort_outermost_first(claims: Sequence[Claim]) -> list[Claim]:
    """Return ``claims`` so that what is inside comes last; of equals, what came through more hands."""
    depths = count_depths(claims)
    return sorted(claims, key=lambda claim: (depths[claim.id], len(claim.chain)))
