"""A text that trafilatura passes over, as it does where a page gives it an unlucky name."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.choosing import is_told
from secondhand.ingest.formats.page.facts import PageFacts
from secondhand.ingest.formats.page.places import find_container, sets_apart, walk_around
from secondhand.ingest.formats.page.words import fold, holds_sentence

_LITTLE: Final = 60
"""words up to which what was found may be but what stands beside a text"""
_FULLER: Final = 3
"""how many times as many words a box below the headline must hold to be that text"""
_MOSTLY: Final = 0.6
"""share of the words in what is around a box from which on that box holds the text"""
_REACH: Final = 14
"""blocks after the headline within which the text begins"""


def rescue_text(blocks: list[Block], found: set[int], facts: PageFacts) -> set[int]:
    """Return the numbers ``found``, or those of the box below the headline if that holds far more."""
    had = _count_words([block for block in blocks if block.number in found and is_told(block)])
    if had >= _LITTLE:
        return found
    told = [
        block for block in blocks if is_told(block) and holds_sentence(block.words) and not _is_apart(block)
    ]
    missed = _find_fullest(told)
    words = _count_words(missed)
    if words < max(_LITTLE, _FULLER * had) or not _is_headed(blocks, missed[0].number, facts):
        return found
    return {block.number for block in missed}


def _find_fullest(told: list[Block]) -> list[Block]:
    """Return those of the blocks ``told`` in the box that holds most of them, or in the boxes around it."""
    inner: defaultdict[Any, list[Block]] = defaultdict(list)
    outer: defaultdict[Any, list[Block]] = defaultdict(list)
    for block in told:
        place = find_container(block.element)
        inner[place].append(block)
        outer[place if place is None else place.getparent()].append(block)
    box, boxes = (max(held.values(), key=_count_words, default=[]) for held in (inner, outer))
    return box if _count_words(box) >= _MOSTLY * _count_words(boxes) else boxes


def _count_words(blocks: list[Block]) -> int:
    """Return how many words ``blocks`` have."""
    return sum(block.count for block in blocks)


def _is_apart(block: Block) -> bool:
    """Return whether ``block`` lies in what a page sets apart."""
    return any(map(sets_apart, walk_around(block.element)))


def _is_headed(blocks: list[Block], first: int, facts: PageFacts) -> bool:
    """Return whether the headline stands right before the block with the number ``first``."""
    title = fold(facts.title or "")
    before = blocks[max(0, first - _REACH) : first]
    return any(block.element.tag == "h1" or block.folded == title for block in before)
