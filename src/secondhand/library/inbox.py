"""What is put by for later: articles not read yet, addresses to be fetched, and when one last looked."""

from __future__ import annotations

from datetime import UTC, datetime
from sqlite3 import Connection

from secondhand.article import Article
from secondhand.library.decoding import decode_text, decode_time
from secondhand.library.indexing import Transact
from secondhand.library.row import Row
from secondhand.library.stored_articles import enter_article
from secondhand.safe_text import replace_surrogates


class Inbox:
    """What of a library is put by. Its methods raise LibraryError, as those of the library."""

    def __init__(self, transact: Transact, *, read_only: bool = False) -> None:
        """Keep it by transactions that ``transact`` begins; nothing where it is ``read_only``."""
        self._transact = transact
        self._read_only = read_only
        self._before: datetime | None = None
        self._visited = False

    def put_by(self, article: Article) -> int:
        """Keep ``article`` as one that is still to be read, and return its entry."""
        now = datetime.now(UTC)
        with self._transact("IMMEDIATE") as ask:
            entry = enter_article(ask, article, now)
            ask.execute("INSERT OR REPLACE INTO unread VALUES (?, ?)", (entry, _format(now)))
        return entry

    def wait_for(self, url: str) -> None:
        """Keep ``url`` as one to be fetched when it is opened; one that is kept already stays."""
        with self._transact("IMMEDIATE") as ask:
            ask.execute(
                """INSERT INTO waiting (address, added) VALUES (?, ?)
                    ON CONFLICT (address) DO UPDATE SET deleted = NULL""",
                (replace_surrogates(url.strip()), _format(datetime.now(UTC))),
            )

    def list_waiting(self) -> tuple[Row, ...]:
        """Return the addresses to be fetched, the latest first, each as a row with a number below zero."""
        question = "SELECT number, address, added FROM waiting WHERE deleted IS NULL ORDER BY number DESC"
        with self._transact("DEFERRED") as ask:
            return tuple(_row(*cells) for cells in ask.execute(question))

    def delete(self, entry: int) -> None:
        """Take the address with the number ``entry`` out; ``restore`` brings it back."""
        self._set_deleted(entry, _format(datetime.now(UTC)))

    def restore(self, entry: int) -> None:
        """Bring back an address that was deleted."""
        self._set_deleted(entry, None)

    def visit(self) -> datetime | None:
        """Return when one looked at the library before this program began, and note that one does now."""
        if self._visited:
            return self._before
        with self._transact("DEFERRED" if self._read_only else "IMMEDIATE") as ask:
            found = ask.execute("SELECT at FROM visit").fetchone()
            if not self._read_only:
                now = _format(datetime.now(UTC))
                ask.execute("INSERT OR REPLACE INTO visit VALUES (1, ?)", (now,))
        self._before, self._visited = decode_time(found[0]) if found else None, True
        return self._before

    def _set_deleted(self, entry: int, when: str | None) -> None:
        with self._transact("IMMEDIATE") as ask:
            ask.execute("UPDATE waiting SET deleted = ? WHERE number = ?", (when, -entry))


def note_read(ask: Connection, entry: int, article: Article) -> None:
    """Note that ``article``, which is ``entry``, is opened: it waits no longer."""
    ask.execute("DELETE FROM unread WHERE entry = ?", (entry,))
    told = [article.url, article.provenance.address if article.provenance else None]
    urls = ((replace_surrogates(url),) for url in told if url)
    ask.executemany("DELETE FROM waiting WHERE address = ?", urls)


def _row(number: int, url: object, added: object) -> Row:
    where, when = decode_text(url) or "", decode_time(added)
    return Row(-number, None, where, None, None, where, when, 0.0, None, 0, (), added=when)


def _format(when: datetime) -> str:
    return when.isoformat(timespec="microseconds")
