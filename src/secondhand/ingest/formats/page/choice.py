"""The blocks of a page that are taken for its article so far, and what rules ask about them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.facts import PageFacts
from secondhand.ingest.formats.page.places import find_container, read_names, walk_around
from secondhand.ingest.formats.page.words import FEWEST, SENTENCE

MOST_LINKED: Final = 0.8
"""share of its characters from which on a block is but a link"""
EMPHASIS: Final = frozenset(["b", "strong", "em", "i", "u"])
"""elements that make words bold or italic"""
_LEAD: Final = 20
"""words from which on what ends in a colon is a paragraph of the text"""
_DIALOGS: Final = frozenset(["alertdialog", "dialog"])
"""what pages show over their text"""
_PART: Final = 0.4
"""share of the words of an article below which a place on its page may be set apart"""
_COMMENTS_PART: Final = 0.9
"""the same of comments, which may be longer than the article"""


@dataclass
class Choice:
    """The blocks that are taken for the article so far."""

    blocks: list[Block]
    """those, in reading order"""
    page: list[Block]
    """all of the page"""
    facts: PageFacts
    """what the page says of itself"""
    kinds: dict[int, str]
    """what blocks are, by their number, where that is known"""

    @cached_property
    def weight(self) -> Counter[Any]:
        """How many words of the first choice lie in elements of each make: of one tag and the same names.

        Each box without a name is a make of its own.
        """
        held: Counter[Any] = Counter()
        makes: dict[Any, Any] = {}
        for block in self.blocks:
            around = [*walk_around(block.element)]
            makes.update((one, _read_make(one)) for one in around if one not in makes)
            for make in {makes[one] for one in around}:
                held[make] += block.count
        return held

    @cached_property
    def words(self) -> int:
        """How many words the first choice had."""
        return sum(block.count for block in self.blocks)

    @cached_property
    def headings(self) -> frozenset[str]:
        """The letters and digits of each heading of the page."""
        return frozenset(block.folded for block in self.page if block.is_heading)

    @cached_property
    def home(self) -> Any:
        """The element that holds most paragraphs."""
        homes: Counter[Any] = Counter()
        for block in self.blocks:
            homes[find_container(block.element)] += block.count
        return homes.most_common(1)[0][0] if homes else None

    def is_part(self, element: Any) -> bool:
        """Return whether ``element`` and its like hold but a part of the article."""
        if element.get("role") in _DIALOGS:
            return element.find(".//h1") is None
        names = read_names(element)
        most = _COMMENTS_PART if "comment" in names else _PART
        return self.weight[_read_make(element)] < most * self.words


def _read_make(element: Any) -> Any:
    """Return what elements of the make of ``element`` have in common, or a box without a name itself."""
    names = read_names(element)
    return element if element.tag in {"div", "section"} and not names else (element.tag, names)


def is_sentence(block: Block) -> bool:
    """Return whether ``block`` is a sentence or more, or a long one that leads on to a list."""
    if SENTENCE.search(block.words):
        return block.count >= FEWEST
    return block.count >= _LEAD and block.words.endswith((":", "：")) and not block.is_heading


def is_label(block: Block) -> bool:
    """Return whether ``block`` is too short to say anything, or is but a link or a time."""
    if SENTENCE.search(block.words):
        return False
    words = block.count
    dated = words <= 12 and sum(map(str.isdigit, block.words)) >= 3
    return words < 4 or dated or block.linked >= MOST_LINKED
