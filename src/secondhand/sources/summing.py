"""Who is heard in many articles: sums that need no article twice, nor all of them at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from secondhand.article import Article
from secondhand.claim import UNKNOWN, Analysis
from secondhand.sources.counting import Sources, count_sources, merge_sources
from secondhand.sources.voices import Voice

BATCH = 200
"""articles summed up before they are added to all others"""


@dataclass(frozen=True, slots=True)
class Archive:
    """What an archive of analyses comes to."""

    articles: int
    whole: Sources
    """all of it, without the ways the claims took"""
    outlets: dict[str, Counter[Voice]] = field(default_factory=dict)
    """words by where they come from, of each publisher; who has most words first"""
    relays: Counter[str] = field(default_factory=Counter)
    """claims by who passed them on to the publisher"""
    months: dict[str, Counter[Voice]] = field(default_factory=dict)
    """the same words by the month they were published in, like "2025-02", in order"""


def sum_archive(analyses: Iterable[tuple[Article, Analysis]]) -> Archive:
    """Return what ``analyses`` come to; each is asked for once and not kept."""
    articles, total, waiting = 0, Sources(), list[Sources]()
    outlets: defaultdict[str, Counter[Voice]] = defaultdict(Counter)
    months: defaultdict[str, Counter[Voice]] = defaultdict(Counter)
    relays: Counter[str] = Counter()
    for article, found in analyses:
        articles += 1
        one = count_sources(article, found.claims, found.speakers)
        outlets[article.publisher or UNKNOWN].update(one.voices)
        months[article.date.isoformat()[:7] if article.date else UNKNOWN].update(one.voices)
        relays.update(name for claim in found.claims for name in {link.name for link in claim.chain[1:-1]})
        waiting.append(Sources(one.voices, (), one.speakers))
        if len(waiting) == BATCH:
            total, waiting = merge_sources([total, *waiting]), []
    largest = sorted(outlets, key=lambda name: -outlets[name].total())
    return Archive(
        articles,
        merge_sources([total, *waiting]),
        {name: outlets[name] for name in largest},
        relays,
        {month: months[month] for month in sorted(months)},
    )
