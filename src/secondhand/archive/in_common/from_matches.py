"""Matches of a whole archive → statements, so many at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from secondhand.archive.in_common.article_pairs import Candidates
from secondhand.archive.in_common.reading import unpack_members
from secondhand.statements.assembly import assemble_statements
from secondhand.statements.joining import Match
from secondhand.statements.statement import JoinedBy, Statement

Place = tuple[int, int]
"""the number of an article, and which of its members"""
Found = tuple[Place, Place, float, JoinedBy]

AT_ONCE = 500
"""statements whose members are read together"""


def list_statements(candidates: Candidates, lines: Path) -> Iterator[Statement]:
    """Yield the statements that the matches in the journal ``lines`` make, in the order of articles."""
    parts = iter(_split(list(_read_matches(lines))))
    while some := list(islice(parts, AT_ONCE)):
        places = {place for part in some for one, other, *_ in part for place in (one, other)}
        packed = candidates.read_members(sorted({number for number, _ in places}))
        members = {number: unpack_members(text) for number, text in packed.items()}
        for part in some:
            order = sorted({place for one, other, *_ in part for place in (one, other)})
            at = {place: index for index, place in enumerate(order)}
            matches = [Match(at[one], at[other], score, by) for one, other, score, by in part]
            yield from assemble_statements([members[number][which] for number, which in order], matches)


def _read_matches(lines: Path) -> Iterator[Found]:
    if lines.exists():
        with lines.open("rb") as file:
            for line in file:
                for one, at, other, there, score, by in json.loads(line)["matches"]:
                    yield (one, at), (other, there), score, by


def _split(found: list[Found]) -> list[list[Found]]:
    """Return the matches in parts that have nothing to do with each other."""
    above: dict[Place, Place] = {}

    def top(place: Place) -> Place:
        while (higher := above.setdefault(place, place)) != place:
            above[place] = place = above[higher]
        return place

    for one, other, *_ in found:
        above[top(one)] = top(other)
    parts: defaultdict[Place, list[Found]] = defaultdict(list)
    for match in found:
        parts[top(match[0])].append(match)
    return list(parts.values())
