"""Members of several articles → which of them say the same, and how likely."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secondhand.statements.comparing import (
    LEAST,
    Rarity,
    ReadMember,
    compare_members,
    count_stems,
    read_member,
    tell_joined_by,
)
from secondhand.statements.pairing import pair_by_stems, pair_carriers
from secondhand.statements.statement import Carrier, JoinedBy, Member

BESIDE_BEST = 0.8
"""share of the likelihood of the best match in the same article that any other needs"""
SLOPE, OFFSET = 1.25, 0.86
"""how the confidence follows from the log-odds, fitted on joins that passed all that"""


@dataclass(frozen=True, slots=True)
class Match:
    """Two members, by their places in a list, that are likely the same."""

    one: int
    other: int
    score: float
    """log-odds"""
    by: JoinedBy

    @property
    def confidence(self) -> float:
        """How likely they are the same, 0 … 1."""
        return squash(SLOPE * self.score + OFFSET)


def squash(score: float) -> float:
    """Return the probability of log-odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def match_members(members: Sequence[Member]) -> list[Match]:
    """Return which of ``members`` of different articles say the same."""
    placed: defaultdict[Carrier, list[int]] = defaultdict(list)
    for at, member in enumerate(members):
        placed[member.carrier].append(at)
    readings = [read_member(member) for member in members]
    found: list[Match] = []
    about = {c: frozenset().union(*(readings[at].about for at in places)) for c, places in placed.items()}
    for one, other in pair_carriers(about):
        found.extend(_match_articles(readings, placed[one], placed[other]))
    return found


def match_articles(one: Sequence[ReadMember], other: Sequence[ReadMember]) -> Iterator[Match]:
    """Yield which members of two articles say the same; places count on from those of the first."""
    both = (*one, *other)
    return _match_articles(both, range(len(one)), range(len(one), len(both)))


def _match_articles(
    readings: Sequence[ReadMember], one: Sequence[int], other: Sequence[int]
) -> Iterator[Match]:
    mine, theirs = [readings[at] for at in one], [readings[at] for at in other]
    rarity = Rarity(count_stems(mine), count_stems(theirs), len(mine) + len(theirs))
    found: list[Match] = []
    for at, there in pair_by_stems([r.about for r in mine], [r.about for r in theirs]):
        score = compare_members(mine[at], theirs[there], rarity)
        if score >= LEAST:
            found.append(Match(one[at], other[there], score, tell_joined_by(mine[at], theirs[there])))
    return _drop_second_best(found)


def _drop_second_best(found: Iterable[Match]) -> Iterator[Match]:
    """Yield what is about as likely as the best that either member has in the other article."""
    found = tuple(found)
    best: defaultdict[int, float] = defaultdict(float)
    for match in found:
        for at in (match.one, match.other):
            best[at] = max(best[at], squash(match.score))
    for match in found:
        if squash(match.score) >= BESIDE_BEST * min(best[match.one], best[match.other]):
            yield match
