"""The texts an article of the library had before the one it has now: none is replaced without being kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection
from typing import Any

from secondhand.article import Article
from secondhand.errors import LibraryError
from secondhand.library.decoding import decode_article, decode_time
from secondhand.library.fingerprint import text_hash
from secondhand.record import article_record
from secondhand.safe_text import replace_surrogates


@dataclass(frozen=True, slots=True)
class Edition:
    """One text that an article had."""

    entry: int
    number: int
    """what tells it apart from the others of the article, from 1 on; it stays the same"""
    replaced: datetime
    """when it was kept, UTC: another text was opened then, or imported and left aside"""
    article: Article

    @property
    def name(self) -> str:
        """What the user calls it: "3.1"."""
        return f"{self.entry}.{self.number}"


def encode_article(article: Article) -> str:
    """Return ``article`` as it is kept, without halves of characters."""
    return replace_surrogates(json.dumps(article_record(article), ensure_ascii=False))


def put_edition(ask: Connection, entry: int, record: str, key: str, now: datetime) -> None:
    """Keep ``record`` of ``entry`` from ``now`` on; ``key`` tells whether the same text is kept already."""
    ask.execute(
        """INSERT INTO edition (entry, number, hash, replaced, record)
            SELECT ?1, 1 + coalesce(max(number), 0), ?2, ?3, ?4 FROM edition WHERE entry = ?1
            ON CONFLICT (entry, hash) DO UPDATE SET replaced = excluded.replaced, record = excluded.record""",
        (entry, key, now.isoformat(timespec="seconds"), record),
    )


def remove_edition(ask: Connection, entry: int, text: str) -> None:
    """Keep ``text`` of ``entry`` no longer as one that it had: it has it now."""
    ask.execute("DELETE FROM edition WHERE entry = ? AND hash = ?", (entry, text_hash(text)))


def read_editions(ask: Connection, entry: int) -> tuple[Edition, ...]:
    """Return the texts that ``entry`` had, the last one first, but for those that cannot be read."""
    found = ask.execute(
        "SELECT number, replaced, record FROM edition WHERE entry = ? ORDER BY replaced DESC, number DESC",
        (entry,),
    )
    editions = []
    for number, replaced, record in found.fetchall():
        try:
            editions.append(_edition(entry, number, replaced, record))
        except LibraryError:
            continue
    return tuple(editions)


def read_edition(ask: Connection, entry: int, number: int) -> Edition:
    """Return the text of ``entry`` with that ``number``; raises LibraryError where there is none."""
    found = ask.execute(
        "SELECT number, replaced, record FROM edition WHERE entry = ? AND number = ?", (entry, number)
    ).fetchone()
    if not found:
        raise LibraryError(f"the library has no version {number} of article {entry}")
    return _edition(entry, *found)


def _edition(entry: int, number: int, replaced: Any, record: Any) -> Edition:
    return Edition(entry, number, decode_time(replaced), decode_article(record, entry))
