"""Two members → how likely they are the same statement, by their words, and who says them.

A word counts the less, the more sentences of the two articles have it: what both are about tells nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from secondhand.statements.people import compare_people
from secondhand.statements.statement import JoinedBy, Member
from secondhand.statements.stems import COMMON, is_denying, list_stems

WEIGHTS = (1.46, 6.67, 1.03, 2.28, -0.56, -1.25, -0.74, 0.15, -1.66)
"""what each of ``_list_features`` counts, fitted by logistic regression"""
BIAS = -4.65
LITERAL = 4
"""stems in a row, in both, by which a quotation is known"""

_MOST_SHARED, _MOST_IN_A_ROW = 8.0, 6.0


@dataclass(frozen=True, slots=True)
class ReadMember:
    """A member, and what is compared of it."""

    member: Member
    stems: tuple[str, ...]
    """in order"""
    about: frozenset[str]
    """those that tell what it is about"""
    denies: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """How two members compare."""

    score: float
    """log-odds that they are the same"""
    by: JoinedBy


def read_member(member: Member) -> ReadMember:
    """Return ``member`` with what is compared of it."""
    stems = list_stems(member.own)
    denies = member.commitment == "denied" or is_denying(stems)
    return ReadMember(member, stems, frozenset(stems) - COMMON, denies)


def count_stems(readings: Iterable[ReadMember]) -> Counter[str]:
    """Return in how many of the ``readings`` of one article each stem is."""
    return Counter(stem for reading in readings for stem in reading.about)


class Rarity:
    """How much each stem tells in a comparison of two articles: 0 … 1 (Spärck Jones, 1972)."""

    def __init__(self, one: Counter[str], other: Counter[str], sentences: int) -> None:
        """Take the counts of two articles that have so many ``sentences`` together."""
        self._one, self._other, self._sentences = one, other, sentences

    def weigh(self, stems: Iterable[str]) -> float:
        """Return what ``stems`` tell together."""
        total = self._sentences + 1
        return sum(math.log(total / (self._one[s] + self._other[s] + 0.5)) for s in stems) / math.log(total)


def compare_members(one: ReadMember, other: ReadMember, rarity: Rarity) -> Compared:
    """Return how two members of two articles compare."""
    run = _find_run(one.stems, other.stems)
    features = _list_features(one, other, rarity, run)
    score = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, features, strict=True))
    quoted = "indirect" not in {one.member.kind, other.member.kind}
    return Compared(score, "the same words" if quoted and len(run) >= LITERAL else "the same meaning")


def _list_features(
    one: ReadMember, other: ReadMember, rarity: Rarity, run: tuple[str, ...]
) -> tuple[float, ...]:
    """Return what tells: words shared, who speaks, whether one denies, and whether both are quoted."""
    shared = rarity.weigh(one.about & other.about)
    contained = shared / max(0.5, min(rarity.weigh(one.about), rarity.weigh(other.about)))
    in_a_row = min(rarity.weigh(set(run) - COMMON), _MOST_IN_A_ROW) / _MOST_IN_A_ROW
    people = compare_people(one.member.speaker, other.member.speaker)
    quoted = float(one.member.kind == "direct" == other.member.kind)
    return (
        contained,
        min(shared, _MOST_SHARED) / _MOST_SHARED,
        in_a_row,
        float(people == "yes"),
        float(people == "no"),
        float(one.denies != other.denies),
        quoted,
        quoted * contained,
        quoted * in_a_row,
    )


def _find_run(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return the longest row of stems that both have."""
    found = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[found.a : found.a + found.size]
