"""A web page → Article: trafilatura finds the blocks of the article, the words are the page's own."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any, Final

from secondhand.article import Article
from secondhand.errors import FormatError
from secondhand.ingest.formats.blocks import Block, read_blocks, read_marks, strip_private
from secondhand.ingest.formats.choosing import SENTENCE, choose_blocks, count_words
from secondhand.ingest.formats.markup import html_tree
from secondhand.ingest.formats.pagefacts import PageFacts, read_facts
from secondhand.ingest.formats.textbuilder import TextBuilder, absolute, is_web_address
from secondhand.ingest.opened import Opened

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    # They would otherwise print warnings over the reader's screen.
    logging.getLogger(_name).addHandler(logging.NullHandler())

_SHELL: Final = re.compile(r"\b(?:enable|turn on|requires?|without) (?:java ?script|cookies)", re.I)
_TO_DROP: Final = (
    "//del | //s | //strike | //table[not(.//p) and not(.//td[string-length(normalize-space()) > 200])]"
)
"""struck words, and tables that hold figures rather than the page"""
_FEWEST_WORDS: Final = 5
"""words outside of links that an article has at least"""
_SHORT: Final = 600
"""characters below which trafilatura may have fallen back"""
_SHELL_WORDS: Final = 60
"""words up to which a page that asks for JavaScript is taken to hold nothing else"""


def articles(opened: Opened) -> Iterator[Article]:
    """Yield the one article of a page."""
    yield from_html(opened.text, opened.name, opened.url)


def from_html(text: str, name: str, url: str | None = None) -> Article:
    """Return the article on the page ``text``; ``url`` is where it came from, ``name`` what messages call it.

    Raises FormatError where the page has no article.
    """
    tree = html_tree(text)
    article, language = None, None
    if tree is not None:
        language = str(tree.get("lang") or "") or None
        base = url or _own_address(tree)
        article = _find_article(tree, base)
    if article is None:
        raise FormatError(f"{name} has no article in it: open the page of one article, or save its text.")
    return replace(article, url=url, language=language)


def _find_article(tree: Any, base: str | None) -> Article | None:
    """Return the article in the page: trafilatura finds its blocks, the words are the page's own."""
    strip_private(tree)
    facts = read_facts(tree, base)
    body = tree.find("body")
    if body is None:
        return None
    _prepare(tree, base)
    blocks = read_blocks(body)
    found = _find_blocks(tree, blocks, base)
    return _join(choose_blocks(blocks, found, facts.title), facts)


def _find_blocks(tree: Any, blocks: list[Block], base: str | None) -> set[int]:
    """Return the numbers of the blocks that trafilatura finds.

    On short pages it falls back on all words of them; there it is asked again, to be content with little.
    """
    texts = _extract(tree, base)
    dumped = len(texts) == 1 and len(read_marks(texts)) > 1
    if dumped or sum(map(len, texts)) < _SHORT:
        modest = _extract(tree, base, least=1)
        if dumped or 2 * sum(map(len, modest)) >= sum(map(len, texts)):
            texts = modest or texts
    # Its fall-backs take the marks for control characters, but leave the words as they are.
    bare = {" ".join(text.split()) for text in texts if not read_marks([text])}
    return read_marks(texts) | {n for n, block in enumerate(blocks) if bare and block.words in bare}


def _extract(tree: Any, base: str | None, least: int | None = None) -> list[str]:
    """Return the words of each part that trafilatura finds, with marks; ``least`` characters content it."""
    from trafilatura import bare_extraction
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    if least is not None:
        config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(least)
    document: Any = bare_extraction(
        deepcopy(tree), url=base, include_comments=False, include_tables=False, config=config
    )
    return ["".join(part.itertext()) for part in document.body] if document is not None else []


def _own_address(tree: Any) -> str | None:
    """Return the address the page gives as its own."""
    found = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    return next((str(url) for url in found if is_web_address(url)), None)


def _prepare(tree: Any, base: str | None) -> None:
    """Make links absolute, write out the marks of inline quotes, and drop what is no text."""
    told = tree.xpath("string(//base/@href)")
    for link in tree.xpath("//a[@href]"):
        target = link.get("href").strip()
        link.set("href", absolute(absolute(base, told) or base, target) or target)
    for quote in tree.xpath("//q"):
        if not quote.text_content().lstrip().startswith(('"', "“", "'", "‘")):
            quote.text = "“" + (quote.text or "")
            quote.tail = "”" + (quote.tail or "")
        quote.drop_tag()
    for lost in tree.xpath(_TO_DROP):
        lost.drop_tree()
    for letter in tree.xpath("//span[@aria-hidden='true'][string-length(normalize-space()) = 1]"):
        after = letter.getnext()
        if after is not None and (after.text_content() or "").lstrip().startswith(
            letter.text_content().strip()
        ):
            letter.drop_tree()


def _join(blocks: list[Block], facts: PageFacts) -> Article | None:
    """Return the article of ``blocks``, or None where they are but links, labels or forms."""
    builder = TextBuilder()
    for block in blocks:
        block.write(builder)
    text, paragraphs, hyperlinks = builder.result()
    words = count_words(text)
    unlinked = sum(count_words(block.words) * (1 - block.linked) for block in blocks)
    sentences = any(SENTENCE.search(text[p.start : p.end]) for p in paragraphs)
    if not sentences or unlinked < _FEWEST_WORDS or (words < _SHELL_WORDS and _SHELL.search(text)):
        return None
    return Article(
        text=text,
        paragraphs=paragraphs,
        title=facts.title,
        publisher=facts.publisher,
        authors=facts.authors,
        date=facts.date,
        hyperlinks=hyperlinks,
        relative=tuple(builder.relative),
    )
