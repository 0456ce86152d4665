"""Which entry an article is: the same text, the same address, or a later version of what is there."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from sqlite3 import Connection

from secondhand.article import Article
from secondhand.errors import LibraryError
from secondhand.library.fingerprint import address, beginning, folded, sentences, text_hash
from secondhand.record import article_of

SHARED = 0.5
"""of the sentences of two versions taken together, how many both must have"""
ALIKE = 0.75
"""how much of their words, in order, both must have: 0 … 1"""
NEARLY_ALL = 0.9
"""the same where fewer of their sentences are the same, as after a change in each"""
HELD = 0.8
"""of the sentences of the shorter, how many the longer must have where both have one title"""
BEGINNING = 70.0
"""how much of their first sentences both must have, in per cent, where their days do not differ"""
APART = 31
"""days between two versions at most"""

_LOOKED_AT = 5
"""articles compared as a whole, those that share most sentences"""
_OPENING = 5000
"""characters into which a note of the editors may push the first sentence"""
_WORDS = 4000
"""words compared, at most"""


def entry_of(ask: Connection, article: Article) -> int | None:
    """Return the entry that ``article`` is in the library, or None where it is none yet."""
    asked = [("SELECT entry FROM version WHERE hash = ?", text_hash(article.text))]
    if article.url:
        asked.append(("SELECT entry FROM address WHERE address = ?", address(article.url)))
    for question, key in asked:
        if found := ask.execute(question, (key,)).fetchone():
            return int(found[0])
    return _earlier_version(ask, article)


# An article that is open is asked for at every rest of the cursor, and may be a book.
@lru_cache(maxsize=2)
def article_in(record: str, entry: int) -> Article:
    """Return the article that ``record`` of ``entry`` holds; raises LibraryError where it is none."""
    try:
        return article_of(json.loads(record))
    except (KeyError, TypeError, ValueError) as error:
        raise LibraryError(f"what the library keeps of article {entry} makes no sense") from error


def same_article(new: Article, old: Article) -> bool:
    """Return whether ``new`` must be another version of ``old``, going by neither whole text nor address.

    Two stories of one outlet that share a paragraph, or are told by one form, are not the same.
    """
    if new.publisher and old.publisher and folded(new.publisher) != folded(old.publisher):
        return False
    apart = abs((new.date - old.date).days) if new.date and old.date else 0
    if apart > APART or not _begin_alike(new.text, old.text, 100.0 if apart else BEGINNING):
        return False
    ours, theirs = set(sentences(new.text)), set(sentences(old.text))
    both = len(ours & theirs)
    if new.title and old.title and folded(new.title) == folded(old.title):
        return both >= max(2, HELD * min(len(ours), len(theirs)))
    if both and both >= SHARED * len(ours | theirs):
        return _likeness(new.text, old.text) >= ALIKE
    return _same_numbers(new, old) and _likeness(new.text, old.text) >= NEARLY_ALL


def _earlier_version(ask: Connection, article: Article) -> int | None:
    known = sentences(article.text)
    places = ",".join("?" * len(known))
    question = f"""SELECT entry FROM sentence WHERE hash IN ({places})
        GROUP BY entry ORDER BY count(*) DESC, entry DESC LIMIT {_LOOKED_AT}"""  # noqa: S608
    for (entry,) in ask.execute(question, known).fetchall():
        record = ask.execute("SELECT record FROM article WHERE entry = ?", (entry,)).fetchone()[0]
        if same_article(article, article_in(record, entry)):
            return int(entry)
    return None


def _begin_alike(one: str, other: str, least: float) -> bool:
    """Say whether one text has the other's first sentence, or one that is like it by ``least`` per cent."""
    from rapidfuzz import fuzz

    mine, theirs = beginning(one), beginning(other)
    near = mine in folded(other[:_OPENING]) or theirs in folded(one[:_OPENING])
    return near or fuzz.ratio(mine, theirs) >= least


def _same_numbers(new: Article, old: Article) -> bool:
    """Say whether one article has all numbers of the other: one form filled in twice has others."""
    mine, theirs = _numbers(new), _numbers(old)
    return mine <= theirs or theirs <= mine


def _numbers(article: Article) -> set[str]:
    return {n for p in article.paragraphs for n in re.findall(r"\d+", article.text[p.start : p.end])}


def _likeness(one: str, other: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one.casefold().split()[:_WORDS], other.casefold().split()[:_WORDS])
