"""What stands after an article on its page: who owns it, who wrote it, how to reach or follow them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import takewhile
from typing import Any, Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.choice import EMPHASIS, Choice, is_label, is_sentence
from secondhand.ingest.formats.page.places import find_container, read_dress, walk_around
from secondhand.ingest.formats.page.words import FEWEST, fold

_IMPRINT: Final = re.compile(
    r"(?:©|\(c\)|copyright\b|\W*all rights reserved)|.*\ball rights reserved\.?$|"
    r"[\[(].*[©ⓒ]|[a-z]{2,4}(?:/[a-z]{2,4})+$",
    re.I,
)
"""who owns a text, or the signs of those who edited it"""
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")
_FOLLOWED: Final = re.compile(
    r"mailto:|https?://(?:[\w-]+\.)*(?:twitter|x|facebook|instagram|threads|bsky|linkedin|t)\.(?:com|net|app|me)/",
    re.IGNORECASE,
)
"""where authors and outlets are written to and followed"""
_POSTED: Final = re.compile(
    r"/(?:p|permalink\.php|photos?|posts?|reel|status(?:es)?|story\.php|videos?|watch)(?:[/?]|$)|t\.me/\w+/\d|fbid=",
    re.IGNORECASE,
)
"""where what they once wrote there is read, as an article may quote it"""
_MOST_OWN: Final = 40
"""words up to which what stands after the text is about who wrote or published it"""
_SECTION: Final = re.compile(r"(?:(?:https?:)?//[^/?#]+)?/?[^/?#]*/?(?<=.)")
"""the address of a site's front page or of one of its sections"""
_MOST_CONTACT: Final = 15
"""words up to which the last line with an address tells where to write to"""
_LAST: Final = 4
"""blocks at the end that may be about the author or the outlet"""


_LISTED: Final = frozenset(["blockquote", "dd", "dt", "li"])


def find_ending(choice: Choice) -> Iterator[Block]:
    """Yield what stands after the text: who owns it, who wrote it, how to reach or follow them."""
    yield from _find_pitch(choice)
    yield from _find_below(choice)
    yield from _find_names(choice)
    ending = choice.blocks[-_LAST:]
    names = {fold(name) for name in choice.facts.authors}
    for block in choice.blocks:
        outside = find_container(block.element) is not choice.home
        mailed = bool(_MAIL.search(block.words)) and (is_emphasised(block) or outside)
        if block.folded in names or (mailed and block.count <= _MOST_OWN):
            yield block
    for block in ending:
        if block.count <= _MOST_OWN and _is_own(block, choice):
            yield block
    for block in reversed(ending):
        if not (is_label(block) and block.linked):
            return
        yield block


def _find_pitch(choice: Choice) -> Iterator[Block]:
    """Yield what the outlet says of itself, with a link, in italics before the text."""
    first = next((block for block in choice.blocks if block.number not in choice.kinds), None)
    outlet = fold(choice.facts.publisher or "")
    if first and outlet and outlet in first.folded and first.linked and is_emphasised(first):
        yield first


def _find_below(choice: Choice) -> Iterator[Block]:
    """Yield the few lines of another box below the text, from a day or a label on."""
    outside = takewhile(
        lambda block: find_container(block.element) is not choice.home, reversed(choice.blocks)
    )
    below = [*outside][::-1]
    if len(below) <= _LAST and sum(block.count for block in below) <= _MOST_OWN:
        begins = (block.number for block in below if _is_little(block) and not block.is_heading)
        first = next((number for number in begins if number not in choice.kinds), None)
        yield from (block for block in below if first is not None and block.number >= first)


def _is_little(block: Block) -> bool:
    """Return whether ``block`` says nothing: a label, or less than a sentence."""
    return is_label(block) or block.count < FEWEST


def _find_names(choice: Choice) -> Iterator[Block]:
    """Yield headings and names below the text, as those of two teams, in boxes unlike any with a sentence."""
    told = {read_dress(find_container(block.element)) for block in choice.blocks if is_sentence(block)}
    below = [*takewhile(lambda block: not _is_told(block, told), reversed(choice.blocks))]
    if any(block.is_heading for block in below) and not any(block.number in choice.kinds for block in below):
        yield from below


def _is_told(block: Block, dresses: Set[Any]) -> bool:
    """Return whether ``block`` is in a list, or in a box with one of the ``dresses`` of those with text."""
    listed = any(one.tag in _LISTED for one in walk_around(block.element))
    return listed or read_dress(find_container(block.element)) in dresses


def _is_own(block: Block, choice: Choice) -> bool:
    """Return whether ``block`` at the end is about the outlet or the author, or only leads to them."""
    links = [url for _, url in block.pieces if url]
    outside = find_container(block.element) is not choice.home
    named = any(block.words.startswith(f"{name} ") for name in choice.facts.authors)
    about = named and (outside or (block is choice.blocks[-1] and bool(links)))
    follows = sum(bool(_FOLLOWED.match(url) and not _POSTED.search(url)) for url in links)
    followed = bool(links) and (follows == len(links) or (follows > 1 and block is choice.blocks[-1]))
    return (
        bool(_IMPRINT.match(block.words))
        or about
        or followed
        or (block is choice.blocks[-1] and block.count <= _MOST_CONTACT and bool(_MAIL.search(block.words)))
        or _leads_home(block, choice)
        or (bool(links) and is_emphasised(block) and block in choice.blocks[-2:])
    )


def _leads_home(block: Block, choice: Choice) -> bool:
    """Return whether ``block`` is the last one, and ends in a link to a section of the outlet's."""
    outlet = fold(choice.facts.publisher or "")
    told = [(text, url) for text, url in block.pieces if re.search(r"\w", text)]
    if not outlet or block is not choice.blocks[-1] or not told or outlet not in fold(told[-1][0]):
        return False
    return bool(_SECTION.fullmatch(told[-1][1]))


def is_emphasised(block: Block) -> bool:
    """Return whether all of ``block`` is bold or in italics."""
    element = block.element
    while len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
        element = element[0]
        if element.tag in EMPHASIS:
            return True
    return False
