"""Which blocks of a page trafilatura takes for the article: it is asked for their numbers, not for words."""

from __future__ import annotations

import logging
from copy import deepcopy
from functools import cache
from typing import Any, Final

from secondhand.ingest.formats.page.blocks import Block, read_marks

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    # They would otherwise print warnings over the reader's screen.
    logging.getLogger(_name).addHandler(logging.NullHandler())

_SHORT: Final = 600
"""characters below which trafilatura may have fallen back"""


def find_blocks(tree: Any, blocks: list[Block], base: str | None) -> set[int]:
    """Return the numbers of the ``blocks`` of the page ``tree`` that trafilatura finds; it is from ``base``.

    On short pages it falls back on all words of them; there it is asked again, to be content with little.
    """
    texts = _extract(tree, base)
    dumped = len(texts) == 1 and len(read_marks(texts)) > 1
    if dumped or sum(map(len, texts)) < _SHORT:
        modest = _extract(tree, base, least=1, fast=True) or _extract(tree, base, least=1)
        if dumped or 2 * sum(map(len, modest)) >= sum(map(len, texts)):
            texts = modest or texts
    return _match(texts, blocks) or _match(_extract(tree, base, least=1), blocks)


def _match(texts: list[str], blocks: list[Block]) -> set[int]:
    """Return the numbers of the ``blocks`` that stand in ``texts``."""
    # Its fall-backs take the marks for control characters, but leave the words as they are.
    bare = {" ".join(text.split()) for text in texts if not read_marks([text])}
    return read_marks(texts) | {block.number for block in blocks if bare and block.words in bare}


def _extract(tree: Any, base: str | None, least: int | None = None, *, fast: bool = False) -> list[str]:
    """Return the words of each part that trafilatura finds, with marks; ``least`` characters content it.

    Where it is to be ``fast`` it asks no other extractor.
    """
    from trafilatura import bare_extraction

    # It works on a copy of the tree.
    document: Any = bare_extraction(
        tree,
        url=base,
        fast=fast,
        include_comments=False,
        include_tables=False,
        config=_configure(least),
    )
    return ["".join(part.itertext()) for part in document.body] if document is not None else []


@cache
def _configure(least: int | None) -> Any:
    """Return how trafilatura is set, content with ``least`` characters."""
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    if least is not None:
        config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(least)
    return config
