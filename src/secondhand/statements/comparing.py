"""Two members → how likely they are the same statement, by their words, and who says them.

A word counts the less, the more sentences of the two articles have it: what both are about tells nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from secondhand.quotations import find_outermost
from secondhand.statements.people import compare_people
from secondhand.statements.statement import JoinedBy, Member
from secondhand.statements.stems import COMMON, is_denying, list_stems

WEIGHTS = (1.19, 3.15, 1.80, 4.85, 2.26, 1.84, -0.72, -0.76)
"""what each of ``list_features`` counts"""
BIAS = -5.74
"""fitted with the weights by logistic regression on eight events that three papers tell, each weight bound
to the sign that its feature must have"""
LEAST = -1.65
"""log-odds from which two members are taken for the same"""
LITERAL = 4
"""stems in a row, in both, by which a quotation is known"""

_MOST_SHARED = 8.0
_FEWEST_SENTENCES = 30
"""of two articles; of fewer nothing could be told"""
_LEAST_WEIGHT = 0.5
"""what a sentence weighs at least: "They did." is in everything"""


@dataclass(frozen=True, slots=True)
class ReadMember:
    """A member, and what is compared of it."""

    member: Member
    stems: tuple[str, ...]
    """in order"""
    about: frozenset[str]
    """those that tell what it is about"""
    whole: frozenset[str]
    """the same with what claims inside it say, which are members of their own"""
    quoted: frozenset[str]
    """those of them that stand between quotation marks, where others do not"""
    denies: bool


def read_member(member: Member) -> ReadMember:
    """Return ``member`` with what is compared of it."""
    stems = list_stems(member.own)
    denies = member.commitment == "denied" or is_denying(stems)
    whole = frozenset(list_stems(member.text)) - COMMON
    return ReadMember(member, stems, frozenset(stems) - COMMON, whole, _list_quoted(member), denies)


def _list_quoted(member: Member) -> frozenset[str]:
    if member.kind == "direct":
        return frozenset()
    text = member.text
    marked = find_outermost(text, [(0, len(text))])
    return frozenset(stem for part in marked for stem in list_stems(text[part.start : part.end])) - COMMON


def count_stems(readings: Iterable[ReadMember]) -> Counter[str]:
    """Return in how many of the ``readings`` of one article each stem is."""
    return Counter(stem for reading in readings for stem in reading.about)


class Rarity:
    """How much each stem tells in a comparison of two articles: 0 … 1 (Spärck Jones, 1972)."""

    def __init__(self, one: Counter[str], other: Counter[str], sentences: int) -> None:
        """Take the counts of two articles that have so many ``sentences`` together."""
        total = max(sentences, _FEWEST_SENTENCES) + 1
        scale = math.log(total)
        both = one + other
        self._weights = {stem: math.log(total / (count + 0.5)) / scale for stem, count in both.items()}
        self._unseen = math.log(total / 0.5) / scale
        self._known: dict[frozenset[str], float] = {}

    def weigh(self, stems: frozenset[str]) -> float:
        """Return what ``stems`` of the two articles tell together."""
        if stems not in self._known:
            self._known[stems] = sum(self._weights.get(stem, self._unseen) for stem in stems)
        return self._known[stems]


def compare_members(one: ReadMember, other: ReadMember, rarity: Rarity) -> float:
    """Return how likely two members of two articles are the same, in log-odds."""
    features = list_features(one, other, rarity)
    return BIAS + sum(weight * value for weight, value in zip(WEIGHTS, features, strict=True))


def tell_joined_by(one: ReadMember, other: ReadMember) -> JoinedBy:
    """Return by what two members are the same: by their words where both quote some of the same in a row."""
    quoting = "indirect" not in {one.member.kind, other.member.kind}
    literal = quoting and _measure_run(one.stems, other.stems) >= LITERAL
    return "the same words" if literal else "the same meaning"


def list_features(one: ReadMember, other: ReadMember, rarity: Rarity) -> tuple[float, ...]:
    """Return what tells whether two members say the same.

    What their own words share, and what all their words do, as ``_list_shared``; what part of half a
    quotation the other has; whether the speakers are one; whether only one denies; and whether both are
    quotations.
    """
    return (
        *_list_shared(one.about, other.about, rarity),
        *_list_shared(one.whole, other.whole, rarity),
        _find_quoted_part(one, other, rarity),
        float(compare_people(one.member.speaker, other.member.speaker) == "yes"),
        float(one.denies != other.denies),
        float(one.member.kind == "direct" == other.member.kind),
    )


def _list_shared(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> tuple[float, float]:
    """Return what part of the shorter is shared, and how much that is: each 0 … 1."""
    shared = rarity.weigh(one & other)
    shorter = max(_LEAST_WEIGHT, min(rarity.weigh(one), rarity.weigh(other)))
    return shared / shorter, min(shared, _MOST_SHARED) / _MOST_SHARED


def _find_quoted_part(one: ReadMember, other: ReadMember, rarity: Rarity) -> float:
    """Return what part of the words that one has in quotation marks the other has, too: 0 … 1."""
    parts = (
        rarity.weigh(mine.quoted & theirs.about) / max(_LEAST_WEIGHT, rarity.weigh(mine.quoted))
        for mine, theirs in ((one, other), (other, one))
        if mine.quoted
    )
    return max(parts, default=0.0)


def _measure_run(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return the length of the longest row of stems that both have."""
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
