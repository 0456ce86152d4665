"""The articles of the library: entered, brought up to date, listed."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from sqlite3 import Connection

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.conversion import from_json, to_json
from secondhand.errors import LibraryError
from secondhand.library.fingerprint import address, content_hash, sentences, text_hash
from secondhand.library.matching import article_in, entry_of
from secondhand.library.row import Row
from secondhand.notes.anchoring import find_anchor, make_anchor
from secondhand.notes.mark_record import time_of
from secondhand.record import article_record

_FIRST_WORDS = 120
"""characters of the text that stand for a missing title"""
_LANDMARK = 80
"""characters by which the reading position is found again"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as it is kept."""

    entry: int
    article: Article
    content: str
    """hash of all an analysis rests on"""
    opened: datetime
    position: int


def read(ask: Connection, entry: int) -> Entry:
    """Return what is kept of ``entry``; raises LibraryError where there is none."""
    found = ask.execute(
        "SELECT record, content, opened, position FROM article WHERE entry = ?", (entry,)
    ).fetchone()
    if not found:
        raise LibraryError(f"the library has no article {entry}")
    record, content, opened, position = found
    return Entry(entry, article_in(record, entry), content, time_of(opened), position)


def enter(ask: Connection, article: Article, opened: datetime) -> int:
    """Keep ``article`` as opened at ``opened``, in an entry that is it or in a new one, and return which."""
    now = opened.astimezone(UTC).isoformat(timespec="microseconds")
    found = entry_of(ask, article)
    if found is None:
        question = "INSERT INTO article (content, first_words, opened, record) VALUES ('', '', ?, '')"
        entry = int(ask.execute(question, (now,)).lastrowid or 0)
        _describe(ask, entry, article)
        return entry
    old = read(ask, found)
    ask.execute("UPDATE article SET opened = ?, deleted = NULL WHERE entry = ?", (now, found))
    article = _filled(article, old.article)
    if article != old.article:
        _describe(ask, found, article)
        _move(ask, old, article.text)
    return found


def written(analysis: Analysis) -> str:
    """Return ``analysis`` as it is kept: that of a book takes its time, in which nothing need be locked."""
    return to_json(analysis)


def keep(ask: Connection, entry: int, analysis: Analysis, record: str) -> None:
    """Keep ``analysis`` of the text of ``entry`` as ``record``; one of another text, now changed, is not."""
    kept = read(ask, entry)
    spans = (span for claim in analysis.claims for span in claim.parts)
    if any(kept.article.text[span.start : span.end] != span.text for span in spans):
        return
    ask.execute(
        "INSERT OR REPLACE INTO analysis VALUES (?, ?, ?, ?, ?, ?)",
        (
            entry,
            kept.content,
            analysis.model.name,
            analysis.model.version,
            len(analysis.claims),
            record,
        ),
    )
    ask.execute("DELETE FROM stretch WHERE entry = ?", (entry,))


def analysis(ask: Connection, entry: int, content: str, most: int | None = None) -> Analysis | None:
    """Return the analysis of ``entry`` with that ``content``, or None where there is none that can be read.

    One of more than ``most`` claims is left out.
    """
    question = "SELECT record FROM analysis WHERE entry = ? AND content = ? AND (? IS NULL OR claims <= ?)"
    found = ask.execute(question, (entry, content, most, most)).fetchone()
    try:
        return from_json(found[0], Analysis) if found else None
    except (KeyError, TypeError, ValueError):
        # It can be made again; what was written by another version of ours need not stop anybody reading.
        return None


def progress(article: Article, offset: int) -> float:
    """Return how much of ``article`` lies before the end of the paragraph at ``offset``, 0 in the first."""
    last = len(article.paragraphs) - 1
    at = article.paragraph_at(offset)
    if at >= last:
        return 1.0
    return article.paragraphs[at].end / article.paragraphs[last].end if at else 0.0


def rows(ask: Connection) -> tuple[Row, ...]:
    """Return the articles there are, the one opened last first."""
    tags: dict[int, set[str]] = {}
    for entry, tag in ask.execute(
        "SELECT DISTINCT entry, value FROM mark, json_each(mark.record, '$.tags') WHERE kind = 'highlight'"
    ):
        tags.setdefault(entry, set()).add(tag)
    found = ask.execute(
        """SELECT a.entry, title, first_words, publisher, date, url, opened, progress,
            (SELECT claims FROM analysis n WHERE n.entry = a.entry AND n.content = a.content),
            (SELECT count(*) FROM mark m WHERE m.entry = a.entry AND m.kind = 'highlight')
            FROM article a WHERE deleted IS NULL ORDER BY opened DESC, a.entry DESC"""
    )
    return tuple(
        Row(
            e,
            title,
            first,
            publisher,
            _day(day),
            url,
            time_of(opened),
            done,
            claims,
            highlights,
            _tags(tags, e),
        )
        for e, title, first, publisher, day, url, opened, done, claims, highlights in found
    )


def _tags(tags: dict[int, set[str]], entry: int) -> tuple[str, ...]:
    return tuple(sorted(tags.get(entry, ())))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _describe(ask: Connection, entry: int, article: Article) -> None:
    """Write down the text of ``entry``, what is known of it, and what it is known by."""
    first = article.paragraphs[0].start if article.paragraphs else 0
    columns = (
        content_hash(article),
        article.title,
        _first_words(article.text[first : first + 10 * _FIRST_WORDS]),
        article.publisher,
        article.date.isoformat() if article.date else None,
        article.url,
    )
    ask.execute(
        """UPDATE article SET content = ?, title = ?, first_words = ?, publisher = ?, date = ?, url = ?,
            record = ? WHERE entry = ?""",
        (*map(_storable, columns), json.dumps(article_record(article)), entry),
    )
    ask.execute("INSERT OR REPLACE INTO version VALUES (?, ?)", (text_hash(article.text), entry))
    if article.url:
        ask.execute("INSERT OR REPLACE INTO address VALUES (?, ?)", (_storable(address(article.url)), entry))
    ask.execute("DELETE FROM stretch WHERE entry = ? AND content != ?", (entry, columns[0]))
    ask.execute("DELETE FROM sentence WHERE entry = ?", (entry,))
    ask.executemany("INSERT INTO sentence VALUES (?, ?)", ((h, entry) for h in sentences(article.text)))


def _first_words(text: str) -> str:
    """Return the first words of ``text`` on one line, none of them cut where others go before it."""
    words = " ".join(text.split())
    if len(words) <= _FIRST_WORDS:
        return words
    return words[: _FIRST_WORDS - 1].rsplit(" ", 1)[0].rstrip(" .,;:") + "…"


def _move(ask: Connection, old: Entry, text: str) -> None:
    """Keep the reading position of ``old`` where its words stand in ``text``."""
    if text == old.article.text or not old.position:
        return
    there = find_anchor(text, make_anchor(old.article.text, old.position, old.position + _LANDMARK))
    # Where the words are gone, as far into the text as it was.
    part = int(old.position / len(old.article.text) * len(text))
    ask.execute(
        "UPDATE article SET position = ? WHERE entry = ?", (there.start if there else part, old.entry)
    )


def _filled(new: Article, old: Article) -> Article:
    """Return ``new`` with what only ``old`` tells."""
    return replace(
        new,
        title=new.title or old.title,
        publisher=new.publisher or old.publisher,
        authors=new.authors or old.authors,
        date=new.date or old.date,
        url=new.url or old.url,
        credit=new.credit or old.credit,
        # A page that was once opened with its address has more of them.
        hyperlinks=max(new.hyperlinks, old.hyperlinks if new.text == old.text else (), key=len),
    )


def _storable(text: str | None) -> str | None:
    # Half a surrogate pair is a character to Python, and none to UTF-8.
    return text and text.encode("utf-8", "replace").decode()
