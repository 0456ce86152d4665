"""What of a page leads away from its article: links to elsewhere and what is told of other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile, takewhile
from typing import Any, Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.choice import EMPHASIS, MOST_LINKED, Choice
from secondhand.ingest.formats.page.places import find_container, read_dress, walk_around
from secondhand.ingest.formats.page.words import SENTENCE, fold

_LONG: Final = 8
"""words from which on a paragraph that is all link is told, not a link to elsewhere"""
_SHORT_LABEL: Final = 2
"""words up to which what stands before a link is its label"""


_PAID: Final = re.compile(r"[?&]utm_\w+=(?:paid|sponsor\w*)\b")
"""how addresses tell those they lead to that they pay for it"""
_JOIN: Final = re.compile(
    r"/(?:account|join|log-?in|newsletters?|regist(?:er|ration)|sign-?(?:in|up)|subscri(?:be|ptions?))/?(?:$|[?#.])",
    re.IGNORECASE,
)
"""where one subscribes, or signs in"""
_MOST_ASKED: Final = 40
"""words of a line that asks for that"""
_MOST_PITCH: Final = 15
"""words of a line with which an outlet leads to something of its own"""


def find_links(choice: Choice) -> Iterator[Block]:
    """Yield paragraphs, items and headings that are but a link to elsewhere."""
    lists: dict[Any, bool] = {}
    for block in choice.blocks:
        if (
            choice.kinds.get(block.number)
            or next(block.element.iterancestors("blockquote"), None) is not None
        ):
            continue
        if _introduces_links(block, choice):
            yield block
            continue
        away = _leads_away(block) or _is_pointer(block) or _is_linked_list(block, lists)
        if away or _asks_in(block, choice) or _leads_down(block, choice) or _is_pitch(block, choice):
            yield block


def _asks_in(block: Block, choice: Choice) -> bool:
    """Return whether ``block`` is a line in a box unlike others that leads to where one signs up or in."""
    urls = [url for _, url in block.pieces if url]
    box = block.element.getparent()
    if box is None or block.count > _MOST_ASKED or not urls or not all(map(_JOIN.search, urls)):
        return False
    others = (one.element.getparent() for one in choice.blocks if one is not block)
    return all(other is not None and read_dress(other) != read_dress(box) for other in others)


def _introduces_links(block: Block, choice: Choice) -> bool:
    """Return whether ``block`` is a few words with a colon before nothing but links to elsewhere."""
    if block.count > _LONG or not block.words.endswith((":", "：")):
        return False
    below = takewhile(_leads_away, choice.page[block.number + 1 : block.number + 1 + _LONG])
    return any(map(leads_off, below))


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
    linked = dropwhile(lambda piece: not piece[1], texts)
    if any(re.search(r"\w", text) for text, url in linked if not url):
        return False
    words = len(re.findall(r"\w+", label))
    first = next(iter(block.element), None)
    bold = first is not None and first.tag in EMPHASIS and not (block.element.text or "").strip()
    ends = label.endswith((":", "|", "：")) or not SENTENCE.search(block.words)
    return ends and (words <= _SHORT_LABEL or (words <= 2 * _SHORT_LABEL and (bold or label.isupper())))


def _leads_down(block: Block, choice: Choice) -> bool:
    """Return whether ``block`` is an item with a link to one of the page's own headings."""
    urls = [url for _, url in block.pieces if url]
    if not urls or not all(url.startswith("#") for url in urls) or block.element.tag != "li":
        return False
    return fold("".join(text for text, url in block.pieces if url)) in choice.headings


def _is_pitch(block: Block, choice: Choice) -> bool:
    """Return whether ``block`` names the outlet before a link, and is no sentence: "More of X in our app"."""
    outlet = fold(choice.facts.publisher or "")
    if not outlet or block.count > _MOST_PITCH or not block.linked or SENTENCE.search(block.words):
        return False
    texts = [(text, url) for text, url in block.pieces if text.strip()]
    return bool(texts[-1][1]) and outlet in fold("".join(text for text, url in texts if not url))


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
    last = max((one.number for one in choice.blocks if find_container(one.element) is choice.home), default=0)
    for block in choice.blocks:
        if block.is_heading or find_container(block.element) is choice.home:
            continue
        heading = find_teaser_heading(choice.page, block, choice.facts.title)
        if heading is None and block.number > last:
            heading = _find_link_above(block, choice)
        if heading is not None and _stands_with(block, heading, choice):
            yield block


def _find_link_above(block: Block, choice: Choice) -> Block | None:
    """Return the link right above ``block``, in a list unlike the boxes of the text, if there is one."""
    above = choice.page[block.number - 1]
    listed = any(one.tag == "li" for one in walk_around(block.element))
    like = read_dress(find_container(block.element)) == read_dress(choice.home)
    link = above.linked >= MOST_LINKED and above.count >= _SHORT_LABEL and leads_off(above)
    return above if link and listed and not like else None


def find_sponsored(choice: Choice) -> Iterator[Block]:
    """Yield what stands with a link that somebody paid for in a box unlike those of the text."""
    boxes: dict[Any, list[Block]] = {}
    for block in choice.blocks:
        boxes.setdefault(find_container(block.element), []).append(block)
    for box, blocks in boxes.items():
        if box is choice.home or not any(map(_is_paid, blocks)):
            continue
        if not any(other is not box and read_dress(other) == read_dress(box) for other in boxes):
            yield from blocks


def _is_paid(block: Block) -> bool:
    """Return whether ``block`` has a link that is marked as paid for."""
    marked = any("sponsored" in (link.get("rel") or "") for link in block.element.iter("a"))
    return marked or any(_PAID.search(url) for _, url in block.pieces)


def _stands_with(block: Block, heading: Block, choice: Choice) -> bool:
    """Return whether ``block`` and ``heading`` are in a box of their own, or one right beside the other."""
    if block.element.getparent() is heading.element.getparent():
        return True
    around = {*walk_around(choice.home)}
    shared = {*walk_around(heading.element)}
    return next((one for one in walk_around(block.element) if one in shared), None) not in around | {None}


def is_teaser(page: list[Block], block: Block, title: str | None) -> bool:
    """Return whether ``block`` tells of another article: the heading before it is a link to that."""
    return find_teaser_heading(page, block, title) is not None


def find_teaser_heading(page: list[Block], block: Block, title: str | None) -> Block | None:
    """Return the heading before ``block`` that is a link to another article than ``title``, or None."""
    before = next(
        (one for one in reversed(page[max(0, block.number - 3) : block.number]) if one.is_heading), None
    )
    if before is None or before.linked < MOST_LINKED or before.element.tag == "h1":
        return None
    if title and before.folded == fold(title):
        return None
    inner = all(url.startswith("#") or "/#" in url for _, url in before.pieces if url)
    return None if inner else before
