"""What of different articles says the same, as the library keeps it: members, and which are joined.

All of it can be made anew from what is kept. ``compared`` names the articles whose joins are here; whatever
changes the claims of one takes it out of there, and its joins are found again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from sqlite3 import Connection
from typing import TYPE_CHECKING, cast

from secondhand.conversion import from_json, to_json
from secondhand.library.indexing import Transact, ask_index
from secondhand.library.word_index import rank_claims

if TYPE_CHECKING:
    from secondhand.statements.joining import Match
    from secondhand.statements.statement import JoinedBy, Member

# What compares is imported only when it is asked for: to open an article need not wait for it.

MOST = 500
"""joins that are followed from an article: one statement of that many is none"""

_REACHED = """WITH RECURSIVE reached (number) AS (
    SELECT number FROM member WHERE entry = :entry
    UNION SELECT other FROM reached JOIN joined ON one = number LIMIT :most) """
_MEMBERS = """SELECT m.number, m.record FROM reached r JOIN member m ON m.number = r.number
    JOIN article a ON a.entry = m.entry WHERE deleted IS NULL ORDER BY m.entry, start"""
_MATCHES = "SELECT one, other, score, way FROM reached JOIN joined ON one = number WHERE one < other"
_UNCOMPARED = """SELECT a.entry FROM article a JOIN analysis n ON n.entry = a.entry AND n.content = a.content
    WHERE deleted IS NULL AND a.entry NOT IN (SELECT entry FROM compared) ORDER BY opened DESC"""


class Joins:
    """The joins of a library. Its methods raise LibraryError, as those of the library."""

    def __init__(self, read: Transact, write: Transact) -> None:
        """Keep them by transactions that ``read`` and ``write`` begin."""
        self._read, self._write = read, write

    def rank(self, words: Iterable[str], days: tuple[str, str]) -> list[int]:
        """Return an entry of ``days`` (ISO 8601) for each claim with some of ``words``, the likest first."""
        return ask_index(self._read, self._write, partial(rank_claims, words=tuple(words), days=days))

    def list_uncompared(self) -> tuple[int, ...]:
        """Return the analysed articles that are still to be compared, the one opened last first."""
        with self._read("DEFERRED") as ask:
            return tuple(entry for (entry,) in ask.execute(_UNCOMPARED))

    def put(self, entry: int, members: Sequence[Member], matches: Iterable[Match]) -> None:
        """Keep ``matches`` of ``members``, by their places there, as all that the article ``entry`` has."""
        with self._write() as ask:
            ask.execute("DELETE FROM member WHERE entry = ?", (entry,))
            ask.execute("INSERT OR REPLACE INTO compared VALUES (?)", (entry,))
            for match in matches:
                one, other = (_put_member(ask, members[at]) for at in (match.one, match.other))
                rows = ((a, b, match.score, match.by) for a, b in ((one, other), (other, one)))
                ask.executemany("INSERT OR REPLACE INTO joined VALUES (?, ?, ?, ?)", rows)

    def read(self, entry: int) -> tuple[list[Member], list[Match]]:
        """Return the members that are joined with those of ``entry``, by whatever others, and their joins."""
        from secondhand.statements.joining import Match
        from secondhand.statements.statement import Member

        members: list[Member] = []
        places: dict[int, int] = {}
        asked = {"entry": entry, "most": MOST}
        with self._read("DEFERRED") as ask:
            for number, record in ask.execute(_REACHED + _MEMBERS, asked):
                with suppress(TypeError, ValueError):
                    members.append(from_json(record, Member))
                    places[number] = len(members) - 1
            kept = ask.execute(_REACHED + _MATCHES, asked).fetchall()
        return members, [
            Match(places[one], places[other], score, cast("JoinedBy", way))
            for one, other, score, way in kept
            if one in places and other in places
        ]


def _put_member(ask: Connection, member: Member) -> int:
    """Keep ``member``, whose article is the entry that its carrier names, and return its number."""
    _, start, end = member.key
    entry = int(member.carrier.source)
    ask.execute(
        "INSERT OR IGNORE INTO member (entry, start, end, record) VALUES (?, ?, ?, ?)",
        (entry, start, end, to_json(member)),
    )
    question = "SELECT number FROM member WHERE entry = ? AND start = ? AND end = ?"
    return int(ask.execute(question, (entry, start, end)).fetchone()[0])
