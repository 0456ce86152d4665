"""What is kept → its words in the index, as far as they are not there yet."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from functools import partial
from sqlite3 import Connection
from sqlite3 import Error as SQLiteError
from typing import TypeVar

from secondhand.article import Article
from secondhand.errors import LibraryError
from secondhand.library.excerpts import Excerpt, Part, list_excerpts
from secondhand.library.row import Row
from secondhand.library.searching import Wanted, pick_entries
from secondhand.library.stored_analyses import read_analysis
from secondhand.library.stored_articles import read_article
from secondhand.library.stored_marks import read_marks
from secondhand.library.trouble import is_damage
from secondhand.library.word_index import (
    Hit,
    find_entries,
    find_hit,
    has_excerpts,
    list_missing,
    make_anew,
    note_indexed,
    put_excerpts,
)
from secondhand.notes.notebook import Notebook

T = TypeVar("T")
Transact = Callable[..., AbstractContextManager[Connection]]
"""begins a transaction, and ends it whole or not at all"""


def search(read: Transact, write: Transact, wanted: Wanted, rows: Iterable[Row]) -> frozenset[int]:
    """Return the entries of ``rows`` with all that is ``wanted``; the rest is as for ``ask_index``."""
    ask_it = partial(find_entries, words=wanted.words)
    return pick_entries(rows, wanted, ask_index(read, write, ask_it) if wanted.words else [])


def look_up_hit(read: Transact, write: Transact, entry: int, wanted: Wanted) -> Hit | None:
    """Return where ``entry`` has most of the words ``wanted``; the rest is as for ``ask_index``."""
    return ask_index(read, write, partial(find_hit, entry=entry, words=wanted.words))


def ask_index(read: Transact, write: Transact, ask_it: Callable[[Connection], T]) -> T:
    """Return what ``ask_it`` finds in the index once it is whole; where it is damaged, it is made anew first.

    ``read`` and ``write`` begin a transaction. Raises LibraryError.
    """
    try:
        gather_words(read, write)
        with read("DEFERRED") as ask:
            return ask_it(ask)
    except LibraryError as error:
        if not (isinstance(error.__cause__, SQLiteError) and is_damage(error.__cause__)):
            raise
    with write() as ask:
        make_anew(ask)
    gather_words(read, write)
    with read("DEFERRED") as ask:
        return ask_it(ask)


def gather_words(read: Transact, write: Transact, seconds: float | None = None) -> bool:
    """Put in the words that are missing, for ``seconds`` at most; return whether none is missing now."""
    with read("DEFERRED") as ask:
        if not list_missing(ask):
            return True
    with write() as ask:
        return catch_up(ask, seconds)


def catch_up(ask: Connection, seconds: float | None = None) -> bool:
    """Put in the words that are missing, for ``seconds`` at most; return whether none is missing now."""
    until = None if seconds is None else time.monotonic() + seconds
    missing, put = list_missing(ask), 0
    for entry, part in missing:
        if until is not None and time.monotonic() > until:
            break
        put_excerpts(ask, entry, part, read_excerpts(ask, entry, part))
        put += 1
    note_indexed(ask, missing[:put])
    return put == len(missing)


def read_excerpts(ask: Connection, entry: int, part: Part) -> list[Excerpt]:
    """Return what can be searched of a ``part`` of ``entry``: nothing where it cannot be read."""
    try:
        return list(list_excerpts(_read_book(ask, entry, part), part))
    except LibraryError:
        return []


def has_all_words(ask: Connection) -> bool:
    """Return whether the words that are said to be in the index are, and no others."""
    every = ask.execute("SELECT entry, part FROM indexed WHERE NOT stale").fetchall()
    return all(has_excerpts(ask, entry, part, read_excerpts(ask, entry, part)) for entry, part in every)


def _read_book(ask: Connection, entry: int, part: Part) -> Notebook:
    """Return of the notebook of ``entry`` what a ``part`` is made from."""
    stored = read_article(ask, entry)
    if part == "text":
        return Notebook(stored.article)
    marks = read_marks(ask, entry, stored.article.text if part == "marks" else "")
    if part == "marks":
        return Notebook(Article("", ()), None, marks.highlights, marks.orphans)
    found = read_analysis(ask, entry, stored.content)
    return Notebook(stored.article, found, corrections=marks.corrections)
