"""Where else the claims of an article stand: in articles of the library of about the same days.

Nothing more is kept for it than the words of claims, which are searched: an article that was analysed just
now is found as soon as its words are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from secondhand.errors import LibraryError
from secondhand.library.store import Library
from secondhand.notes.notebook import Notebook
from secondhand.statements.assembly import trace_statements
from secondhand.statements.members import make_carrier, make_members
from secondhand.statements.pairing import tell_days
from secondhand.statements.statement import Carrier, Member, Statement
from secondhand.statements.stems import COMMON, list_stems

LOOKED_INTO = 6
"""articles whose claims are compared, those with the likest first"""

_WORDS = 6
"""words of a claim that are looked for, the longest"""


def find_elsewhere(library: Library, entry: int, claim: str | None = None) -> list[Statement]:
    """Return the statements of the article ``entry`` that stand in others, too; of ``claim`` alone if given.

    ``Carrier.source`` is the number of an entry. Raises LibraryError where there is no such article.
    """
    here = _read_members(library, entry)
    asked = [member for member in here if claim is None or member.claim == claim]
    near = _list_near(library, entry, asked)
    found = trace_statements((*here, *near))
    keys = {member.key for member in asked}
    return [statement for statement in found if any(member.key in keys for member in statement.members)]


def _list_near(library: Library, entry: int, members: Sequence[Member]) -> Iterator[Member]:
    """Yield what the articles say that are likest to say what ``members`` do."""
    likest: defaultdict[int, float] = defaultdict(float)
    for member in members:
        days = tell_days(member.carrier)
        for place, other in enumerate(library.rank_claims(_list_words(member), days), 1):
            likest[other] += 1 / place
    likest.pop(entry, None)
    for other in sorted(likest, key=lambda at: -likest[at])[:LOOKED_INTO]:
        with suppress(LibraryError):
            yield from _read_members(library, other)


def _list_words(member: Member) -> list[str]:
    """Return the stems of ``member`` that tell most, the longest first: claims have words that begin so."""
    about = set(list_stems(member.own)) - COMMON
    return sorted(about, key=lambda stem: (-len(stem), stem))[:_WORDS]


def _read_members(library: Library, entry: int) -> tuple[Member, ...]:
    """Return what the article ``entry`` says, as its reader set it right."""
    book = library.notebook(entry)
    return tuple(_make_members(book, make_carrier(book.article, str(entry))))


def _make_members(book: Notebook, carrier: Carrier) -> Iterable[Member]:
    analysis = book.analysis
    return make_members(carrier, analysis) if analysis else ()
