"""What of a statement is worth a look: each a plain comparison of its members."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from secondhand.claim import Commitment
from secondhand.statements.origins import cites, is_outlet
from secondhand.statements.people import compare_people, is_named
from secondhand.statements.statement import Join, Member, StatementFinding
from secondhand.statements.stems import is_denying, list_stems

COMMITMENT_WORDS: dict[Commitment, str] = {
    "certain": "as fact",
    "probable": "as likely",
    "possible": "as possible",
    "denied": "as denied",
    "uncommitted": "without asserting it",
}
"""how a statement is told"""
SURE = 0.5
"""likelihood of a join from which two wordings are set against each other"""

_LITERAL = 6
"""words of a quotation that has to be the same to the letter"""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_AROUND = 3
"""words that are the same on either side of those that were altered"""
_BESIDE = 2
"""the same beside a "not" that only one has"""
_HEDGED: frozenset[Commitment] = frozenset({"probable", "possible"})

Finder = Callable[[Sequence[Member], Sequence[Join]], Iterator[StatementFinding]]


def list_findings(members: Sequence[Member], joins: Sequence[Join]) -> tuple[StatementFinding, ...]:
    """Return what of ``members`` of one statement, and of how they are joined, is worth a look."""
    found = (finding for find in _FINDERS for finding in find(members, joins))
    told = {(finding.kind, finding.words): finding for finding in found}
    return tuple(told.values())


def _find_unnamed(members: Sequence[Member], joins: Sequence[Join]) -> Iterator[StatementFinding]:
    outlets = {_outlet(member) for member in members}
    if len(outlets) > 1 and not any(is_named(member.speaker) for member in members):
        who = ", ".join(dict.fromkeys(member.speaker.name for member in members))
        words = f"{len(outlets)} outlets, nobody named: {who}"
        yield StatementFinding("one unnamed source behind several outlets", tuple(range(len(members))), words)


def _find_circles(members: Sequence[Member], joins: Sequence[Join]) -> Iterator[StatementFinding]:
    cited = {
        at: [there for there, other in enumerate(members) if cites(one, other)]
        for at, one in enumerate(members)
    }
    by_outlet: defaultdict[str, set[str]] = defaultdict(set)
    for at, places in cited.items():
        by_outlet[_outlet(members[at])].update(_outlet(members[there]) for there in places)
    try:
        TopologicalSorter(by_outlet).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        shown = tuple(at for at, places in cited.items() if places and _outlet(members[at]) in circle)
        words = ", ".join(f"{one} has it from {other}" for other, one in pairwise(circle))
        yield StatementFinding("outlets cite each other in a circle", shown, words)


def _find_speakers(members: Sequence[Member], joins: Sequence[Join]) -> Iterator[StatementFinding]:
    for join in _list_sure(joins):
        one, other = members[join.one].speaker, members[join.other].speaker
        relayed = any(is_outlet(who, members) for who in (one, other))
        if not relayed and is_named(one) and is_named(other) and compare_people(one, other) == "no":
            yield StatementFinding(
                "words given to different speakers", (join.one, join.other), f"{one.name} or {other.name}"
            )


def _find_hedges(members: Sequence[Member], joins: Sequence[Join]) -> Iterator[StatementFinding]:
    for join in _list_sure(joins):
        one, other = members[join.one], members[join.other]
        both = {one.commitment, other.commitment}
        if "certain" in both and both & _HEDGED:
            yield StatementFinding("a hedge dropped or added", (join.one, join.other), _contrast(one, other))


def _find_denied(members: Sequence[Member], joins: Sequence[Join]) -> Iterator[StatementFinding]:
    for join in _list_sure(joins):
        one, other = members[join.one], members[join.other]
        if (one.commitment == "denied") != (other.commitment == "denied"):
            yield StatementFinding("denied or withdrawn", (join.one, join.other), _contrast(one, other))


def _find_altered(members: Sequence[Member], joins: Sequence[Join]) -> Iterator[StatementFinding]:
    for join in _list_sure(joins):
        one, other = members[join.one], members[join.other]
        if join.by == "the same words" and one.kind == "direct" == other.kind:
            mine, theirs = list_stems(one.own), list_stems(other.own)
            if min(len(mine), len(theirs)) >= _LITERAL and _differ_inside(mine, theirs):
                words = f"“{_strip_marks(one.text)}” or “{_strip_marks(other.text)}”"
                yield StatementFinding("a quotation altered", (join.one, join.other), words)


def _find_numbers(members: Sequence[Member], joins: Sequence[Join]) -> Iterator[StatementFinding]:
    for join in _list_sure(joins):
        one, other = members[join.one], members[join.other]
        mine, theirs = (set(_NUMBER.findall(member.own)) for member in (one, other))
        if mine and theirs and not (mine <= theirs or theirs <= mine):
            words = " or ".join(", ".join(sorted(numbers)) for numbers in (mine - theirs, theirs - mine))
            yield StatementFinding("a number differs", (join.one, join.other), words)


def _find_turned(members: Sequence[Member], joins: Sequence[Join]) -> Iterator[StatementFinding]:
    for join in _list_sure(joins):
        one, other = members[join.one], members[join.other]
        if _is_turned(list_stems(one.own), list_stems(other.own)):
            words = f"“{_strip_marks(one.text)}” or “{_strip_marks(other.text)}”"
            yield StatementFinding("only one says not", (join.one, join.other), words)


_FINDERS: tuple[Finder, ...] = (
    _find_unnamed,
    _find_circles,
    _find_speakers,
    _find_hedges,
    _find_altered,
    _find_denied,
    _find_numbers,
    _find_turned,
)


def _list_sure(joins: Sequence[Join]) -> Iterator[Join]:
    return (join for join in joins if join.confidence >= SURE)


def _outlet(member: Member) -> str:
    return member.carrier.outlet or member.carrier.source


def _contrast(one: Member, other: Member) -> str:
    """Return how two members tell it: "Reuters: as possible, the Daily Star: as fact"."""
    return ", ".join(f"{_outlet(member)}: {COMMITMENT_WORDS[member.commitment]}" for member in (one, other))


def _differ_inside(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether words differ between words that are the same: a part is no alteration."""
    same = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    kept = [block for block in same if block.size >= _AROUND]
    return len(kept) > 1


def _is_turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether only one has a "not" between words that are the same: a longer part may have more."""
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    for before, (kind, a, b, c, d), after in zip(steps, steps[1:], steps[2:], strict=False):
        kept = min(before[2] - before[1], after[2] - after[1]) >= _BESIDE
        if kind != "equal" and kept and is_denying(one[a:b]) != is_denying(other[c:d]):
            return True
    return False


def _strip_marks(text: str) -> str:
    return text.strip("\"'“”‘’, ")
