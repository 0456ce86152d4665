"""The rows of a library that make no sense: found, told, and mended, so that each costs itself alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection
from sqlite3 import Error as SQLiteError
from typing import Any

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.conversion import from_json
from secondhand.errors import LibraryError
from secondhand.library.aside import name_aside
from secondhand.library.decoding import LONG_AGO, decode_article, decode_text, decode_time
from secondhand.library.fingerprint import hash_exactly, is_same_text, sentences, text_hash
from secondhand.library.indexing import has_all_words
from secondhand.library.remains import make_remains
from secondhand.library.stored_articles import describe_article, list_columns
from secondhand.library.stored_marks import decode_mark
from secondhand.library.trouble import is_damage
from secondhand.library.word_index import forget_all, make_anew
from secondhand.notes.edit import Mark


@dataclass(frozen=True, slots=True)
class Problem:
    """One row that makes no sense."""

    what: str
    """what is wrong and what becomes of it, on one line"""
    mend: Callable[[Connection], None]
    """mends it"""


def check_library(
    connection: Connection, path: Path, *, dry: bool = False
) -> tuple[tuple[str, ...], Path | None]:
    """Mend what is wrong in the library at ``path``; return what that was, and where a copy is from before.

    Where ``dry``, all is left as it is.
    """
    problems = _mend(connection, keep=False)
    if dry or not problems:
        return problems, None
    aside = name_aside(path.absolute())
    connection.execute("VACUUM INTO ?", (str(aside),))
    aside.chmod(0o600)
    _mend(connection, keep=True)
    return problems, aside


def _mend(connection: Connection, *, keep: bool) -> tuple[str, ...]:
    """Mend every row in one transaction, and take that back unless it is to be kept."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        problems = mend_rows(connection)
        connection.execute("COMMIT" if keep else "ROLLBACK")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return problems


def mend_rows(ask: Connection) -> tuple[str, ...]:
    """Mend every row that makes no sense; return what was wrong and what became of it, a line each."""
    told: list[str] = []
    # Marks before articles: what is left of a lost article are its marks. Words last: they are made of all.
    for find in _FINDERS:
        if find is _find_words and told:
            forget_all(ask)
        for problem in list(find(ask)):
            problem.mend(ask)
            told.append(problem.what)
    # Each article is known by its earlier texts.
    ask.execute("INSERT OR IGNORE INTO version SELECT hash, entry FROM edition")
    return tuple(told)


def _find_marks(ask: Connection) -> Iterator[Problem]:
    for row, entry, kind, record in ask.execute("SELECT rowid, entry, kind, record FROM mark"):
        try:
            decode_mark(kind, record)
        except ValueError:
            yield Problem(
                f"a {kind} of article {entry} makes no sense and is taken out", _remover("mark", row)
            )


def _find_editions(ask: Connection) -> Iterator[Problem]:
    for row, entry, number, record in ask.execute("SELECT rowid, entry, number, record FROM edition"):
        if _decode(record, entry) is None:
            yield Problem(
                f"version {entry}.{number} makes no sense and is taken out", _remover("edition", row)
            )


def _find_articles(ask: Connection) -> Iterator[Problem]:
    question = "SELECT entry, opened, record, content, title, first_words, publisher, date, url FROM article"
    for entry, opened, record, *columns in ask.execute(question):
        article = _decode(record, entry)
        if article is None:
            yield _explain_lost(ask, entry, decode_text(columns[1]))
        elif (
            tuple(columns) != list_columns(article)
            or decode_time(opened) == LONG_AGO
            or not _is_known(ask, entry, article)
        ):
            what = f"what article {entry} is listed by does not fit its text and is written anew"
            yield Problem(what, _describer(entry, article))


def _is_known(ask: Connection, entry: int, article: Article) -> bool:
    """Return whether the text of ``article``, and one like it, would be found to be ``entry`` or its like."""
    question = "SELECT entry, record FROM version LEFT JOIN article USING (entry) WHERE hash IN (?, ?)"
    hashes = (text_hash(article.text), hash_exactly(article.text))
    known = ask.execute(question, hashes).fetchall()
    if not any(other == entry or _has_text(record, other, article.text) for other, record in known):
        return False
    # Which they are is not looked at: an older version folded accents otherwise.
    question = "SELECT 1 FROM sentence WHERE entry = ?"
    return not sentences(article.text) or ask.execute(question, (entry,)).fetchone() is not None


def _has_text(record: Any, entry: int, text: str) -> bool:
    article = _decode(record, entry)
    return article is not None and is_same_text(article.text, text)


def _find_lost_articles(ask: Connection) -> Iterator[Problem]:
    """Yield those of which only marks or editions are left."""
    lost = ask.execute(
        """SELECT entry FROM mark UNION SELECT entry FROM edition EXCEPT SELECT entry FROM article"""
    )
    for (entry,) in lost.fetchall():
        yield _explain_lost(ask, entry, None)


def _find_analyses(ask: Connection) -> Iterator[Problem]:
    for row, entry, record in ask.execute("SELECT rowid, entry, record FROM analysis"):
        try:
            from_json(record, Analysis)
        except (KeyError, TypeError, ValueError, RecursionError):
            what = f"the claims found in article {entry} make no sense: they are found anew"
            yield Problem(what, _remover("analysis", row))


def _find_strays(ask: Connection) -> Iterator[Problem]:
    """Yield the tables with rows that belong to no article: all of them can be made anew."""
    many = Counter(table for table, *_ in ask.execute("PRAGMA foreign_key_check"))
    for table, count in many.items():
        rows = "1 row" if count == 1 else f"{count} rows"
        yield Problem(f"{rows} of the table {table} belong to no article and are taken out", _sweeper(table))


def _find_words(ask: Connection) -> Iterator[Problem]:
    """Yield the index of words where it is not what is kept: it is made anew."""
    try:
        ask.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        whole = has_all_words(ask)
    except SQLiteError as error:
        if not is_damage(error):
            raise
        whole = False
    if not whole:
        yield Problem("the words to search do not fit what is kept and are gathered anew", make_anew)


_FINDERS = (
    _find_marks,
    _find_editions,
    _find_articles,
    _find_lost_articles,
    _find_analyses,
    _find_strays,
    _find_words,
)


def _explain_lost(ask: Connection, entry: int, title: str | None) -> Problem:
    """Return what is left of an article whose own row makes no sense."""
    called = f"article {entry}" + (f" (“{title}”)" if title else "")
    if article := _newest_edition(ask, entry):
        return Problem(
            f"the text of {called} is lost: a version kept of it takes its place", _describer(entry, article)
        )
    marks = _marks_of(ask, entry)
    if marks:
        what = f"the text of {called} is lost: what is left are the words that were marked in it"
        return Problem(what, lambda ask: make_remains(ask, entry, marks, title))
    return Problem(f"{called} makes no sense and is taken out", _remover("article", entry))


def _newest_edition(ask: Connection, entry: int) -> Article | None:
    question = "SELECT record FROM edition WHERE entry = ? ORDER BY replaced DESC, number DESC"
    found = (_decode(record, entry) for (record,) in ask.execute(question, (entry,)).fetchall())
    return next(filter(None, found), None)


def _marks_of(ask: Connection, entry: int) -> list[Mark]:
    marks = []
    for kind, record in ask.execute("SELECT kind, record FROM mark WHERE entry = ?", (entry,)):
        try:
            marks.append(decode_mark(kind, record))
        except ValueError:
            continue
    return marks


def _describer(entry: int, article: Article) -> Callable[[Connection], None]:
    def describe(ask: Connection) -> None:
        opened = ask.execute("SELECT opened FROM article WHERE entry = ?", (entry,)).fetchone()
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        if opened is None:
            make_remains(ask, entry, [])
        elif decode_time(opened[0]) == LONG_AGO:
            ask.execute("UPDATE article SET opened = ? WHERE entry = ?", (now, entry))
        describe_article(ask, entry, article)

    return describe


def _remover(table: str, row: int) -> Callable[[Connection], None]:
    def remove(ask: Connection) -> None:
        ask.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))  # noqa: S608

    return remove


def _sweeper(table: str) -> Callable[[Connection], None]:
    def sweep(ask: Connection) -> None:
        ask.execute(f"DELETE FROM {table} WHERE entry NOT IN (SELECT entry FROM article)")  # noqa: S608

    return sweep


def _decode(record: Any, entry: int) -> Article | None:
    try:
        return decode_article(record, entry)
    except (LibraryError, TypeError):
        return None
