"""Where else a claim stands: in articles of the library, by the outlet that passed it on, of those days."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from sqlite3 import Connection

from secondhand.article import Article
from secondhand.claim import Claim, Link
from secondhand.errors import LibraryError
from secondhand.library.decoding import decode_article
from secondhand.outlets import is_same_outlet

SHARED = 45.0
"""per cent of the words of a claim that a paragraph has where it says the same in its own words"""
LITERAL = 85.0
"""per cent of its characters, in order, that a paragraph has where it quotes it"""

_BEFORE = timedelta(days=30)
"""how long before an article that tells no date of a report that report may be"""
_AROUND = timedelta(days=3)
"""how far a date may be off"""
_LOOKED_INTO = 30
"""articles whose text is compared, those opened last"""
_STEM = 5
"""letters of a word that tell what it is about: "deploying" as "deployed" """
_COMPARED = 300
"""characters of a quotation that are looked for"""


@dataclass(frozen=True, slots=True)
class Trace:
    """An article of the library that carries a claim."""

    entry: int
    article: Article
    paragraph: int
    """index of the paragraph that is likest to the claim"""
    likeness: float
    """per cent"""


def traces(ask: Connection, claim: Claim, link: Link, day: date | None, besides: int) -> tuple[Trace, ...]:
    """Return the articles by the outlet that ``link`` names in which ``claim`` stands, the likest first.

    ``day`` is when the article that makes the claim was published; that one is entry ``besides``.
    """
    first, last = _days(link.when, day)
    kept = ask.execute(
        """SELECT entry, publisher FROM article WHERE deleted IS NULL AND entry != ? AND publisher IS NOT NULL
            AND (date IS NULL OR date BETWEEN ? AND ?) ORDER BY opened DESC""",
        (besides, first.isoformat(), last.isoformat()),
    )
    theirs = [entry for entry, publisher in kept if is_same_outlet(str(publisher), link.name)]
    found: list[Trace] = []
    for entry in theirs[:_LOOKED_INTO]:
        record = ask.execute("SELECT record FROM article WHERE entry = ?", (entry,)).fetchone()[0]
        with suppress(LibraryError):
            article = decode_article(record, entry)
            if place := find_carrying_paragraph(article, claim):
                found.append(Trace(entry, article, *place))
    return tuple(sorted(found, key=lambda trace: -trace.likeness))


def find_carrying_paragraph(article: Article, claim: Claim) -> tuple[int, float] | None:
    """Return the paragraph of ``article`` that says what ``claim`` does, and how like it is, or None."""
    from rapidfuzz import fuzz

    said = " ".join(span.text for span in claim.content).casefold()
    stems, quoted = _stems(said), said[:_COMPARED]

    def likeness(paragraph: str) -> float:
        shared = 100 * len(stems & _stems(paragraph)) / max(len(stems), 3)
        literal = fuzz.partial_ratio(quoted, paragraph, score_cutoff=LITERAL)
        return max(shared if shared >= SHARED else 0.0, literal)

    likes = [likeness(article.text[p.start : p.end].casefold()) for p in article.paragraphs]
    best = max(likes, default=0.0)
    return (likes.index(best), best) if best else None


def _stems(text: str) -> set[str]:
    """Return the beginnings of the words of ``text`` that say what it is about."""
    from rapidfuzz.utils import default_process

    return {word[:_STEM] for word in default_process(text).split() if len(word) > 3 or word.isdigit()}


def _days(when: str | None, day: date | None) -> tuple[date, date]:
    """Return the first and the last day a report may be of that was made at ``when``, by ISO 8601."""
    first, _, last = (when or "").partition("/")
    begin, end = _date(first, "-01-01"), _date(last or first, "-12-28")
    try:
        if begin and end:
            return begin - _AROUND, end + _AROUND
        return (day - _BEFORE, day + _AROUND) if day else (date.min, date.max)
    except OverflowError:
        return date.min, date.max


def _date(iso: str, rest: str) -> date | None:
    """Return a date, with ``rest`` for what a year or a month lacks, or None where it is none."""
    whole = iso[:10] + rest[len(iso) - 4 :] if len(iso) in (4, 7) else iso[:10]
    try:
        return date.fromisoformat(whole)
    except ValueError:
        return None
