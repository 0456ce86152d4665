"""A long article in stretches, each short enough to be analysed at once, and their analyses joined.

What is found in a stretch is told of the whole article: offsets, paragraphs and ids are those of all of it,
and who is heard in several stretches is one speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

from secondhand.article import Article, Hyperlink, Paragraph
from secondhand.claim import Analysis, Claim, Link, ModelInfo, Span, Speaker
from secondhand.publication import agency_link

LENGTH = 80_000
"""characters of a stretch, about thirteen thousand words"""
BESIDE = 1_500
"""characters before and after it that are read with it: who spoke last, and where a quotation ends"""
_SENTENCE = re.compile(r"[.!?][\"”’')\]]*\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of an article, in offsets into its text."""

    lead: int
    """from where it is read"""
    start: int
    """from where claims that begin there are its own"""
    end: int
    """up to where they are"""
    tail: int
    """up to where it is read"""


def find_stretches(article: Article) -> list[Stretch]:
    """Return the stretches of ``article``, in order: most articles are one."""
    whole = len(article.text)
    cuts = [0, *_find_cuts(article), whole]
    starts, ends = [p.start for p in article.paragraphs], [p.end for p in article.paragraphs]
    found = []
    for start, end in pairwise(cuts):
        before = starts[_count_before(starts, start - BESIDE) : _count_before(starts, start - 1)]
        after = ends[_count_before(ends, end) : _count_before(ends, end + BESIDE)]
        lead = before[0] if before else max(0, start - BESIDE)
        tail = after[-1] if after else min(whole, end + BESIDE)
        found.append(Stretch(lead, start, end, tail))
    return found


def _find_cuts(article: Article) -> Iterator[int]:
    """Yield where to cut: before a paragraph, or where one never ends before a sentence or a word."""
    starts, at = [p.start for p in article.paragraphs], 0
    while starts and len(article.text) - at > LENGTH * 5 // 4:
        before = starts[max(0, _count_before(starts, at + LENGTH) - 1)]
        inside = before <= at + LENGTH // 2
        at = _find_break(article.text, at + LENGTH // 2, at + LENGTH) if inside else before
        yield at


def _count_before(sorted_offsets: list[int], offset: int) -> int:
    return bisect_right(sorted_offsets, offset)


def _find_break(text: str, start: int, end: int) -> int:
    """Return the last place between two offsets where a sentence begins, else a word, else ``end``."""
    begins = [match.end() for match in _SENTENCE.finditer(text, start, end)]
    return begins[-1] if begins else text.rfind(" ", start, end) + 1 or end


def cut_stretch(article: Article, stretch: Stretch) -> Article:
    """Return ``stretch`` as an article of its own."""
    lo, hi = stretch.lead, stretch.tail
    if (lo, hi) == (0, len(article.text)):
        return article
    return replace(
        article,
        text=article.text[lo:hi],
        paragraphs=tuple(
            Paragraph(max(p.start, lo) - lo, min(p.end, hi) - lo, p.kind)
            for p in article.paragraphs
            if p.start < hi and lo < p.end
        ),
        hyperlinks=tuple(
            Hyperlink(h.start - lo, h.end - lo, h.url)
            for h in article.hyperlinks
            if lo <= h.start and h.end <= hi
        ),
    )


def join_analyses(article: Article, parts: Iterable[tuple[Stretch, Analysis]], model: ModelInfo) -> Analysis:
    """Return the analysis of ``article`` that those of its stretches make, which come in order."""
    starts, credit = [p.start for p in article.paragraphs], agency_link(article.text, article.credit)
    claims: list[Claim] = []
    speakers: dict[tuple[str, str], Speaker] = {}
    for stretch, found in parts:
        if (stretch.start, stretch.end) == (0, len(article.text)):
            return found
        own = list(_own_claims(found, stretch))
        heard = {claim.speaker for claim in own}
        names = {
            s.id: _add_speaker(speakers, _move(s, stretch.lead)) for s in found.speakers if s.id in heard
        }
        ids = {claim.id: f"c{at}" for at, claim in enumerate(own, len(claims) + 1)}
        for claim in own:
            moved: Claim = _move(claim, stretch.lead)
            place = max(0, _count_before(starts, moved.start) - 1)
            parent, speaker = ids.get(claim.parent or ""), names.get(claim.speaker or "")
            chain = _add_credit(moved.chain, credit)
            claims.append(
                replace(moved, id=ids[claim.id], parent=parent, speaker=speaker, paragraph=place, chain=chain)
            )
    return Analysis(tuple(speakers.values()), tuple(claims), model)


def _add_credit(chain: tuple[Link, ...], credit: Link | None) -> tuple[Link, ...]:
    """Return ``chain`` with the wire credit, which mostly stands at the top only, unless it is in it."""
    if credit is None or any(link.name == credit.name for link in chain):
        return chain
    return (chain[0], credit, *chain[1:])


def _own_claims(found: Analysis, stretch: Stretch) -> Iterator[Claim]:
    """Yield the claims that begin in ``stretch``, and those inside them wherever they begin."""
    own_ids: set[str] = set()
    for claim in found.claims:
        begins = stretch.start <= claim.start + stretch.lead < stretch.end
        if claim.parent in own_ids if claim.parent else begins:
            own_ids.add(claim.id)
            yield claim


def _add_speaker(speakers: dict[tuple[str, str], Speaker], new: Speaker) -> str:
    """Add ``new`` to the speaker of that name, or as another one; return the id."""
    known = speakers.get((new.name, new.type))
    if known:
        after = tuple(span for span in new.mentions if span.start >= known.mentions[-1].end)
        new = replace(known, role=known.role or new.role, mentions=known.mentions + after)
    else:
        new = replace(new, id=f"s{len(speakers) + 1}")
    speakers[new.name, new.type] = new
    return new.id


def _move(value: Any, by: int) -> Any:
    """Return ``value`` with every span in it moved."""
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by, value.text)
    if isinstance(value, tuple):
        return tuple(_move(one, by) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _move(getattr(value, f.name), by) for f in fields(value)})
    return value
