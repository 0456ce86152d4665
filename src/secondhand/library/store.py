"""The library: one SQLite file, and what can be asked of it and kept in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from sqlite3 import Connection
from sqlite3 import Error as SQLiteError
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from secondhand.article import Article
from secondhand.claim import Analysis, Claim, Link
from secondhand.library.editions import Edition, read_edition, read_editions
from secondhand.library.fingerprint import content_hash
from secondhand.library.inbox import Inbox, note_read
from secondhand.library.joins import Joins
from secondhand.library.listing import list_rows
from secondhand.library.matching import find_by_address, find_entry
from secondhand.library.opening import OpenFile, default_path, open_file
from secondhand.library.remains import bring_back
from secondhand.library.row import Row
from secondhand.library.stored_analyses import encode_analysis, put_analysis, read_analysis
from secondhand.library.stored_articles import enter_article, measure_progress, read_article
from secondhand.library.stored_marks import put_mark, read_marks, remove_mark
from secondhand.library.trouble import trouble
from secondhand.notes.edit import Edit
from secondhand.notes.notebook import Notebook

if TYPE_CHECKING:
    from secondhand.library.merging import Change
    from secondhand.library.searching import Wanted
    from secondhand.library.tracing import Trace
    from secondhand.library.word_index import Hit
    from secondhand.resuming import KeptStretch


class Library:
    """Articles and what their reader made of them. Everything is on the disk when a method returns.

    Any method raises LibraryError, one line for the user, where the file cannot be read or written.
    Use it from one thread; other processes may have the same file open.
    """

    path: Path
    """the file"""
    notice: str | None
    """one line for the user on what happened at opening (it was damaged, or may not be written), or None"""
    damaged: bool
    """whether the file was found to be damaged, and this is what could be read of it"""
    read_only: bool
    """whether nothing new is kept: the file may not be written"""
    inbox: Inbox
    """what is put by for later"""
    joins: Joins
    """what of different articles says the same"""

    def __init__(self, opened: OpenFile, path: Path) -> None:
        """Use ``open`` to make one."""
        self._connection = opened.connection
        self._copied = opened.copied
        self.path = path
        self.notice = opened.notice
        self.damaged = opened.damaged
        self.read_only = opened.copied is not None
        self._left_out: dict[int, int] = {}
        self.inbox = Inbox(self._transaction, read_only=self.read_only)
        self.joins = Joins(self._transaction, self._derive)

    @classmethod
    def open(cls, path: Path | None = None, *, make: bool = True, thorough: bool = False) -> Library:
        """Open the library in file ``path``, made where there is none; by default ``default_path()``.

        Whoever only reads does not let it ``make`` one: then it is empty, and nothing is kept. Where
        ``thorough``, damage is looked for that opening as such would not meet. Raises LibraryError where it
        cannot be opened or is from a newer version.
        """
        path = path or default_path()
        return cls(open_file(path, make=make, thorough=thorough), path)

    def close(self) -> None:
        """Close the file; nothing more can be asked."""
        self._connection.close()
        if self._copied:
            self._copied.cleanup()

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

        The entry is that of the same text, else the one had from the same place, else of an article so like
        it that it must be another version; else a new one. The newest text and what is known of it are kept,
        a text that is replaced stays as an edition. One that was deleted comes back with what was made of it.
        """
        if self.read_only and (entry := self.entry(article)) is not None:
            return entry
        with self._transaction("IMMEDIATE") as ask:
            entry = enter_article(ask, article, datetime.now(UTC))
            note_read(ask, entry, article)
            return entry

    def notebook(self, entry: int, most: int | None = None) -> Notebook:
        """Return the article with what is kept of it, highlights put where their words stand now.

        ``found`` is the newest analysis kept for its text, by whichever model; one of more than ``most``
        claims is left out. Marks that cannot be read are left out too: ``tell_left_out`` tells of them.
        """
        with self._transaction("DEFERRED") as ask:
            stored = read_article(ask, entry)
            found = read_analysis(ask, entry, stored.content, most)
            return self._notebook(ask, entry, stored.article, found, stored.opened)

    def edition(self, entry: int, number: int) -> Notebook:
        """Return the article with an earlier text, as ``notebook`` does; raises LibraryError without one."""
        with self._transaction("DEFERRED") as ask:
            edition = read_edition(ask, entry, number)
            found = read_analysis(ask, entry, content_hash(edition.article))
            return self._notebook(ask, entry, edition.article, found, edition.replaced)

    def editions(self, entry: int) -> tuple[Edition, ...]:
        """Return the texts the article had, the one replaced last first."""
        with self._transaction("DEFERRED") as ask:
            return read_editions(ask, entry)

    def _notebook(
        self, ask: Connection, entry: int, article: Article, found: Analysis | None, opened: datetime
    ) -> Notebook:
        marks = read_marks(ask, entry, article.text)
        self._left_out[entry] = marks.unreadable
        return Notebook(article, found, marks.highlights, marks.orphans, marks.corrections, opened)

    def tell_left_out(self, entry: int) -> str | None:
        """Return a line on the marks that its notebook lacks because nothing can be made of them, or None."""
        many = self._left_out.get(entry, 0)
        if not many:
            return None
        marks = "1 mark" if many == 1 else f"{many} marks"
        return f"{marks} of article {entry} cannot be read: see secondhand library --check"

    def analysis(self, entry: int, content: str) -> Analysis | None:
        """Return the whole analysis kept of the text that ``content`` is the hash of, or None."""
        with self._transaction("DEFERRED") as ask:
            return read_analysis(ask, entry, content)

    def keep(self, entry: int, analysis: Analysis) -> None:
        """Keep the model's own whole ``analysis`` of the entry's text, in the place of an older one."""
        if self.read_only:
            return
        record = encode_analysis(analysis)
        with self._transaction("IMMEDIATE") as ask:
            put_analysis(ask, entry, analysis, record)

    def keep_stretch(self, entry: int, content: str, kept: KeptStretch) -> None:
        """Keep a stretch of the text that ``content`` is the hash of, until ``keep`` is given all of it."""
        if self.read_only:
            return
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
            return read_article(ask, entry).position

    def reach(self, entry: int, offset: int) -> None:
        """Keep that reading has come to ``offset``."""
        if self.read_only:
            return
        with self._transaction("IMMEDIATE") as ask:
            progress = measure_progress(read_article(ask, entry).article, offset)
            ask.execute(
                "UPDATE article SET position = ?, progress = max(progress, ?) WHERE entry = ?",
                (offset, progress, entry),
            )

    def write(self, entry: int, edit: Edit) -> None:
        """Carry out ``edit``: keep its mark as it is after it, or take it away.

        An article that was deleted meanwhile is there again with the mark; one that is gone altogether leaves
        the words that were marked.
        """
        with self._transaction("IMMEDIATE") as ask:
            if edit.after is None:
                remove_mark(ask, edit.id)
                return
            bring_back(ask, entry, edit.after)
            put_mark(ask, entry, edit.after)

    def rows(self) -> tuple[Row, ...]:
        """Return the articles there are, the one opened last first."""
        with self._transaction("DEFERRED") as ask:
            return list_rows(ask)

    def search(self, wanted: Wanted, rows: Iterable[Row]) -> frozenset[int]:
        """Return the entries of ``rows`` with all that is ``wanted``, in their texts, claims or marks."""
        from secondhand.library.indexing import search

        return search(self._transaction, self._derive, wanted, rows)

    def hit(self, entry: int, wanted: Wanted) -> Hit | None:
        """Return where the article has most of the words ``wanted``, or None where it has none of them."""
        from secondhand.library.indexing import look_up_hit

        return look_up_hit(self._transaction, self._derive, entry, wanted)

    def gather_words(self, seconds: float | None = None) -> bool:
        """Take up words to search, for ``seconds`` at most; return whether there are no more to take up.

        ``search`` does the rest. It is for those who have time before: an older library has none yet.
        """
        from secondhand.library.indexing import gather_words

        return gather_words(self._transaction, self._derive, seconds)

    def check(self) -> tuple[tuple[str, ...], Path | None]:
        """Look at every row; return what was wrong and what became of it, and where all is as it was before.

        A row that makes no sense is mended where that can be, else taken out; the whole file is copied first.
        In a library that may not be written all stays as it is.
        """
        from secondhand.library.repair import check_library

        try:
            with self._trying():
                return check_library(self._connection, self.path, dry=self.read_only)
        except (SQLiteError, OSError) as error:
            raise trouble(self.path, error) from error

    def find(self, name: str) -> int | None:
        """Return the entry whose number or address is ``name``, or None.

        Of several with that address it is the one had from there, else the oldest that says so itself.
        """
        with self._transaction("DEFERRED") as ask:
            entries = [int(name)] if _is_number(name) else find_by_address(ask, name)
            question = "SELECT 1 FROM article WHERE entry = ? AND deleted IS NULL"
            return next((entry for entry in entries if ask.execute(question, (entry,)).fetchone()), None)

    def find_edition(self, name: str) -> tuple[int, int] | None:
        """Return entry and number of the earlier text that ``name`` means, as "3.1" does, or None."""
        entry, _, number = name.partition(".")
        if not (_is_number(entry) and _is_number(number)):
            return None
        with self._transaction("DEFERRED") as ask:
            question = "SELECT 1 FROM edition WHERE entry = ? AND number = ?"
            found = ask.execute(question, (int(entry), int(number))).fetchone()
        return (int(entry), int(number)) if found else None

    def entry(self, article: Article) -> int | None:
        """Return the entry that ``enter`` would give ``article``, or None where it would be a new one."""
        with self._transaction("DEFERRED") as ask:
            return find_entry(ask, article)

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

        with self._trying() if dry else nullcontext(), self._transaction("IMMEDIATE") as ask:
            ask.execute("SAVEPOINT before")
            changes = merge(ask, notebook, now or datetime.now(UTC))
            if dry:
                ask.execute("ROLLBACK TO before")
        return changes

    def tell_foreign_writes(self) -> int:
        """Return a number that is another one once somebody else wrote to the file."""
        with self._transaction("DEFERRED") as ask:
            return int(ask.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def _trying(self) -> Iterator[None]:
        """Let a block write into the copy of a library that may not be written: none of it is to stay."""
        if self.read_only:
            self._connection.execute("PRAGMA query_only = OFF")
        try:
            yield
        finally:
            if self.read_only:
                self._connection.execute("PRAGMA query_only = ON")

    @contextmanager
    def _derive(self) -> Iterator[Connection]:
        """Let a block write what is made from what is kept: it may be done to a copy, too."""
        with self._trying(), self._transaction() as ask:
            yield ask

    @contextmanager
    def _transaction(self, kind: Literal["IMMEDIATE", "DEFERRED"] = "IMMEDIATE") -> Iterator[Connection]:
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


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdigit() and len(name) < 18
