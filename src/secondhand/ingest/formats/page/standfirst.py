"""The standfirst of a page: what stands under its headline and tells the article in short."""

from __future__ import annotations

import re
from typing import Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.bylines import find_written_day, read_byline
from secondhand.ingest.formats.page.captions import is_caption
from secondhand.ingest.formats.page.choice import MOST_LINKED, is_label, is_sentence
from secondhand.ingest.formats.page.facts import PageFacts
from secondhand.ingest.formats.page.places import read_names, walk_around
from secondhand.ingest.formats.page.words import FEWEST, fold

_STANDFIRST: Final = re.compile(
    r"(?:^|[\s_-])(?:(?:post-|article-|page-)?(?:dek|deck|excerpt|intro|lead|lede|standfirst|strapline|summary|"
    r"sub-?head\w*|sub-?title\w*|teaser)|sf|storytitle-deck)(?:$|[\s_-])"
)
_REACH: Final = 14
"""blocks before the first of the article within which its standfirst is looked for"""


def find_standfirst(blocks: list[Block], rows: set[int], facts: PageFacts) -> set[int]:
    """Return the number of the block that tells the article in short, if there is one.

    It is known by what the page's head says in description, by what its element is called, or by where it
    stands; ``rows`` are the numbers of those that are the article so far.
    """
    first = next((number for number in sorted(rows) if is_sentence(blocks[number])), min(rows))
    return _find_told(blocks, first, facts) or _find_below_headline(blocks, rows, facts)


def _find_told(blocks: list[Block], first: int, facts: PageFacts) -> set[int]:
    """Return the number of the one that the page's head has as its description, or that is called so."""
    for block in blocks[max(0, first - _REACH) : first + 2]:
        words = block.folded
        after = max(first, block.number + 1)
        lead = " ".join(one.folded for one in blocks[after : after + 3])
        if block.count < FEWEST - 1 or block.linked > MOST_LINKED / 2 or words in lead:
            continue
        if find_written_day(block.words) and not is_sentence(block):
            continue
        if words == fold(facts.title or "") or not _is_under_headline(blocks, block, facts):
            continue
        told = any(words == one or (len(words) > 40 and one.startswith(words)) for one in facts.descriptions)
        called = any(_STANDFIRST.search(read_names(one)) for one in [*walk_around(block.element)][:2])
        above = any(one.folded == fold(facts.title or "") for one in blocks[block.number : first])
        if told or (called and not above):
            return {block.number}
    return set()


def _find_below_headline(blocks: list[Block], rows: set[int], facts: PageFacts) -> set[int]:
    """Return the number of the one right below the headline, where names or a day part it from the text.

    A heading needs no names below it, but no text right below it either.
    """
    first, title = min(rows), fold(facts.title or "")
    before = blocks[max(0, first - _REACH) : first + 1]
    marked = [one for one in before if one.element.tag == "h1"]
    named = [one for one in before if one.is_heading and title and title in one.folded]
    heads = [one for one in before if one.folded == title] or marked or named
    if not heads or heads[-1].number + 2 >= len(blocks):
        return set()
    below, after = blocks[heads[-1].number + 1 : heads[-1].number + 3]
    if below.count <= FEWEST or below.linked or _is_beside(below):
        return set()
    lead = " ".join(one.folded for one in blocks[after.number : after.number + 3])
    signed = after.folded in {fold(name) for name in facts.authors} or bool(read_byline(after.words))
    parted = signed or (is_label(after) and after.number not in rows)
    if below.is_heading and after.is_heading and after.element.tag == below.element.tag:
        return {below.number, after.number}
    headed = below.is_heading and after.number not in rows
    return {below.number} if (parted or headed) and below.folded not in lead else set()


def _is_beside(block: Block) -> bool:
    """Return whether ``block`` is a label, a caption or a byline."""
    return is_label(block) or is_caption(block) or bool(read_byline(block.words))


def _is_under_headline(blocks: list[Block], block: Block, facts: PageFacts) -> bool:
    """Return whether the headline stands before ``block``."""
    title = fold(facts.title or "")
    before = blocks[max(0, block.number - _REACH) : block.number]
    return any(one.element.tag == "h1" or one.folded == title for one in before)
