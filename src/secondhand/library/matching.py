"""Which entry an article is: the same text, the same address, or a later version of what is there."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from sqlite3 import Connection
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from secondhand.article import Article
from secondhand.record import article_of, article_record

SHARED = 0.5
"""of the sentences of two versions taken together, how many both must have"""
ALIKE = 0.75
"""how much of their words, in order, both must have: 0 … 1"""
HELD = 0.8
"""of the sentences of the shorter, how many the longer must have where both have one title"""
APART = 31
"""days between two versions at most"""

_SENTENCES = 500
"""sentences an article is known by, at most"""
_SHORT = 20
"""letters and digits below which a sentence tells nothing"""
_WORDS = 4000
"""words compared, at most"""
_BREAK = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+|(?<=[。！？])|\n\s*\n")
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|cmpid|ref_src|smid|smtyp|ito"
)


def text_hash(text: str) -> str:
    """Return what tells whether two texts are the same."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_hash(article: Article) -> str:
    """Return what tells whether an analysis of ``article`` still holds: all that the analysis reads."""
    record = article_record(article)
    read = {name: value for name, value in record.items() if name not in ("title", "url")}
    return hashlib.sha256(json.dumps(read, sort_keys=True).encode()).hexdigest()


def address(url: str) -> str:
    """Return ``url`` without what does not change the page it leads to."""
    parts = urlsplit(url.strip())
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)]
    host = parts.netloc.lower()
    return urlunsplit(("https", host, parts.path.rstrip("/"), urlencode(query), ""))


def sentences(text: str) -> tuple[int, ...]:
    """Return numbers that stand for the sentences of ``text``, whatever their quotes, spaces and case."""
    folded = ("".join(filter(str.isalnum, piece.casefold())) for piece in _BREAK.split(text))
    return tuple(sorted({_number(piece) for piece in folded if len(piece) >= _SHORT})[:_SENTENCES])


def entry_of(connection: Connection, article: Article) -> int | None:
    """Return the entry that ``article`` is in the library, or None where it is none yet."""
    asked = [("SELECT entry FROM version WHERE hash = ?", text_hash(article.text))]
    if article.url:
        asked.append(("SELECT entry FROM address WHERE address = ?", address(article.url)))
    for question, key in asked:
        if found := connection.execute(question, (key,)).fetchone():
            return int(found[0])
    return _earlier_version(connection, article)


def same_article(new: Article, old: Article) -> bool:
    """Return whether ``new`` must be another version of ``old``, by all but text and address alone.

    Two stories of one outlet that share a paragraph, or most of a form, are not the same.
    """
    if new.publisher and old.publisher and new.publisher.casefold() != old.publisher.casefold():
        return False
    if new.date and old.date and not _near(new.date, old.date, new, old):
        return False
    ours, theirs = set(sentences(new.text)), set(sentences(old.text))
    both = len(ours & theirs)
    if not both:
        return False
    if _folded(new.title) and _folded(new.title) == _folded(old.title):
        return both >= max(2, HELD * min(len(ours), len(theirs)))
    return both >= SHARED * len(ours | theirs) and _alike(new.text, old.text) >= ALIKE


def _earlier_version(connection: Connection, article: Article) -> int | None:
    known = sentences(article.text)
    question = f"""SELECT entry, count(*) AS both FROM sentence WHERE hash IN ({",".join("?" * len(known))})
        GROUP BY entry ORDER BY both DESC LIMIT 5"""  # noqa: S608
    for entry, _ in connection.execute(question, known).fetchall():
        record = connection.execute("SELECT record FROM article WHERE entry = ?", (entry,)).fetchone()[0]
        if same_article(article, article_of(json.loads(record))):
            return int(entry)
    return None


def _near(one: date, other: date, new: Article, old: Article) -> bool:
    """Return whether two dates can be of one article: where they differ, it must begin alike."""
    if one == other:
        return True
    return abs((one - other).days) <= APART and _beginning(new.text) == _beginning(old.text)


def _beginning(text: str) -> str:
    first = next((piece for piece in _BREAK.split(text) if len(piece) >= _SHORT), text)
    return _folded(first)


def _folded(text: str | None) -> str:
    return "".join(filter(str.isalnum, (text or "").casefold()))


def _alike(one: str, other: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one.casefold().split()[:_WORDS], other.casefold().split()[:_WORDS])


def _number(piece: str) -> int:
    digest = hashlib.blake2b(piece.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
