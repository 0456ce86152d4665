"""Why a page has no article: it leads on to another one, or it is a front page."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from secondhand.ingest.formats.page.blocks import Block

_REFRESH: Final = re.compile(r"\s*\d*\s*[;,]?\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_LOCATION: Final = re.compile(r"(?:^|[\s;{.])location(?:\.href)?\s*=(?!=)|location\.(?:replace|assign)\(")
DEEPEST: Final = 250
"""elements one in the other from about which on the parser leaves out what is in them"""
_FEW_WORDS: Final = 60
"""words up to which a page that leads on holds nothing else"""


def leads_on(tree: Any, blocks: list[Block]) -> bool:
    """Return whether the page ``tree`` holds but the way to another one."""
    if sum(block.count for block in blocks) > _FEW_WORDS:
        return False
    if any(_REFRESH.match(meta.get("content") or "") for meta in _find_refreshes(tree)):
        return True
    return any(_LOCATION.search(script.text or "") for script in tree.iter("script"))


def is_too_deep(tree: Any) -> bool:
    """Return whether parts of the page ``tree`` lie in so many others that the parser read no further."""
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth >= DEEPEST:
            return True
    return False


def _find_refreshes(tree: Any) -> list[Any]:
    """Return the ``<meta>`` elements that send browsers on."""
    return [meta for meta in tree.iter("meta") if (meta.get("http-equiv") or "").lower() == "refresh"]
