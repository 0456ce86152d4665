"""What is left of an article whose text is lost: the words that were marked, and what was made of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from sqlite3 import Connection

from secondhand.article import Article, Paragraph
from secondhand.library.stored_articles import describe_article
from secondhand.notes.edit import Mark
from secondhand.notes.versions import places_of

TITLE = "What is left of a lost article"


def bring_back(ask: Connection, entry: int, mark: Mark) -> None:
    """Have ``entry`` there for a new ``mark``, whoever deleted it meanwhile."""
    if ask.execute("UPDATE article SET deleted = NULL WHERE entry = ?", (entry,)).rowcount == 0:
        make_remains(ask, entry, [mark])


def make_remains(ask: Connection, entry: int, marks: Iterable[Mark], title: str | None = None) -> None:
    """Make an article ``entry`` of the words that ``marks`` are on."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    ask.execute(
        """INSERT OR IGNORE INTO article (entry, content, first_words, opened, record)
            VALUES (?, '', '', ?, '')""",
        (entry, now),
    )
    describe_article(ask, entry, gather_words(marks, title or TITLE))


def gather_words(marks: Iterable[Mark], title: str) -> Article:
    """Return an article of the words that ``marks`` are on and those around them, a paragraph each."""
    found = {
        anchor.start: anchor.prefix + anchor.exact + anchor.suffix
        for mark in marks
        for anchor in places_of(mark)
    }
    words = [found[start].strip() for start in sorted(found) if found[start].strip()]
    paragraphs, at = [], 0
    for said in words:
        paragraphs.append(Paragraph(at, at + len(said)))
        at += len(said) + 2
    return Article("\n\n".join(words), tuple(paragraphs), title=title)
