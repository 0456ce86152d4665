"""What a block of an article is shown as, which says whose words it is."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.places import read_names, walk_around

_POST: Final = re.compile(r"tweet|twitter|instagram|tiktok|bluesky|mastodon|(?:^|[\s_-])post(?:$|[\s_-])")
_NEAR: Final = 4
"""elements around a block within which a quotation or list begins"""


def read_kind(block: Block, known: dict[int, str]) -> str | None:
    """Return the kind of ``block``, ``known`` by its number or told by its elements; None for plain text."""
    if told := known.get(block.number):
        return told
    if block.is_heading:
        return "heading"
    around = list(islice(walk_around(block.element), _NEAR))
    quote = next((one for one in around if one.tag == "blockquote"), None)
    if quote is not None:
        return "post" if _POST.search(read_names(quote)) else "quotation"
    return "list item" if any(one.tag == "li" for one in around) else None
