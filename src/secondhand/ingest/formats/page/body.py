"""The text of an article as the head of its page gives it, for pages that show less."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import lxml.html

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.facts import PageFacts
from secondhand.ingest.formats.page.words import SENTENCE, count_words, fold

_FULLER: Final = 1.5
"""how many times as long as what the page shows its head's text is to be taken"""
_FEWEST: Final = 40
"""words such a text has at least"""
_SHARE: Final = 0.5
"""share of what the page shows that such a text holds"""
_BEGINNING: Final = 150
"""words up to which a page for those who pay has but the beginning of its text"""
_TAG: Final = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote)\b[^>]*>", re.IGNORECASE)


def take_body(body: str | None, shown: Iterable[Block]) -> list[str]:
    """Return the paragraphs of ``body`` where it is the article and much longer than what is ``shown``.

    Otherwise return none.
    """
    if not body:
        return []
    paragraphs = split_body(body)
    words = sum(map(count_words, paragraphs))
    if words < _FEWEST or not any(map(SENTENCE.search, paragraphs)):
        return []
    told, held, folded = 0, 0, fold(" ".join(paragraphs))
    for block in shown:
        count = block.count
        told += count
        held += count if block.folded in folded else 0
    return paragraphs if words >= _FULLER * told and held >= _SHARE * told else []


def is_incomplete(text: str, facts: PageFacts) -> bool:
    """Return whether a page of which ``text`` is read has more, by the ``facts`` it tells.

    It has where its head tells a much longer text, or tells that the rest is for those who pay.
    """
    shown = count_words(text)
    # Of scripts without blanks some pages count the letters.
    length = facts.length if shown < 2 * len(text.split()) else None
    told = length or sum(map(count_words, split_body(facts.body or "")))
    return told > _FULLER * shown if told else facts.locked and shown < _BEGINNING


def split_body(body: str) -> list[str]:
    """Return the paragraphs of ``body``, its markup taken out."""
    parts = _TAG.split(body) if _TAG.search(body) else body.split("\n")
    bare = (_strip_tags(part) if "<" in part or "&" in part else part for part in parts)
    return [" ".join(part.split()) for part in bare if part.strip()]


def _strip_tags(part: str) -> str:
    """Return the words of ``part``, which is HTML."""
    return str(lxml.html.fragment_fromstring(f"<div>{part}</div>").text_content())
