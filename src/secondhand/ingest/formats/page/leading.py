"""What of a page leads away from its article: links to elsewhere and what is told of other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile, takewhile
from typing import Any, Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.choice import EMPHASIS, MOST_LINKED, Choice
from secondhand.ingest.formats.page.places import find_container, walk_around
from secondhand.ingest.formats.page.words import SENTENCE

_LONG: Final = 8
"""words from which on a paragraph that is all link is told, not a link to elsewhere"""
_SHORT_LABEL: Final = 2
"""words up to which what stands before a link is its label"""


def find_links(choice: Choice) -> Iterator[Block]:
    """Yield paragraphs, items and headings that are but a link to elsewhere."""
    lists: dict[Any, bool] = {}
    for block in choice.blocks:
        if (
            choice.kinds.get(block.number)
            or next(block.element.iterancestors("blockquote"), None) is not None
        ):
            continue
        if _leads_away(block) or _is_pointer(block) or _is_linked_list(block, lists):
            yield block


def leads_off(block: Block) -> bool:
    """Return whether ``block`` has a link to elsewhere than a place on its own page."""
    return any(url and not url.startswith("#") for _, url in block.pieces)


def _leads_away(block: Block) -> bool:
    """Return whether ``block`` is all link and no sentence, or part of a link around several blocks."""
    if block.linked < MOST_LINKED or (block.is_heading and not leads_off(block)):
        return False
    told = block.count >= _LONG and bool(SENTENCE.search(block.words))
    around = next(iter(block.element.iterancestors("a")), None)
    return (
        not told
        or block.is_heading
        or (around is not None and len(around.xpath(".//*[self::p or self::div]")) > 1)
    )


def _is_pointer(block: Block) -> bool:
    """Return whether ``block`` is a link with a label before it: "Read more: …"."""
    texts = [(text.strip(), url) for text, url in block.pieces if text.strip()]
    label = " ".join(text for text, _ in takewhile(lambda piece: not piece[1], texts))
    if not label or not any(url for _, url in texts) or label == block.words:
        return False
    linked = [*dropwhile(lambda piece: not piece[1], texts)]
    if not all(url for _, url in linked):
        return False
    words = len(re.findall(r"\w+", label))
    first = next(iter(block.element), None)
    bold = first is not None and first.tag in EMPHASIS and not (block.element.text or "").strip()
    ends = label.endswith((":", "|", "：")) or not SENTENCE.search(block.words)
    return ends and (words <= _SHORT_LABEL or (words <= 2 * _SHORT_LABEL and (bold or label.isupper())))


def _is_linked_list(block: Block, known: dict[Any, bool]) -> bool:
    """Return whether ``block`` is an item of a list of nothing but links; ``known`` are the lists seen."""
    item = next((one for one in [*walk_around(block.element)][:3] if one.tag == "li"), None)
    if item is None or block.linked < MOST_LINKED or item.getparent() is None:
        return False
    around = item.getparent()
    if around not in known:
        known[around] = all(_share_linked(one) >= MOST_LINKED for one in around.findall("li"))
    return known[around]


def _share_linked(element: Any) -> float:
    """Return the share of the characters in ``element`` that are linked."""
    total = len("".join(element.itertext()).strip())
    return sum(len("".join(link.itertext()).strip()) for link in element.iter("a")) / total if total else 1.0


def find_teasers(choice: Choice) -> Iterator[Block]:
    """Yield paragraphs under a heading that leads to another article, where that is not in the text."""
    for block in choice.blocks:
        if (
            not block.is_heading
            and is_teaser(choice.page, block)
            and find_container(block.element) is not choice.home
        ):
            yield block


def is_teaser(page: list[Block], block: Block) -> bool:
    """Return whether ``block`` tells of another article: the heading before it is a link to that."""
    before = next(
        (one for one in reversed(page[max(0, block.number - 3) : block.number]) if one.is_heading), None
    )
    if before is None or before.linked < MOST_LINKED or before.element.tag == "h1":
        return False
    return not all(url.startswith("#") or "/#" in url for _, url in before.pieces if url)
