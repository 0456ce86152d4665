"""The library: one SQLite file, and what can be asked of it and kept in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from sqlite3 import Connection
from sqlite3 import Error as SQLiteError
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from secondhand.article import Article
from secondhand.claim import Analysis, Claim, Link
from secondhand.errors import LibraryError
from secondhand.library import entries, marks
from secondhand.library.fingerprint import address
from secondhand.library.matching import entry_of
from secondhand.library.opening import default_path, open_file
from secondhand.library.row import Row
from secondhand.library.trouble import trouble
from secondhand.notes.edit import Edit
from secondhand.notes.notebook import Notebook

if TYPE_CHECKING:
    from secondhand.library.merging import Change
    from secondhand.library.tracing import Trace
    from secondhand.resuming import KeptStretch


class Library:
    """Articles and what their reader made of them. Everything is on the disk when a method returns.

    Any method raises LibraryError, one line for the user, where the file cannot be read or written.
    Use it from one thread; other processes may have the same file open.
    """

    path: Path
    """the file"""
    notice: str | None
    """one line for the user on what happened at opening (a damaged file was set aside), or None"""

    def __init__(self, connection: Connection, path: Path, notice: str | None = None) -> None:
        """Use ``open`` to make one."""
        self._connection = connection
        self.path = path
        self.notice = notice

    @classmethod
    def open(cls, path: Path | None = None) -> Library:
        """Open the library in file ``path``, made where there is none; by default ``default_path()``.

        Raises LibraryError where it cannot be opened or is from a newer version.
        """
        path = path or default_path()
        connection, notice = open_file(path)
        return cls(connection, path, notice)

    def close(self) -> None:
        """Close the file; nothing more can be asked."""
        self._connection.close()

    def __enter__(self) -> Library:
        """Use it for a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it at the end of the block."""
        self.close()

    def enter(self, article: Article) -> int:
        """Note that ``article`` is opened now, and return its entry.

        The entry is that of the same text, else of the same address, else of an article so like it that it
        must be a later version; else a new one. The newest text and what is known of it are kept. One that
        was deleted comes back with all that was made of it.
        """
        with self._transaction("IMMEDIATE") as ask:
            return entries.enter(ask, article, datetime.now(UTC))

    def notebook(self, entry: int, most: int | None = None) -> Notebook:
        """Return the article with what is kept of it, highlights put where their words stand now.

        ``found`` is the newest analysis kept for its text, by whichever model; one of more than ``most``
        claims is left out.
        """
        with self._transaction("DEFERRED") as ask:
            try:
                kept = entries.read(ask, entry)
                found = entries.analysis(ask, entry, kept.content, most)
                there, orphans = marks.highlights(ask, entry, kept.article.text)
                corrections = marks.corrections(ask, entry)
            except (KeyError, TypeError, ValueError) as error:
                raise LibraryError(f"what the library keeps of article {entry} makes no sense") from error
        return Notebook(kept.article, found, there, orphans, corrections, kept.opened)

    def analysis(self, entry: int, content: str) -> Analysis | None:
        """Return the whole analysis kept of the text that ``content`` is the hash of, or None."""
        with self._transaction("DEFERRED") as ask:
            return entries.analysis(ask, entry, content)

    def keep(self, entry: int, analysis: Analysis) -> None:
        """Keep the model's own whole ``analysis`` of the entry's text, in the place of an older one."""
        record = entries.written(analysis)
        with self._transaction("IMMEDIATE") as ask:
            entries.keep(ask, entry, analysis, record)

    def keep_stretch(self, entry: int, content: str, kept: KeptStretch) -> None:
        """Keep a stretch of the text that ``content`` is the hash of, until ``keep`` is given all of it."""
        with self._transaction("IMMEDIATE") as ask:
            given = (entry, content, kept.start, kept.record)
            ask.execute("INSERT OR REPLACE INTO stretch VALUES (?, ?, ?, ?)", given)

    def stretches(self, entry: int, content: str) -> tuple[str, ...]:
        """Return the records of the stretches kept of the text that ``content`` is the hash of."""
        with self._transaction("DEFERRED") as ask:
            question = "SELECT record FROM stretch WHERE entry = ? AND content = ? ORDER BY start"
            return tuple(record for (record,) in ask.execute(question, (entry, content)))

    def position(self, entry: int) -> int:
        """Return the offset at which reading stopped, 0 where it never began."""
        with self._transaction("DEFERRED") as ask:
            return entries.read(ask, entry).position

    def reach(self, entry: int, offset: int) -> None:
        """Keep that reading has come to ``offset``."""
        with self._transaction("IMMEDIATE") as ask:
            progress = entries.progress(entries.read(ask, entry).article, offset)
            ask.execute(
                "UPDATE article SET position = ?, progress = max(progress, ?) WHERE entry = ?",
                (offset, progress, entry),
            )

    def write(self, entry: int, edit: Edit) -> None:
        """Carry out ``edit``: keep its mark as it is after it, or take it away."""
        with self._transaction("IMMEDIATE") as ask:
            if edit.after is None:
                marks.take_away(ask, edit.id)
            else:
                marks.put(ask, entry, edit.after)

    def rows(self) -> tuple[Row, ...]:
        """Return the articles there are, the one opened last first."""
        with self._transaction("DEFERRED") as ask:
            return entries.rows(ask)

    def find(self, name: str) -> int | None:
        """Return the entry whose number or address is ``name``, or None."""
        question, key = "entry = ?", name
        if not (name.isascii() and name.isdigit() and len(name) < 18):
            question, key = "entry = (SELECT entry FROM address WHERE address = ?)", address(name)
        with self._transaction("DEFERRED") as ask:
            found = ask.execute(
                f"SELECT entry FROM article WHERE {question} AND deleted IS NULL",  # noqa: S608
                (key,),
            ).fetchone()
        return int(found[0]) if found else None

    def entry(self, article: Article) -> int | None:
        """Return the entry that ``enter`` would give ``article``, or None where it would be a new one."""
        with self._transaction("DEFERRED") as ask:
            return entry_of(ask, article)

    def traces(self, claim: Claim, link: Link, day: date | None, besides: int) -> tuple[Trace, ...]:
        """Return the articles by the outlet ``link`` names that carry ``claim``, the likest first.

        They are of the days the link tells, else of those before ``day``; entry ``besides`` is left out.
        """
        from secondhand.library.tracing import traces

        with self._transaction("DEFERRED") as ask:
            return traces(ask, claim, link, day, besides)

    def delete(self, entry: int) -> None:
        """Take the article out of the library; ``restore`` brings it back with all that was made of it."""
        with self._transaction("IMMEDIATE") as ask:
            now = datetime.now(UTC).isoformat()
            ask.execute("UPDATE article SET deleted = ? WHERE entry = ?", (now, entry))

    def restore(self, entry: int) -> None:
        """Bring back an article that was deleted."""
        with self._transaction("IMMEDIATE") as ask:
            ask.execute("UPDATE article SET deleted = NULL WHERE entry = ?", (entry,))

    def merge(
        self, notebook: Notebook, *, dry: bool = False, now: datetime | None = None
    ) -> tuple[Change, ...]:
        """Take over another notebook's article and marks as of ``now``; return what that changes.

        A mark is known by its id, and nothing is doubled. Of two versions of one the later stays; where
        neither came from the other, both stay. Where ``dry``, all is left as it is.
        """
        from secondhand.library.merging import merge

        with self._transaction("IMMEDIATE") as ask:
            ask.execute("SAVEPOINT before")
            changes = merge(ask, notebook, now or datetime.now(UTC))
            if dry:
                ask.execute("ROLLBACK TO before")
        return changes

    @contextmanager
    def _transaction(self, kind: Literal["IMMEDIATE", "DEFERRED"]) -> Iterator[Connection]:
        """Carry out a block whole or not at all: IMMEDIATE to write, DEFERRED to read."""
        ask = self._connection
        try:
            ask.execute(f"BEGIN {kind}")
            try:
                yield ask
                ask.execute("COMMIT")
            finally:
                # After a full disk SQLite may have rolled back by itself.
                if ask.in_transaction:
                    ask.execute("ROLLBACK")
        except (SQLiteError, UnicodeEncodeError, OverflowError) as error:
            raise trouble(self.path, error) from error
