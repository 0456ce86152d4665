"""Who is heard in many articles: sums that need no article twice, nor all of them at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from secondhand.article import Article
from secondhand.claim import UNKNOWN, Analysis
from secondhand.sources.anonymity import NO_REASON, find_reason
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
    unnamed: dict[str, Counter[str]] = field(default_factory=dict)
    """claims of unnamed sources by the reason the text gives, of each publisher; who has most first"""


def sum_archive(analyses: Iterable[tuple[Article, Analysis]]) -> Archive:
    """Return what ``analyses`` come to; each is asked for once and not kept."""
    articles, total, waiting = 0, Sources(), list[Sources]()
    outlets: defaultdict[str, Counter[Voice]] = defaultdict(Counter)
    months: defaultdict[str, Counter[Voice]] = defaultdict(Counter)
    relays: Counter[str] = Counter()
    unnamed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for article, found in analyses:
        articles += 1
        one = count_sources(article, found.claims, found.speakers)
        outlets[article.publisher or UNKNOWN].update(one.voices)
        unnamed[article.publisher or UNKNOWN].update(_list_reasons(article, found))
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
        _sort_unnamed(unnamed),
    )


def _list_reasons(article: Article, found: Analysis) -> Iterator[str]:
    """Yield for each claim of an unnamed source why it is not named."""
    unnamed = {speaker.id for speaker in found.speakers if speaker.type == "anonymous"}
    for claim in found.claims:
        if claim.speaker in unnamed:
            yield find_reason(article, claim) or NO_REASON


def _sort_unnamed(unnamed: Mapping[str, Counter[str]]) -> dict[str, Counter[str]]:
    most = sorted(unnamed, key=lambda name: -unnamed[name].total())
    return {name: unnamed[name] for name in most if unnamed[name]}
