"""Which blocks of a page are its article: what trafilatura found, more of its make, and what is between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.choice import MOST_LINKED, Choice
from secondhand.ingest.formats.page.clearing import RULES
from secondhand.ingest.formats.page.facts import PageFacts
from secondhand.ingest.formats.page.gates import GATE, find_gate
from secondhand.ingest.formats.page.kinds import is_post
from secondhand.ingest.formats.page.leading import is_teaser, leads_off
from secondhand.ingest.formats.page.places import (
    find_container,
    find_stories,
    find_story,
    is_alike,
    read_make,
    sets_apart,
    walk_around,
)
from secondhand.ingest.formats.page.standfirst import find_standfirst
from secondhand.ingest.formats.page.words import FEWEST, SENTENCE

_LONG: Final = 8
"""words from which on a paragraph that is all link is told, not a link to elsewhere"""
_FEWEST_TIMES: Final = 3
"""times within the text from which on they are those of its parts"""
_MOST_TIME_WORDS: Final = 6
_FEWEST_FRONTS: Final = 3
"""articles that a front page tells of at least"""
_MOST_LEVELS: Final = 2
"""headings that may stand one right below the other: of a part, and of a part of that"""
_FEWEST_LINKED: Final = 4
"""words of a line that leads to an article"""
_STORY: Final = re.compile(r"/(?:19|20)\d\d/\d\d?/|[/-]\d{5,}|(?:[a-z0-9]+-){4}[a-z0-9]+")
"""the address of an article: with a day, a number or a headline in it"""
_BEFORE: Final = 14
"""blocks before the first that was found among which there may be more of the text"""
_AFTER: Final = 4
"""blocks after the last of the article within which a post is one it shows"""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A block that was left out of an article."""

    block: Block
    """the block"""
    reason: str
    """why, in a few words"""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The article of a page."""

    blocks: tuple[Block, ...]
    """its blocks, in reading order"""
    kinds: dict[int, str]
    """the kind of a block by its number, where the page tells another than its element"""
    dropped: tuple[Dropped, ...]
    """what was found and left out again"""
    fronts: int = 0
    """how many articles it tells of, where it is a front page"""
    cut: bool = False
    """whether it ends at a gate"""


def choose_blocks(blocks: list[Block], found: set[int], facts: PageFacts) -> Chosen:
    """Return those of ``blocks`` that are the article.

    ``found`` are the numbers of those that trafilatura found; ``facts`` is what the page says of itself.
    """
    numbers = sorted(number for number in found if number < len(blocks))
    if not numbers:
        return Chosen((), {}, ())
    rows = set(numbers) | _find_more(blocks, numbers)
    if fronts := _count_fronts([blocks[number] for number in sorted(rows)], blocks, facts):
        return Chosen((), {}, (), fronts)
    standfirst = find_standfirst(blocks, rows, facts)
    kinds = dict.fromkeys(standfirst, "standfirst")
    rows |= standfirst
    times = _find_times(blocks, rows)
    kinds |= dict.fromkeys(times, "time")
    posts = _find_posts(blocks, rows)
    kinds |= dict.fromkeys(posts, "post")
    rows |= times | posts | _find_headings(blocks, rows | times)
    choice = Choice([blocks[number] for number in sorted(rows)], blocks, facts, kinds)
    dropped: list[Dropped] = []
    for reason, rule in RULES:
        gone = {block.number for block in rule(choice)} - (
            kinds.keys() if reason != "said already" else set()
        )
        dropped += [Dropped(block, reason) for block in choice.blocks if block.number in gone]
        choice.blocks = [block for block in choice.blocks if block.number not in gone]
    gate = find_gate(choice)
    dropped += [Dropped(block, GATE) for block in gate]
    text = tuple(block for block in choice.blocks if block not in gate)
    return Chosen(text, kinds, tuple(dropped), cut=bool(gate))


def _count_fronts(found: list[Block], page: list[Block], facts: PageFacts) -> int:
    """Return how many articles a front page tells of in what was ``found``; 0 where ``facts`` are of one."""
    told = [block for block in found if is_told(block)]
    fronts = [
        block
        for block in told
        if is_teaser(page, block, facts.title) or (facts.site and _is_below_link(page, block))
    ]
    words = sum(block.count for block in told)
    most = 2 * sum(block.count for block in fronts) > words
    return len(fronts) if len(fronts) >= _FEWEST_FRONTS and most else 0


def _is_below_link(page: list[Block], block: Block) -> bool:
    """Return whether the line right above ``block`` is several words that link to an article."""
    above = page[block.number - 1] if block.number else block
    if above.linked < 1 or above.is_heading or above.count < _FEWEST_LINKED:
        return False
    return any(_STORY.search(url) and "#" not in url for _, url in above.pieces)


def is_told(block: Block) -> bool:
    """Return whether ``block`` is more than a label or a link to elsewhere."""
    words = block.count
    if words < FEWEST or block.is_heading:
        return False
    return block.linked < MOST_LINKED or (words >= _LONG and bool(SENTENCE.search(block.words)))


def _find_more(blocks: list[Block], numbers: list[int]) -> set[int]:
    """Return the numbers of more blocks that stand where the found ones stand, or in their like."""
    told = [blocks[number] for number in numbers if is_told(blocks[number])]
    places = {find_container(block.element) for block in told}
    makes: dict[tuple[str, str, str], set[frozenset[str]]] = {}
    for place in places:
        makes.setdefault(read_make(place), set()).add(_read_classes(place))
    stories = find_stories(block.element for block in told)
    held = {one for block in told for one in walk_around(block.element)}
    found = set(numbers)
    return {
        block.number
        for block in blocks[max(0, numbers[0] - _BEFORE) :]
        if block.number not in found and is_told(block)
        if block.number > numbers[0] or SENTENCE.search(block.words)
        if (container := find_container(block.element)) in places
        or (find_story(block.element) in stories and _has_like(container, makes))
        if not _is_apart(block, held)
    }


def _read_classes(element: Any) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())


def _has_like(container: Any, makes: dict[tuple[str, str, str], set[frozenset[str]]]) -> bool:
    """Return whether one of ``makes``, tags and classes of places of the text, is that of ``container``."""
    classes = _read_classes(container)
    return any(is_alike(classes, other) for other in makes.get(read_make(container), ()))


def _find_times(blocks: list[Block], rows: set[int]) -> set[int]:
    """Return the numbers of times within the text, as they stand over the parts of a live blog."""
    first, last = min(rows), max(rows)
    before = max(0, first - 2)
    stories = find_stories(blocks[number].element for number in rows)
    times = {
        block.number
        for block in blocks[before : last + 1]
        if _is_time(block) and find_story(block.element) in stories
        if rows.intersection(range(block.number + 1, block.number + 4))
    }
    return times if len(times) >= _FEWEST_TIMES else set()


def _find_posts(blocks: list[Block], rows: set[int]) -> set[int]:
    """Return the numbers of posts of somebody's that the article shows between its paragraphs."""
    stories = find_stories(blocks[number].element for number in rows)
    return {
        block.number
        for block in blocks[min(rows) : max(rows) + _AFTER]
        if block.linked < MOST_LINKED and is_post(block) and find_story(block.element) in stories
    }


def _is_time(block: Block) -> bool:
    """Return whether ``block`` is but a time of day, or is called one."""
    words = block.words
    if len(words.split()) > _MOST_TIME_WORDS or not re.search(r"\d", words):
        return False
    if any(url and "#" not in url for _, url in block.pieces):
        return False
    if not re.search(r"\b[012]?\d[:.h][0-5]\d\b", words):
        return False
    return bool(re.fullmatch(r"[\W\d]+(?:\w{1,4}\.?\s?){0,3}", words)) or block.element.tag == "time"


def _find_headings(blocks: list[Block], rows: set[int]) -> set[int]:
    """Return the numbers of headings between blocks of the article, right before one of them."""
    ordered = sorted(rows)
    stories = find_stories(blocks[number].element for number in ordered)
    places = {find_container(blocks[number].element) for number in ordered}
    held = {one for number in ordered for one in walk_around(blocks[number].element)}
    found = set()
    for before, after in pairwise(ordered):
        for heading in reversed(blocks[max(before + 1, after - _MOST_LEVELS) : after]):
            if not heading.is_heading or heading.element.tag == "h1" or leads_off(heading):
                break
            near = find_story(heading.element) in stories or find_container(heading.element) in places
            if not near or _is_apart(heading, held):
                break
            found.add(heading.number)
    return found


def _is_apart(block: Block, held: set[Any]) -> bool:
    """Return whether ``block`` lies in what a page sets apart, and what holds none of the article."""
    # What a heading is called itself says how it looks.
    own = block.element if block.is_heading else None
    around = (one for one in walk_around(block.element) if one not in held and one is not own)
    return any(sets_apart(one) or one.tag in {"figure", "table"} for one in around)
