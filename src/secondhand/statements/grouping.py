"""Matches → groups: members that say the same, most of them likely to the most of the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondhand.statements.comparing import LEAST
from secondhand.statements.joining import Match, squash
from secondhand.statements.statement import Member

TOGETHER = 0.7
"""share of the least likelihood that all pairs of a group have on average"""


def group_members(members: Sequence[Member], matches: Iterable[Match]) -> list[list[int]]:
    """Return groups of places in ``members`` that say the same, of two at least (average linkage).

    The likeliest are joined first. Pairs of one article do not count: one article may say it twice.
    """
    matches = sorted(matches, key=lambda match: -match.score)
    known = {(min(m.one, m.other), max(m.one, m.other)): squash(m.score) for m in matches}
    groups: dict[int, list[int]] = {}
    of: dict[int, int] = {}
    for match in matches:
        mine, theirs = (of.setdefault(at, at) for at in (match.one, match.other))
        one, other = groups.setdefault(mine, [mine]), groups.setdefault(theirs, [theirs])
        if mine != theirs and _average(members, one, other, known) >= TOGETHER * squash(LEAST):
            one.extend(groups.pop(theirs))
            of.update(dict.fromkeys(one, mine))
    return [group for group in groups.values() if len(group) > 1]


def _average(
    members: Sequence[Member], one: list[int], other: list[int], known: dict[tuple[int, int], float]
) -> float:
    """Return how likely the members of two groups are the same, on average."""
    pairs = [
        known.get((min(a, b), max(a, b)), 0.0)
        for a in one
        for b in other
        if members[a].carrier != members[b].carrier
    ]
    return sum(pairs) / len(pairs)
