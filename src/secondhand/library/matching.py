"""Which entry an article is: the same text, the same address, or a later version of what is there."""

from __future__ import annotations

import re
from collections.abc import Callable
from sqlite3 import Connection

from secondhand.article import Article
from secondhand.errors import LibraryError
from secondhand.library.decoding import decode_article
from secondhand.library.fingerprint import (
    address,
    beginning,
    fold,
    older_hashes,
    provenance_key,
    sentences,
    text_hash,
)

SHARED = 0.5
"""of the sentences of two versions taken together, how many both must have"""
ALIKE = 0.75
"""how much of their words, in order, both must have: 0 … 1"""
NEARLY_ALL = 0.9
"""the same where fewer of their sentences are the same, as after a change in each"""
HELD = 0.8
"""of the sentences of the shorter, how many the longer must have where both have one title"""
GROWN = 4
"""times as long as the other one of them may be: what is longer is a collection that has the article in it"""
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


def find_entry(ask: Connection, article: Article, *, trust_url: bool = False) -> int | None:
    """Return the entry that ``article`` is in the library, or None where it is none yet.

    It is that of the same text, else the one had from the same place, else one so like it that it must be
    another version. An address that only the article itself tells counts where ``trust_url`` and its text
    has something in common with what is there: to be used only where nothing is replaced.
    """
    hashes = (text_hash(article.text), *older_hashes(article.text))
    # Joined, for a row may be left of an article that is gone.
    question = "SELECT entry FROM version JOIN article USING (entry) WHERE hash IN (?, ?, ?)"
    if found := ask.execute(question, hashes).fetchone():
        return int(found[0])
    provenance = article.provenance
    if provenance:
        key = provenance_key(provenance)
        question = "SELECT entry FROM address JOIN article USING (entry) WHERE address = ?"
        found = ask.execute(question, (key,)).fetchone()
        # What stands third in a list today was second yesterday.
        by_place = provenance.guid is None and provenance.number is not None
        if found and (not by_place or _is(ask, found[0], article, same_article)):
            return int(found[0])
    if trust_url and article.url:
        for entry in find_by_address(ask, article.url):
            if _is(ask, entry, article, is_related):
                return entry
    return _find_other_version(ask, article)


def find_by_address(ask: Connection, url: str) -> list[int]:
    """Return the entries known by the address ``url``: had from there first, then by what they say."""
    question = """SELECT entry FROM address WHERE address = ?1 UNION ALL
        SELECT * FROM (SELECT entry FROM claimed_address WHERE address = ?1 ORDER BY entry)"""
    return [int(entry) for (entry,) in ask.execute(question, (address(url),))]


def same_article(new: Article, old: Article) -> bool:
    """Return whether ``new`` must be another version of ``old``, going by neither whole text nor address.

    Two stories of one outlet that share a paragraph, or are told by one form, are not the same.
    """
    if new.publisher and old.publisher and fold(new.publisher) != fold(old.publisher):
        return False
    apart = abs((new.date - old.date).days) if new.date and old.date else 0
    if apart > APART or not _begin_alike(new.text, old.text, 100.0 if apart else BEGINNING):
        return False
    ours, theirs = set(sentences(new.text)), set(sentences(old.text))
    both = len(ours & theirs)
    if new.title and old.title and fold(new.title) == fold(old.title):
        return _near_in_size(new.text, old.text) and both >= max(2, HELD * min(len(ours), len(theirs)))
    if both and both >= SHARED * len(ours | theirs):
        return _likeness(new.text, old.text) >= ALIKE
    return _same_numbers(new, old) and _likeness(new.text, old.text) >= NEARLY_ALL


def is_related(new: Article, old: Article) -> bool:
    """Return whether two articles that tell one address have a sentence or most of their words in common."""
    if set(sentences(new.text)) & set(sentences(old.text)):
        return True
    return _likeness(new.text, old.text) >= SHARED


def _find_other_version(ask: Connection, article: Article) -> int | None:
    known = sentences(article.text)
    places = ",".join("?" * len(known))
    question = f"""SELECT entry FROM sentence WHERE hash IN ({places})
        GROUP BY entry ORDER BY count(*) DESC, entry DESC LIMIT {_LOOKED_AT}"""  # noqa: S608
    for (entry,) in ask.execute(question, known).fetchall():
        if not _is_neighbour(ask, entry, article) and _is(ask, entry, article, same_article):
            return int(entry)
    return None


def _is(ask: Connection, entry: int, article: Article, like: Callable[[Article, Article], bool]) -> bool:
    """Say whether ``article`` is ``like`` that of ``entry``; one that cannot be read is like nothing."""
    found = ask.execute("SELECT record FROM article WHERE entry = ?", (entry,)).fetchone()
    try:
        return bool(found) and like(article, decode_article(found[0], entry))
    except LibraryError:
        return False


def _is_neighbour(ask: Connection, entry: int, article: Article) -> bool:
    """Say whether ``entry`` was had from where ``article`` was, but as another article there."""
    provenance = article.provenance
    if provenance is None or (provenance.guid is None and provenance.number is None):
        return False
    keys = [key for (key,) in ask.execute("SELECT address FROM address WHERE entry = ?", (entry,))]
    there = [key for key in keys if key.startswith(f"{address(provenance.address)}\n")]
    return bool(there) and provenance_key(provenance) not in there


def _near_in_size(one: str, other: str) -> bool:
    return max(len(one), len(other)) <= GROWN * min(len(one), len(other))


def _begin_alike(one: str, other: str, least: float) -> bool:
    """Say whether one text has the other's first sentence, or one that is like it by ``least`` per cent."""
    from rapidfuzz import fuzz

    mine, theirs = beginning(one), beginning(other)
    near = mine in fold(other[:_OPENING]) or theirs in fold(one[:_OPENING])
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
