"""What a block of an article is shown as, which says whose words it is."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.captions import is_caption
from secondhand.ingest.formats.page.places import read_names, walk_around

_POST: Final = re.compile(
    r"tweet|twitter|instagram|tiktok|bluesky|mastodon|facebook|reddit|threads|(?:^|[\s_-])(?:fb-)?post(?:$|[\s_-])"
)
"""what quotations are called that show a post"""
_EMBED: Final = re.compile(
    r"twitter-tweet|instagram-media|(?:embed(?:ded)?-(?:tweet|post))|(?:tweet|tiktok|bluesky|mastodon|reddit|threads)-embed|"
    r"(?:^|\s)(?:fb-post|reddit-card)(?:$|\s)"
)
"""what other elements are called that do"""
_NEAR: Final = 4
"""elements around a block within which a quotation or list begins"""


def read_kind(block: Block, known: dict[int, str]) -> str | None:
    """Return the kind of ``block``, ``known`` by its number or told by its elements; None for plain text."""
    if told := known.get(block.number):
        return told
    if block.is_heading:
        return "heading"
    if is_post(block):
        return "post"
    if is_caption(block):
        return "caption"
    around = list(islice(walk_around(block.element), _NEAR))
    if any(one.tag == "blockquote" for one in around):
        return "quotation"
    return "list item" if any(one.tag == "li" for one in around) else None


def is_post(block: Block) -> bool:
    """Return whether ``block`` lies in what shows a post on a network."""
    around = islice(walk_around(block.element), _NEAR)
    names = [(read_names(one), one.tag == "blockquote") for one in around]
    return any((_POST if quoted else _EMBED).search(name) for name, quoted in names if name)
