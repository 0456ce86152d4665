"""Who wrote a page and when, as the lines between its headline and its text say, where its head does not."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.bylines import find_written_day, read_byline, read_written_day
from secondhand.ingest.formats.page.days import FIRST_YEAR
from secondhand.ingest.formats.page.facts import PageFacts
from secondhand.ingest.formats.page.words import SENTENCE, fold, squash

_REACH: Final = 8
"""blocks before the first sentence that are looked at"""
_MOST_WORDS: Final = 25
"""words of a line of names and days"""
_FEWEST_TITLE: Final = 4
"""words of a line above the text that is taken for the headline"""
_PARTS: Final = re.compile(r"\s*[-–—|_·•«»]")
"""what parts a headline from what a title has after it"""
_CHANGE: Final = re.compile(r"\b(?:updated|modified|changed|revised)\b", re.IGNORECASE)


def add_imprint(facts: PageFacts, blocks: list[Block], found: set[int]) -> PageFacts:
    """Return ``facts`` with the title, the authors and the day that the ``blocks`` before the text show.

    They are asked where the page tells no other way, or less; ``found`` are the text's blocks, by number.
    """
    facts = replace(facts, title=_find_shown(facts.title, blocks[: min(found, default=0) + 1]))
    lines = list(_find_lines(facts, blocks, found))
    authors = _choose_authors(facts.authors, next(filter(None, map(read_byline, lines)), ()))
    published = next(_find_days(lines, changed=False), None)
    changed = next(_find_days(lines, changed=True), None)
    day = published if facts.guessed and published else facts.date or published
    return replace(facts, authors=authors, date=day, changed=None if day else (facts.changed or changed))


def _choose_authors(told: tuple[str, ...], shown: tuple[str, ...]) -> tuple[str, ...]:
    """Return the authors a page has ``told``, or those in its byline where they are among several more.

    One more may be the outlet.
    """
    more = len(shown) > len(told) + 1 and {*map(squash, told)} <= {*map(squash, shown)}
    return shown if more or not told else told


def _find_shown(title: str | None, blocks: list[Block]) -> str | None:
    """Return ``title`` without what stands after a dash or line in it, where ``blocks`` show it so."""
    if not title or any(block.words == title for block in blocks):
        return title
    shown = (
        block.words
        for block in reversed(blocks)
        if block.count >= _FEWEST_TITLE and title.startswith(block.words)
    )
    return next((words for words in shown if _PARTS.match(title, len(words))), title)


def _find_lines(facts: PageFacts, blocks: list[Block], found: set[int]) -> Iterator[str]:
    """Yield the lines after the headline and before the first sentence of the text."""
    told = (block.number for block in blocks if block.number in found and _is_told(block))
    first = next(told, 0)
    title = fold(facts.title or "")
    before = blocks[max(0, first - _REACH) : first]
    lines = [(line, one) for one in before for line in one.lines]
    heads = [at for at, (line, _) in enumerate(lines) if title and fold(line) == title]
    heads = heads or [at for at, (_, one) in enumerate(lines) if one.element.tag == "h1"]
    if not heads:
        return
    # Old pages have it all in one paragraph, the day above the headline.
    whole = lines[heads[-1]][1]
    if heads[-1] and read_written_day(lines[heads[-1] - 1][0]):
        yield lines[heads[-1] - 1][0]
    for at, (line, block) in enumerate(lines):
        near = at > heads[-1] or (at < heads[-1] and block is whole)
        if near and block.count <= _MOST_WORDS and not block.is_heading:
            yield line


def _is_told(block: Block) -> bool:
    """Return whether ``block`` is a sentence of the text."""
    return bool(SENTENCE.search(block.words)) and not block.is_heading and not read_byline(block.words)


def _find_days(lines: Iterable[str], *, changed: bool) -> Iterator[datetime.date]:
    """Yield the days that ``lines`` tell: of a change, or of publication."""
    for line in lines:
        day = find_written_day(line)
        if day and day.year >= FIRST_YEAR and bool(_CHANGE.search(line)) is changed:
            yield day
