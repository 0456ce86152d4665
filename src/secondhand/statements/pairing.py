"""Which members are worth comparing: those that share stems that few others have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from secondhand.statements.statement import Carrier

SHARED = 1
"""stems that two sentences share at least"""
APART = timedelta(days=31)
"""between the days of two articles that say the same: later it is another occasion"""


def are_near(one: Carrier, other: Carrier) -> bool:
    """Return whether two articles are near enough in time to say the same; unknown dates are."""
    return one.date is None or other.date is None or abs(one.date - other.date) <= APART


def tell_days(carrier: Carrier) -> tuple[str, str]:
    """Return the first and the last day, as ISO 8601, of articles near to ``carrier``; all without one."""
    if carrier.date is None:
        return date.min.isoformat(), date.max.isoformat()
    first = max(carrier.date, date.min + APART) - APART
    last = min(carrier.date, date.max - APART) + APART
    return first.isoformat(), last.isoformat()


def pair_by_stems(
    one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]
) -> Iterator[tuple[int, int]]:
    """Yield the indices of sentences of two articles that share enough, in order."""
    where: defaultdict[str, list[int]] = defaultdict(list)
    for at, stems in enumerate(other):
        for stem in stems:
            where[stem].append(at)
    for at, stems in enumerate(one):
        shared: defaultdict[int, int] = defaultdict(int)
        for stem in stems:
            for there in where.get(stem, ()):
                shared[there] += 1
        yield from ((at, there) for there, count in sorted(shared.items()) if count >= SHARED)


def pair_carriers(carriers: Iterable[Carrier]) -> Iterator[tuple[Carrier, Carrier]]:
    """Yield each two articles that are near in time."""
    return ((one, other) for one, other in combinations(carriers, 2) if are_near(one, other))
