"""Captions: words that belong to a picture rather than to the article around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.choice import Choice, is_sentence
from secondhand.ingest.formats.page.places import read_names, walk_around
from secondhand.ingest.formats.page.words import FEWEST, SENTENCE, count_words

CAPTION: Final = "a picture's caption"
"""why captions are left out"""
_CALLED: Final = re.compile(
    r"(?:^|[\s_-])(?:(?:photo|image|img|media|picture|pic|news-img|wp|tr|thumb)?-?captions?(?:-text)?|cutline|"
    r"(?:photo|image|img|picture|media)[-_]*(?:credits?|meta\w*|desc\w*|legend|attribution))(?:$|[\s_-])"
)
_OTHER: Final = "boolean(.//blockquote | .//table | .//p[string-length(normalize-space()) > 400])"
"""what a figure holds that is no picture with its caption"""
_NEAR: Final = 5
"""elements around a block within which a picture is its own"""
_MOST_WORDS: Final = 60
"""words of a caption in an old page's box"""
_FEWEST_LAID: Final = 4
"""words and lines from which on a picture has some laid over it"""
_MOST_PIECES: Final = 60
"""stretches of words between two tags that a box of a picture may hold"""


def is_caption(block: Block) -> bool:
    """Return whether ``block`` stands with a picture, as what that shows or who made it."""
    near = [*islice(walk_around(block.element), _NEAR)]
    return any(map(_holds_picture, near)) or (not is_sentence(block) and any(map(_is_drawn, near)))


def find_captions(choice: Choice) -> Iterator[Block]:
    """Yield captions, where they are but a part of the article and not, as in a photo essay, most of it."""
    captions = [block for block in choice.blocks if is_caption(block)]
    if 2 * sum(block.count for block in captions) < choice.words:
        yield from captions


def _is_drawn(element: Any) -> bool:
    """Return whether ``element`` is a picture with words laid over it: several of them, and no sentence."""
    if element.tag not in {"div", "section"}:
        return False
    pieces = [*islice((words for piece in element.itertext() if (words := piece.strip())), _MOST_PIECES + 1)]
    several = _FEWEST_LAID <= len(pieces) <= _MOST_PIECES
    if not several or any(SENTENCE.search(words) and count_words(words) >= FEWEST for words in pieces):
        return False
    return element.find(".//img") is not None


def _holds_picture(element: Any) -> bool:
    """Return whether ``element`` is a caption or a box of a picture with one."""
    if element.tag == "figcaption":
        return True
    names = read_names(element)
    if element.tag not in {"figure", "dl", "table"} and not (names and _CALLED.search(names)):
        return False
    # What holds a whole page is not gone through for each of its blocks.
    pieces = list(islice(element.itertext(), _MOST_PIECES + 1))
    if len(pieces) > _MOST_PIECES:
        return False
    if element.tag in {"dl", "table"}:
        return element.find(".//img") is not None and count_words(" ".join(pieces)) <= _MOST_WORDS
    return not element.xpath(_OTHER)
