"""The words of the library, where SQLite finds them: full-text search, and what may be asked of it.

All of it can be made anew from what is kept. What ``indexed`` does not name, or calls stale, is put in before
the next search, so that no key waits for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import cast

from secondhand.library.decoding import decode_count, decode_text
from secondhand.library.excerpts import PARTS, Excerpt, ExcerptKind, Part
from secondhand.safe_text import replace_surrogates

WORDS = """CREATE VIRTUAL TABLE words USING fts5(
    excerpt, kind UNINDEXED, start UNINDEXED, tokenize = 'unicode61 remove_diacritics 2')"""
"""the statement that makes the table; which entry and part a row is of shows in its number"""
INDEXED = """CREATE TABLE indexed (
    entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    part TEXT NOT NULL,                -- one of excerpts.PARTS that is in words
    stale INTEGER NOT NULL,            -- 1 where it is there as it was before
    PRIMARY KEY (entry, part)
) WITHOUT ROWID"""

_PART = 20
"""bits that number the excerpts of one part"""
_ENTRY = _PART + 2
"""bits below the entry"""
_LAST = 1 << (62 - _ENTRY)
"""entry from which on nothing can be numbered"""
_RANKED = 200
"""claims that are looked at, of all that have some of the words"""
_HIT, _END = "\x02", "\x03"
"""what stands around a hit in a snippet"""
_CLEAN = str.maketrans(dict.fromkeys("\0\x02\x03", " "))
_SNIPPET = 16
"""words of an excerpt that are shown"""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words that were looked for stand in an article."""

    kind: ExcerptKind
    start: int
    """offset into the article's text to which they lead"""
    pieces: tuple[tuple[str, bool], ...]
    """the words around them in order, each with whether it was looked for"""

    @property
    def text(self) -> str:
        """The words around them."""
        return "".join(piece for piece, _ in self.pieces)


def forget(ask: Connection, part: Part, entry: int | None = None, mark: str | None = None) -> None:
    """Have a ``part`` of ``entry``, and of the entry of the ``mark`` with that id, put in anew later."""
    of_mark = "SELECT entry FROM mark WHERE id = ?"
    question = f"UPDATE indexed SET stale = 1 WHERE part = ? AND (entry = ? OR entry IN ({of_mark}))"  # noqa: S608
    ask.execute(question, (part, entry, mark))
    if part == "claims":
        ask.execute(f"DELETE FROM compared WHERE entry = ? OR entry IN ({of_mark})", (entry, mark))  # noqa: S608


def forget_all(ask: Connection) -> None:
    """Have everything put in anew before the next search."""
    ask.execute("UPDATE indexed SET stale = 1")


def put_excerpts(ask: Connection, entry: int, part: Part, excerpts: Iterable[Excerpt]) -> None:
    """Have the words of a ``part`` of ``entry`` be those of ``excerpts``."""
    if abs(entry) < _LAST:
        first, last = _number(entry, part)
        # Only where there are any: SQLite would write down all that it gathered before.
        if ask.execute("SELECT 1 FROM indexed WHERE entry = ? AND part = ?", (entry, part)).fetchone():
            ask.execute("DELETE FROM words WHERE rowid BETWEEN ? AND ?", (first, last))
        rows = zip(range(first, last), excerpts, strict=False)
        ask.executemany(
            "INSERT INTO words (rowid, excerpt, kind, start) VALUES (?, ?, ?, ?)",
            ((number, _clean(p.words), p.kind, p.start) for number, p in rows),
        )


def note_indexed(ask: Connection, parts: Iterable[tuple[int, Part]]) -> None:
    """Note that the words of each of ``parts`` are in the index.

    Once, at the end: at each such note SQLite writes down all the words it gathered before.
    """
    ask.executemany("INSERT OR REPLACE INTO indexed VALUES (?, ?, 0)", parts)


def has_excerpts(ask: Connection, entry: int, part: Part, excerpts: Iterable[Excerpt]) -> bool:
    """Return whether the words of a ``part`` of ``entry`` are those of ``excerpts``."""
    question = "SELECT excerpt, kind, start FROM words WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
    kept = ask.execute(question, _number(entry, part)).fetchall() if abs(entry) < _LAST else []
    return kept == [(_clean(p.words), p.kind, p.start) for p in excerpts]


def list_missing(ask: Connection) -> list[tuple[int, Part]]:
    """Return the parts of articles whose words have to be put in."""
    # In the order of their numbers: SQLite takes up words many times as fast so.
    kept = set(ask.execute("SELECT entry, part FROM indexed WHERE NOT stale"))
    every = ask.execute("SELECT entry FROM article ORDER BY entry")
    return [(entry, part) for (entry,) in every for part in PARTS if (entry, part) not in kept]


def make_anew(ask: Connection) -> None:
    """Throw away all words: they are put in again before the next search."""
    ask.execute("DROP TABLE IF EXISTS words")
    ask.execute(WORDS)
    ask.execute("DELETE FROM indexed")


def find_entries(ask: Connection, words: Sequence[str]) -> list[frozenset[int]]:
    """Return for each of ``words`` the entries that have it, or a word that begins with it."""
    question = f"SELECT DISTINCT rowid >> {_ENTRY} FROM words WHERE words MATCH ?"  # noqa: S608
    return [frozenset(entry for (entry,) in ask.execute(question, (_quote(word),))) for word in words]


def find_hit(ask: Connection, entry: int, words: Sequence[str]) -> Hit | None:
    """Return where ``entry`` has most of ``words``, what is said in it before what it is called; or None."""
    if not words or abs(entry) >= _LAST:
        return None
    question = f"""SELECT kind, start, snippet(words, 0, '{_HIT}', '{_END}', '…', {_SNIPPET}) FROM words
        WHERE words MATCH ? AND rowid BETWEEN ? AND ?
        ORDER BY kind IN ('title', 'byline', 'speaker'), rank LIMIT 1"""  # noqa: S608
    between = (_number(entry, PARTS[0])[0], _number(entry, PARTS[-1])[1])
    for every in (" AND ", " OR "):
        match = every.join(map(_quote, words))
        for kind, start, snippet in ask.execute(question, (match, *between)):
            pieces = _split(decode_text(snippet) or "")
            return Hit(cast(ExcerptKind, decode_text(kind)), decode_count(start), pieces)
    return None


def rank_claims(ask: Connection, words: Iterable[str], days: tuple[str, str]) -> list[int]:
    """Return an entry for each claim that has some of ``words``, the one with the most telling first (BM25).

    They are of the ``days`` from the first to the last, as ISO 8601, or tell none; as many at most as make
    sense to be looked into.
    """
    match = " OR ".join(map(_quote, words))
    question = f"""SELECT entry FROM words JOIN article ON entry = words.rowid >> {_ENTRY}
        WHERE words MATCH ? AND kind = 'claim' AND deleted IS NULL AND (date IS NULL OR date BETWEEN ? AND ?)
        ORDER BY rank LIMIT {_RANKED}"""  # noqa: S608
    return [entry for (entry,) in ask.execute(question, (match, *days))] if match else []


def _number(entry: int, part: Part) -> tuple[int, int]:
    """Return the first and the last number that the excerpts of a ``part`` of ``entry`` may have."""
    first = (entry << _ENTRY) + (PARTS.index(part) << _PART)
    return first, first + (1 << _PART) - 1


def _clean(words: str) -> str:
    return replace_surrogates(words).translate(_CLEAN)


def _quote(word: str) -> str:
    """Return ``word`` so that SQLite takes it for a word, whatever is in it; several in it are a phrase.

    Its beginning is enough, but of a single letter: half of all words begin with one.
    """
    quoted = '"' + _clean(word).replace('"', '""') + '"'
    return quoted if " " in word or len(word) == 1 else quoted + "*"


def _split(snippet: str) -> tuple[tuple[str, bool], ...]:
    pieces = []
    for at, stretch in enumerate(snippet.split(_HIT)):
        hit, end, rest = stretch.partition(_END) if at else ("", "", stretch)
        pieces += [(hit, True)] if end else []
        pieces += [(rest if end or not at else hit, False)]
    return tuple((words, is_hit) for words, is_hit in pieces if words)
