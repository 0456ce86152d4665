"""Where else the claims of an article stand: in articles of the library of about the same days.

An article is compared once, with those whose claims have its words, and what is found is kept.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress

from secondhand.claim import Analysis
from secondhand.errors import LibraryError
from secondhand.library.store import Library
from secondhand.statements.assembly import assemble_statements
from secondhand.statements.comparing import ReadMember, read_member
from secondhand.statements.joining import Match, match_articles
from secondhand.statements.members import make_carrier, make_members
from secondhand.statements.pairing import are_alike, tell_days
from secondhand.statements.sayings import Saying, list_sayings
from secondhand.statements.statement import Member, Statement

LOOKED_INTO = 8
"""articles whose claims are compared, those with the likest first"""

_WORDS = 2
"""words of each member that are looked for, the longest"""


def find_elsewhere(library: Library, entry: int, claim: str | None = None) -> list[Statement]:
    """Return the statements of the article ``entry`` that stand in others, too; of ``claim`` alone if given.

    ``Carrier.source`` is the number of an entry. Raises LibraryError where there is no such article.
    """
    if entry in library.joins.list_uncompared():
        compare_entry(library, entry)
    return [
        statement
        for statement in assemble_statements(*library.joins.read(entry))
        if any(_is_of(member, entry, claim) for member in statement.members)
    ]


def find_sayings(library: Library, name: str) -> list[Saying]:
    """Return all that somebody called ``name`` says in the analysed articles of ``library``, by date.

    ``Carrier.source`` is the number of an entry. Raises LibraryError.
    """
    members: list[Member] = []
    for row in library.rows():
        with suppress(LibraryError):
            members.extend(_read_members(library, row.entry))
    return list_sayings(members, name)


def compare_waiting(library: Library, seconds: float) -> bool:
    """Compare articles that never were, for ``seconds`` at most; return whether there are no more."""
    until = time.monotonic() + seconds
    for entry in library.joins.list_uncompared():
        if time.monotonic() > until:
            return False
        compare_entry(library, entry)
    return True


def keep_compared(library: Library, entry: int, analysis: Analysis) -> None:
    """Keep the whole ``analysis`` of the article ``entry``, and find at once what of it stands in others.

    Raises LibraryError where it cannot be kept; what is not compared now is when it is asked for.
    """
    library.keep(entry, analysis)
    with suppress(LibraryError):
        compare_entry(library, entry)


def compare_entry(library: Library, entry: int) -> None:
    """Find what of the article ``entry`` stands in others, and keep that. Raises LibraryError."""
    here = _read_members(library, entry)
    mine = [read_member(member) for member in here]
    members, matches = [*here], list[Match]()
    for other in _list_near(library, entry, mine):
        with suppress(LibraryError):
            there = _read_members(library, other)
            theirs = [read_member(member) for member in there]
            if not are_alike(_gather(mine), _gather(theirs)):
                continue
            first = len(members) - len(mine)
            matches.extend(_move(match, len(mine), first) for match in match_articles(mine, theirs))
            members.extend(there)
    library.joins.put(entry, members, matches)


def _list_near(library: Library, entry: int, readings: Sequence[ReadMember]) -> list[int]:
    """Return the articles that are likest to say what ``readings`` do."""
    if not readings:
        return []
    words = dict.fromkeys(stem for reading in readings for stem in _list_words(reading))
    likest: defaultdict[int, float] = defaultdict(float)
    ranked = library.joins.rank(words, tell_days(readings[0].member.carrier))
    for place, other in enumerate(ranked, 1):
        likest[other] += 1 / place
    likest.pop(entry, None)
    return sorted(likest, key=lambda at: -likest[at])[:LOOKED_INTO]


def _list_words(reading: ReadMember) -> list[str]:
    """Return the stems that tell most, the longest: claims have words that begin so."""
    return sorted(reading.about, key=lambda stem: (-len(stem), stem))[:_WORDS]


def _gather(readings: Sequence[ReadMember]) -> frozenset[str]:
    return frozenset[str]().union(*(reading.about for reading in readings))


def _move(match: Match, mine: int, by: int) -> Match:
    """Return ``match`` with a place that is not among the first ``mine`` moved ``by`` that many."""
    return Match(match.one, match.other + by if match.other >= mine else match.other, match.score, match.by)


def _is_of(member: Member, entry: int, claim: str | None) -> bool:
    return member.carrier.source == str(entry) and claim in {None, member.claim}


def _read_members(library: Library, entry: int) -> tuple[Member, ...]:
    """Return what the article ``entry`` says, as its reader set it right."""
    book = library.notebook(entry)
    carrier = make_carrier(book.article, str(entry))
    return tuple(make_members(carrier, book.analysis)) if book.analysis else ()
