"""Members of any number of articles → statements that stand in two of them at least."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from secondhand.statements.findings import list_findings
from secondhand.statements.grouping import group_members
from secondhand.statements.joining import Match, match_members
from secondhand.statements.origins import find_origin, list_origins
from secondhand.statements.statement import Join, Member, Statement


def trace_statements(members: Iterable[Member]) -> list[Statement]:
    """Return what ``members`` of several articles have in common; what stands in most articles first."""
    listed = tuple(members)
    return assemble_statements(listed, match_members(listed))


def assemble_statements(members: Sequence[Member], matches: Sequence[Match]) -> list[Statement]:
    """Return the statements that ``matches`` make of ``members``; what stands in most articles first."""
    made = [_make_statement(members, group, matches) for group in group_members(members, matches)]
    return sorted(made, key=lambda made: (-len(made.carriers), _sort_key(made.first)))


def _make_statement(members: Sequence[Member], group: Iterable[int], matches: Iterable[Match]) -> Statement:
    order = sorted(group, key=lambda at: _sort_key(members[at]))
    place = {at: index for index, at in enumerate(order)}
    own = tuple(members[at] for at in order)
    joins = tuple(
        Join(min(pair), max(pair), match.by, match.confidence)
        for match in matches
        if (pair := (place.get(match.one, -1), place.get(match.other, -1))) and min(pair) >= 0
    )
    return Statement(own, joins, find_origin(own), list_origins(own), list_findings(own, joins))


def _sort_key(member: Member) -> tuple[date, str, int]:
    """Return what orders members: by date, those of unknown date last, then as they stand."""
    return member.carrier.date or date.max, member.carrier.source, member.content[0].start
