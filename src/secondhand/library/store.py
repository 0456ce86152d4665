"""The library: one SQLite file, and what can be asked of it and kept in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection
from sqlite3 import Error as SQLiteError
from types import TracebackType
from typing import Any

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.errors import LibraryError
from secondhand.library.matching import address, content_hash, entry_of, sentences, text_hash
from secondhand.library.opening import default_path, open_file
from secondhand.library.row import Row
from secondhand.notes.anchoring import placed
from secondhand.notes.edit import Edit, Mark
from secondhand.notes.highlight import Highlight
from secondhand.notes.notebook import Notebook
from secondhand.notes.record import (
    correction_of,
    correction_record,
    highlight_of,
    highlight_record,
    time_of,
    written,
)
from secondhand.record import analysis_of, article_of, article_record


class Library:
    """Articles and what their reader made of them. Everything is on the disk when a method returns.

    Any method raises LibraryError, one line for the user, where the file cannot be read or written.
    Use it from one thread; other processes may have the same file open.
    """

    notice: str | None
    """one line for the user on what happened at opening (a damaged file was set aside), or None"""

    def __init__(self, connection: Connection, path: Path, notice: str | None = None) -> None:
        """Use ``open`` to make one."""
        self._connection = connection
        self._path = path
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
        with self._writing() as ask:
            return _enter(ask, article, datetime.now(UTC))

    def notebook(self, entry: int) -> Notebook:
        """Return the article with what is kept of it, highlights put where their words stand now.

        ``found`` is the newest analysis kept for its text, by whichever model.
        """
        with self._reading() as ask:
            record, opened, content = _article(ask, entry)
            kept = ask.execute(
                "SELECT record FROM analysis WHERE entry = ? AND content = ?", (entry, content)
            ).fetchone()
            marks = ask.execute(
                "SELECT kind, record FROM mark WHERE entry = ? ORDER BY created, rowid", (entry,)
            ).fetchall()
        article = article_of(json.loads(record))
        found = analysis_of(json.loads(kept[0])) if kept else None
        highlights = [highlight_of(json.loads(r)) for kind, r in marks if kind == "highlight"]
        corrections = tuple(correction_of(json.loads(r)) for kind, r in marks if kind == "correction")
        places = [(placed(article.text, highlight), highlight) for highlight in highlights]
        there = sorted((p for p, _ in places if p), key=lambda h: (h.anchors[0].start, h.anchors[-1].end))
        orphans = tuple(highlight for place, highlight in places if place is None)
        return Notebook(article, found, tuple(there), orphans, corrections, time_of(opened))

    def keep(self, entry: int, analysis: Analysis) -> None:
        """Keep the model's own whole ``analysis`` of the entry's text, in the place of an older one."""
        with self._writing() as ask:
            content = _article(ask, entry)[2]
            _keep(ask, entry, content, analysis)

    def position(self, entry: int) -> int:
        """Return the offset at which reading stopped, 0 where it never began."""
        with self._reading() as ask:
            found = ask.execute("SELECT position FROM article WHERE entry = ?", (entry,)).fetchone()
        return int(found[0]) if found else 0

    def reach(self, entry: int, offset: int) -> None:
        """Keep that reading has come to ``offset``."""
        with self._writing() as ask:
            progress = _progress(article_of(json.loads(_article(ask, entry)[0])), offset)
            ask.execute(
                "UPDATE article SET position = ?, progress = max(progress, ?) WHERE entry = ?",
                (offset, progress, entry),
            )

    def write(self, entry: int, edit: Edit) -> None:
        """Carry out ``edit``: keep its mark as it is after it, or take it away."""
        with self._writing() as ask:
            if edit.after is None:
                ask.execute("DELETE FROM mark WHERE id = ?", (edit.id,))
            else:
                _put(ask, entry, edit.after)

    def rows(self) -> tuple[Row, ...]:
        """Return the articles there are, the one opened last first."""
        with self._reading() as ask:
            return _rows(ask)

    def find(self, name: str) -> int | None:
        """Return the entry whose number or address is ``name``, or None."""
        question = (
            "SELECT entry FROM address JOIN article USING (entry) WHERE address = ? AND deleted IS NULL"
        )
        key: str | int = address(name)
        if name.isascii() and name.isdigit() and len(name) < 18:
            question, key = "SELECT entry FROM article WHERE entry = ? AND deleted IS NULL", int(name)
        with self._reading() as ask:
            found = ask.execute(question, (key,)).fetchone()
        return int(found[0]) if found else None

    def entry(self, article: Article) -> int | None:
        """Return the entry that ``enter`` would give ``article``, or None where it would be a new one."""
        with self._reading() as ask:
            return entry_of(ask, article)

    def delete(self, entry: int) -> None:
        """Take the article out of the library; ``restore`` brings it back with all that was made of it."""
        with self._writing() as ask:
            ask.execute("UPDATE article SET deleted = ? WHERE entry = ?", (written(datetime.now(UTC)), entry))

    def restore(self, entry: int) -> None:
        """Bring back an article that was deleted."""
        with self._writing() as ask:
            ask.execute("UPDATE article SET deleted = NULL WHERE entry = ?", (entry,))

    def merge(self, notebook: Notebook) -> int:
        """Take over another notebook's article and marks; return how many marks were new or newer.

        A mark is known by its id: of two the one changed later stays. Nothing is doubled.
        """
        marks: tuple[Mark, ...] = (*notebook.highlights, *notebook.orphans, *notebook.corrections)
        with self._writing() as ask:
            entry = entry_of(ask, notebook.article)
            if entry is None:
                entry = _enter(ask, notebook.article, notebook.opened or datetime.now(UTC))
            else:
                ask.execute("UPDATE article SET deleted = NULL WHERE entry = ?", (entry,))
            if notebook.found:
                _keep_if_none(ask, entry, notebook)
            new = [mark for mark in marks if _is_news(ask, mark)]
            for mark in new:
                _put(ask, entry, mark)
        return len(new)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._told():
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (SQLiteError, UnicodeEncodeError, OverflowError) as error:
            raise LibraryError(f"{self._path}: the library cannot be read or written: {error}") from error


def _article(ask: Connection, entry: int) -> tuple[str, str, str]:
    found = ask.execute("SELECT record, opened, content FROM article WHERE entry = ?", (entry,)).fetchone()
    if not found:
        raise LibraryError(f"there is no article {entry} in the library")
    return found[0], found[1], found[2]


def _enter(ask: Connection, article: Article, opened: datetime) -> int:
    entry = entry_of(ask, article)
    if entry is None:
        ask.execute("INSERT INTO article (content, first_words, opened, record) VALUES ('', '', '', '')")
        entry = int(ask.execute("SELECT last_insert_rowid()").fetchone()[0])
    else:
        article = _filled(article, article_of(json.loads(_article(ask, entry)[0])))
    day = article.date.isoformat() if article.date else None
    ask.execute(
        """UPDATE article SET content = ?, title = ?, first_words = ?, publisher = ?, date = ?, url = ?,
            opened = ?, deleted = NULL, record = ? WHERE entry = ?""",
        (
            content_hash(article),
            article.title,
            " ".join(article.text[:1000].split())[:120],
            article.publisher,
            day,
            article.url,
            written(opened),
            json.dumps(article_record(article)),
            entry,
        ),
    )
    ask.execute("INSERT OR REPLACE INTO version VALUES (?, ?)", (text_hash(article.text), entry))
    if article.url:
        ask.execute("INSERT OR REPLACE INTO address VALUES (?, ?)", (address(article.url), entry))
    ask.execute("DELETE FROM sentence WHERE entry = ?", (entry,))
    ask.executemany("INSERT INTO sentence VALUES (?, ?)", ((h, entry) for h in sentences(article.text)))
    return entry


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
        hyperlinks=new.hyperlinks or (old.hyperlinks if new.text == old.text else ()),
    )


def _keep(ask: Connection, entry: int, content: str, analysis: Analysis) -> None:
    ask.execute(
        "INSERT OR REPLACE INTO analysis VALUES (?, ?, ?, ?, ?, ?)",
        (
            entry,
            content,
            analysis.model.name,
            analysis.model.version,
            len(analysis.claims),
            json.dumps(asdict(analysis)),
        ),
    )


def _keep_if_none(ask: Connection, entry: int, notebook: Notebook) -> None:
    content = _article(ask, entry)[2]
    kept = ask.execute("SELECT 1 FROM analysis WHERE entry = ? AND content = ?", (entry, content)).fetchone()
    if notebook.found and not kept and content == content_hash(notebook.article):
        _keep(ask, entry, content, notebook.found)


def _put(ask: Connection, entry: int, mark: Mark) -> None:
    if isinstance(mark, Highlight):
        kind, record, changed = "highlight", highlight_record(mark), mark.changed
    else:
        kind, record, changed = "correction", correction_record(mark), mark.created
    ask.execute(
        """INSERT INTO mark (id, entry, kind, created, changed, record) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET entry = excluded.entry, kind = excluded.kind,
            created = excluded.created, changed = excluded.changed, record = excluded.record""",
        (mark.id, entry, kind, written(mark.created), written(changed), json.dumps(record)),
    )


def _is_news(ask: Connection, mark: Mark) -> bool:
    changed = written(mark.changed if isinstance(mark, Highlight) else mark.created)
    kept = ask.execute(
        "SELECT changed FROM mark JOIN article USING (entry) WHERE id = ? AND deleted IS NULL", (mark.id,)
    ).fetchone()
    return kept is None or kept[0] < changed


def _progress(article: Article, offset: int) -> float:
    if not article.paragraphs:
        return 1.0
    at, last = article.paragraph_at(offset), len(article.paragraphs) - 1
    return 0.0 if at == 0 < last else min(1.0, article.paragraphs[at].end / article.paragraphs[last].end)


def _rows(ask: Connection) -> tuple[Row, ...]:
    from datetime import date

    tags: dict[int, set[str]] = {}
    for entry, tag in ask.execute(
        "SELECT DISTINCT m.entry, value FROM mark m, json_each(m.record, '$.tags') WHERE kind = 'highlight'"
    ):
        tags.setdefault(entry, set()).add(tag)
    found: list[Any] = ask.execute(
        """SELECT a.entry, title, first_words, publisher, date, url, opened, progress,
            (SELECT claims FROM analysis n WHERE n.entry = a.entry AND n.content = a.content),
            (SELECT count(*) FROM mark m WHERE m.entry = a.entry AND m.kind = 'highlight')
            FROM article a WHERE deleted IS NULL ORDER BY opened DESC, a.entry DESC"""
    ).fetchall()
    return tuple(
        Row(
            e,
            title,
            words,
            publisher,
            date.fromisoformat(day) if day else None,
            url,
            time_of(opened),
            progress,
            claims,
            highlights,
            tuple(sorted(tags.get(e, ()))),
        )
        for e, title, words, publisher, day, url, opened, progress, claims, highlights in found
    )
