"""The parts of a statement in words: what all its formats for eyes have in common. All of it is cleaned."""

from __future__ import annotations

from collections.abc import Sequence

from secondhand.claim import UNKNOWN
from secondhand.export.words import join_words
from secondhand.filters import TYPES, UNCERTAIN
from secondhand.safe_text import clean
from secondhand.statements.findings import COMMITMENT_WORDS
from secondhand.statements.origins import list_relays
from secondhand.statements.statement import Carrier, Member, Statement, StatementFinding, Utterer
from secondhand.wording.days import format_day
from secondhand.wording.shortening import shorten

CHANGED = "not all of them have it alike"
"""what is said where articles differ in how sure a speaker is"""
TITLE = 40
"""characters of a title that are shown"""
NOTHING = "Nothing that was asked for stands in more than one of these articles."


def carrier_name(carrier: Carrier) -> str:
    """Return the outlet of an article and its day; where no outlet is known, its title or what opened it."""
    day = format_day(carrier.date) if carrier.date else ""
    # Its number in the library says nothing to a reader.
    title = f"“{shorten(carrier.title, TITLE)}”" if carrier.title and carrier.source.isdigit() else ""
    known = carrier.outlet or title or carrier.source
    return clean(", ".join(part for part in (known, day) if part))


def utterer_name(utterer: Utterer) -> str:
    """Return who it is, with their role; unnamed sources say so."""
    if utterer.name == UNKNOWN:
        return "unknown speaker"
    more = utterer.role or (TYPES["anonymous"] if utterer.type == "anonymous" else "")
    return clean(f"{utterer.name}, {more}" if more else utterer.name)


def count_line(statement: Statement) -> str:
    """Return in how many articles it stands, and on how many origins it rests."""
    articles, origins = len(statement.carriers), len(statement.origins)
    rest = "one origin" if origins == 1 else f"{origins} independent origins"
    first = f", first in {carrier_name(statement.first.carrier)}" if statement.dated else ""
    return f"in {articles} articles, on {rest}{first}"


def elsewhere_line(statement: Statement, source: str) -> str:
    """Return where else it stands than in the article ``source``, and where first if dates tell."""
    others = len(statement.carriers) - 1
    told = f"Also in {others} {'other' if others == 1 else 'others'}"
    if not statement.dated:
        return told
    first = statement.first.carrier
    return f"{told}, first {'here' if first.source == source else f'in {carrier_name(first)}'}"


def member_line(member: Member) -> str:
    """Return how an article tells it: "as possible, Jane Doe said, by Reuters: “…”"."""
    relays = " → ".join(link.name for link in list_relays(member))
    who = utterer_name(member.speaker) + (f", by {clean(relays)}" if relays else "")
    return f"{who}, {_tell_stance(member)}: {join_words(member.content)}"


def way_line(member: Member) -> str:
    """Return how an article has what somebody said: "Reuters, 7 March 2026: their own words, as fact"."""
    relays = " → ".join(clean(link.name) for link in list_relays(member))
    how = "their own words" if member.kind == "direct" else "in other words"
    through = f"through {relays}" if relays else how
    return f"{carrier_name(member.carrier)}: {through}, {_tell_stance(member)}"


def _tell_stance(member: Member) -> str:
    """Return how sure the speaker is, and where it is likelier wrong than right that all this is so."""
    told = COMMITMENT_WORDS[member.commitment]
    return f"{told} (unsure)" if member.confidence < UNCERTAIN else told


def finding_line(finding: StatementFinding) -> str:
    """Return what is worth a look, on one line."""
    return clean(f"{finding.kind}: {finding.words}")


def statement_words(members: Sequence[Member]) -> str:
    """Return the words of the member that has most of them, a quotation before a paraphrase."""
    best = max(members, key=lambda member: (member.kind == "direct", len(member.text)))
    return join_words(best.content)
