"""Which members are worth comparing: those that share stems that few others have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from secondhand.statements.statement import Carrier

SHARED = 1
"""stems that two sentences share at least"""
COMMON_TO_ARTICLES = 4
"""stems that two articles share at least, of those that few have"""
PART = 0.2
"""of those of the article that has less of them, that are shared at least"""
FEW = 200
"""articles that have a stem by which others are still found"""
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


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two articles share so many of their stems that they may say the same."""
    return len(one & other) >= max(COMMON_TO_ARTICLES, PART * min(len(one), len(other)))


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


def pair_carriers(stems: Mapping[Carrier, frozenset[str]]) -> Iterator[tuple[Carrier, Carrier]]:
    """Yield each two articles that are near in time and share enough of their ``stems`` that few others have.

    So the pairs grow with the articles, not with their square.
    """
    where: defaultdict[str, list[Carrier]] = defaultdict(list)
    for carrier, own in stems.items():
        for stem in own:
            where[stem].append(carrier)
    telling = {c: [stem for stem in own if len(where[stem]) <= FEW] for c, own in stems.items()}
    before = {carrier: at for at, carrier in enumerate(stems)}
    for carrier, own_telling in telling.items():
        shared = Counter(other for stem in own_telling for other in where[stem])
        for other, count in sorted(shared.items(), key=lambda pair: before[pair[0]]):
            least = max(COMMON_TO_ARTICLES, PART * min(len(own_telling), len(telling[other])))
            if before[other] < before[carrier] and count >= least and are_near(other, carrier):
                yield other, carrier
