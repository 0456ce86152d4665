"""Articles in several pages: whether the text goes on at another address, as the page's own links tell."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.places import read_names, walk_around
from secondhand.ingest.formats.textbuilder import absolute

_REACH: Final = 3
"""blocks below the text among which its pages are counted"""
_NUMBER: Final = re.compile(
    r"(?:[_/-](?:page|pg|p|part|seite)?[_/=-]?|[?&](?:page|pagenum|pg|p|seite)=)2/?$", re.I
)
"""what the address of a second page has after that of the first"""
_AROUND: Final = re.compile(r"^(?:https?:)?//[^/?#]*|#.*$")
"""what an address has around its path: its host, and a place on the page"""
_ENDING: Final = re.compile(r"(?:\.\w{2,5}|/)$")
_COMMENTS: Final = re.compile(r"comment|disqus|repl(?:y|ies)", re.IGNORECASE)


def goes_on(text: tuple[Block, ...], page: list[Block], base: str | None) -> bool:
    """Return whether the ``text`` of a ``page`` from ``base`` goes on at the address of a second page."""
    if not text:
        return False
    start = text[-1].number + 1
    below = [block for block in islice(page, start, start + _REACH) if not _is_comment(block.element)]
    urls = {_strip(absolute(base, url) or url) for block in below for _, url in block.pieces if url}
    firsts = {_strip(absolute(base, url) or url) for url in (base, *_list_firsts(below)) if url}
    return any(
        url.startswith(first) and _NUMBER.fullmatch(url[len(first) :]) for url in urls for first in firsts
    )


def _list_firsts(below: list[Block]) -> list[str]:
    """Return where the links with the number 1 in the blocks ``below`` lead: to the page itself."""
    return [url for block in below for text, url in block.pieces if url and text.strip() == "1"]


def _strip(url: str) -> str:
    """Return ``url`` without its host, its fragment, and the ending of a file."""
    path, mark, query = _AROUND.sub("", url).partition("?")
    return _ENDING.sub("", path) + mark + query


def _is_comment(element: Any) -> bool:
    """Return whether ``element`` lies in what readers wrote."""
    return any(_COMMENTS.search(read_names(one)) for one in walk_around(element))
