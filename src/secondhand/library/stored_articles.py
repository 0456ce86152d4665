"""The articles of the library: entered, and brought up to date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from sqlite3 import Connection
from urllib.parse import urlsplit

from secondhand.article import Article
from secondhand.errors import LibraryError
from secondhand.ingest.surrogates import mend_article
from secondhand.library.decoding import decode_article, decode_count, decode_text, decode_time
from secondhand.library.editions import encode_article, put_edition, remove_edition
from secondhand.library.excerpts import PARTS
from secondhand.library.fingerprint import (
    address,
    content_hash,
    hash_exactly,
    is_same_text,
    provenance_key,
    sentences,
    text_hash,
)
from secondhand.library.matching import find_entry
from secondhand.library.word_index import forget
from secondhand.notes.anchoring import find_anchor, make_anchor
from secondhand.safe_text import replace_surrogates

_FIRST_WORDS = 120
"""characters of the text that stand for a missing title"""
_LANDMARK = 80
"""characters by which the reading position is found again"""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One article as it is kept."""

    entry: int
    article: Article
    content: str
    """hash of all an analysis rests on"""
    opened: datetime
    position: int


def read_article(ask: Connection, entry: int) -> StoredArticle:
    """Return what is kept of ``entry``; raises LibraryError where there is none, or none that can be read."""
    found = ask.execute(
        "SELECT record, content, opened, position FROM article WHERE entry = ?", (entry,)
    ).fetchone()
    if not found:
        raise LibraryError(f"the library has no article {entry}")
    record, content, opened, position = found
    article = decode_article(record, entry)
    return StoredArticle(
        entry, article, decode_text(content) or "", decode_time(opened), decode_count(position)
    )


def enter_article(ask: Connection, article: Article, opened: datetime) -> int:
    """Keep ``article`` as opened at ``opened``, in an entry that is it or in a new one, and return which.

    A text that is replaced is kept as an edition.
    """
    now = opened.astimezone(UTC).isoformat(timespec="microseconds")
    article = mend_article(article)
    entry = find_entry(ask, article)
    if entry is None:
        question = "INSERT INTO article (content, first_words, opened, record) VALUES ('', '', ?, '')"
        entry = int(ask.execute(question, (now,)).lastrowid or 0)
        describe_article(ask, entry, article)
    else:
        ask.execute("UPDATE article SET opened = ?, deleted = NULL WHERE entry = ?", (now, entry))
        _update(ask, entry, article, opened)
    note_addresses(ask, entry, article)
    return entry


def _update(ask: Connection, entry: int, article: Article, now: datetime) -> None:
    """Bring ``entry`` up to what ``article`` tells; its text now is kept where it is to be another one."""
    try:
        old = read_article(ask, entry)
    except LibraryError:
        # What cannot be read is kept all the same, and the article is there again.
        (record,) = ask.execute("SELECT record FROM article WHERE entry = ?", (entry,)).fetchone()
        if record:
            put_edition(ask, entry, record, hash_exactly(str(record)), now)
        describe_article(ask, entry, article)
        return
    article = _fill(article, old.article, trusted=_is_trusted(ask, entry, article, old.article))
    if article == old.article:
        return
    if not is_same_text(article.text, old.article.text):
        put_edition(ask, entry, encode_article(old.article), text_hash(old.article.text), now)
    describe_article(ask, entry, article)
    _move(ask, old, article.text)


def measure_progress(article: Article, offset: int) -> float:
    """Return how much of ``article`` lies before the end of the paragraph at ``offset``, 0 in the first."""
    last = len(article.paragraphs) - 1
    at = article.paragraph_at(offset)
    if at >= last:
        return 1.0
    return article.paragraphs[at].end / article.paragraphs[last].end if at else 0.0


def describe_article(ask: Connection, entry: int, article: Article) -> None:
    """Write down the text of ``entry``, what is known of it, and the words it is known and found by."""
    write_article(ask, entry, article)
    for part in PARTS:
        forget(ask, part, entry)


def write_article(ask: Connection, entry: int, article: Article) -> None:
    """Do what ``describe_article`` does, in a library that may be too old to be searched."""
    columns = list_columns(article)
    ask.execute(
        """UPDATE article SET content = ?, title = ?, first_words = ?, publisher = ?, date = ?, url = ?,
            record = ? WHERE entry = ?""",
        (*columns, encode_article(article), entry),
    )
    ask.execute("INSERT OR REPLACE INTO version VALUES (?, ?)", (text_hash(article.text), entry))
    remove_edition(ask, entry, article.text)
    ask.execute("DELETE FROM stretch WHERE entry = ? AND content != ?", (entry, columns[0]))
    ask.execute("DELETE FROM sentence WHERE entry = ?", (entry,))
    ask.executemany("INSERT INTO sentence VALUES (?, ?)", ((h, entry) for h in sentences(article.text)))


def list_columns(article: Article) -> tuple[str | None, ...]:
    """Return what ``article`` is listed by: content, title, first words, publisher, date and address."""
    first = article.paragraphs[0].start if article.paragraphs else 0
    columns = (
        content_hash(article),
        article.title,
        _first_words(article.text[first : first + 10 * _FIRST_WORDS]),
        article.publisher,
        article.date.isoformat() if article.date else None,
        article.url,
    )
    return tuple(text and replace_surrogates(text) for text in columns)


def note_addresses(ask: Connection, entry: int, article: Article) -> None:
    """Note where ``article`` of ``entry`` was had; where nothing tells that, the address it gives as its own.

    A page only speaks for its own host: whatever address of another it gives is nothing to us.
    """
    provenance, claimed = article.provenance, address(article.url) if article.url else None
    key = provenance_key(provenance) if provenance else None
    if key:
        ask.execute("INSERT OR REPLACE INTO address VALUES (?, ?)", (key, entry))
    own = provenance is None or _host(claimed or "") == _host(address(provenance.address))
    if claimed and own and claimed != key:
        ask.execute("INSERT OR REPLACE INTO claimed_address VALUES (?, ?)", (claimed, entry))


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def _first_words(text: str) -> str:
    """Return the first words of ``text`` on one line, none of them cut where others go before it."""
    words = " ".join(text.split())
    if len(words) <= _FIRST_WORDS:
        return words
    return words[: _FIRST_WORDS - 1].rsplit(" ", 1)[0].rstrip(" .,;:") + "…"


def _move(ask: Connection, old: StoredArticle, text: str) -> None:
    """Keep the reading position of ``old`` where its words stand in ``text``."""
    if text == old.article.text or not old.position:
        return
    there = find_anchor(text, make_anchor(old.article.text, old.position, old.position + _LANDMARK))
    # Where the words are gone, as far into the text as it was.
    part = int(old.position / len(old.article.text) * len(text))
    ask.execute(
        "UPDATE article SET position = ? WHERE entry = ?", (there.start if there else part, old.entry)
    )


def _is_trusted(ask: Connection, entry: int, new: Article, old: Article) -> bool:
    """Say whether ``new`` may give another address than ``old``, which it was not had from."""
    if new.provenance or not old.url:
        return True
    question = "SELECT 1 FROM address WHERE entry = ? AND address = ?"
    return not ask.execute(question, (entry, address(old.url))).fetchone()


def _fill(new: Article, old: Article, *, trusted: bool) -> Article:
    """Return ``new`` with what only ``old`` tells, as a record has it; its address only where ``trusted``."""
    if new.text != old.text and is_same_text(new.text, old.text):
        # Its marks and its analysis are made on the text as it was typed then.
        new = replace(
            new,
            text=old.text,
            paragraphs=old.paragraphs,
            hyperlinks=old.hyperlinks,
            places=old.places,
            relative=old.relative,
        )
    return replace(
        new,
        title=new.title or old.title,
        publisher=new.publisher or old.publisher,
        authors=new.authors or old.authors,
        date=new.date or old.date,
        changed=None if new.date or old.date else new.changed or old.changed,
        url=(trusted and new.url) or old.url,
        credit=new.credit or old.credit,
        # A page that was once opened with its address has more of them.
        hyperlinks=max(new.hyperlinks, old.hyperlinks if new.text == old.text else (), key=len),
        provenance=None,
    )
