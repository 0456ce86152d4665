"""A web page → Article: trafilatura finds the blocks of the article, the words are the page's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from secondhand.article import Article
from secondhand.errors import FormatError
from secondhand.ingest.formats.markup import html_tree
from secondhand.ingest.formats.page.absence import DEEPEST, is_too_deep, leads_on
from secondhand.ingest.formats.page.blocks import Block, read_blocks, strip_private
from secondhand.ingest.formats.page.body import is_incomplete, take_body
from secondhand.ingest.formats.page.choosing import Chosen, choose_blocks
from secondhand.ingest.formats.page.facts import PageFacts, read_facts
from secondhand.ingest.formats.page.finding import find_blocks
from secondhand.ingest.formats.page.imprint import add_imprint
from secondhand.ingest.formats.page.kinds import read_kind
from secondhand.ingest.formats.page.parts import goes_on
from secondhand.ingest.formats.page.preparing import find_base, find_own_address, prepare_page
from secondhand.ingest.formats.page.rescuing import rescue_text
from secondhand.ingest.formats.page.words import count_words, holds_sentence
from secondhand.ingest.formats.textbuilder import TextBuilder
from secondhand.ingest.opened import Opened

_SHELL: Final = re.compile(r"\b(?:enable|turn on|requires?|without) (?:java ?script|cookies)", re.I)
_WITHIN: Final = re.compile(r"\w{2}[.!?]\s+[A-Z].{100}")
"""how a sentence ends within a line, with more of it than a label has"""
_FEWEST_WORDS: Final = 5
"""words outside of links that an article has at least"""
_SHELL_WORDS: Final = 60
"""words up to which a page that asks for JavaScript is taken to hold nothing else"""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was read."""

    blocks: list[Block]
    """all its blocks"""
    chosen: Chosen
    """those that are its article"""
    facts: PageFacts
    """what it says of itself"""
    body: list[str]
    """the paragraphs of its article from its head, where it shows much less"""
    goes_on: bool
    """whether its text goes on at another address"""
    leads_on: bool
    """whether it holds but the way to another page"""
    base: str | None
    """what its relative links start at"""


def articles(opened: Opened) -> Iterator[Article]:
    """Yield the one article of a page."""
    yield from_html(opened.text, opened.name, opened.url)


def from_html(text: str, name: str, url: str | None = None) -> Article:
    """Return the article on the page ``text``; ``url`` is where it came from, ``name`` what messages call it.

    Raises FormatError where the page has no article.
    """
    tree = html_tree(text)
    page = read_page(tree, url or find_own_address(tree)) if tree is not None else None
    article = _join(page) if page else None
    if tree is None or page is None or article is None:
        # Reading it may have cut off what was deepest.
        deep = tree is not None and is_too_deep(html_tree(text))
        raise FormatError(_explain_absence(page, name, deep=deep))
    return replace(article, url=url, language=str(tree.get("lang") or "") or None)


def read_page(tree: Any, base: str | None) -> Page | None:
    """Return what the page ``tree`` from ``base`` is made of, or None where it has no body.

    The tree is changed.
    """
    strip_private(tree)
    body = tree.find("body")
    if body is None:
        return None
    facts = read_facts(tree, base)
    prepare_page(tree)
    blocks = read_blocks(body)
    found = rescue_text(blocks, find_blocks(tree, blocks, base), facts)
    facts = add_imprint(facts, blocks, found)
    chosen = choose_blocks(blocks, found, facts)
    start = find_base(tree, base)
    return Page(
        blocks,
        chosen,
        facts,
        body=take_body(facts.body, chosen.blocks),
        goes_on=goes_on(chosen.blocks, blocks, base or start),
        leads_on=leads_on(tree, blocks),
        base=start,
    )


def _explain_absence(page: Page | None, name: str, *, deep: bool) -> str:
    """Return why there is no article on ``page``, and what to do."""
    if page and page.leads_on:
        return f"{name} only leads on to another page: open the address it leads to."
    if page and page.chosen.fronts:
        return f"{name} is a front page that tells of other articles: open the page of one of them."
    if deep:
        return f"{name} holds more than {DEEPEST} boxes one in the other: save it as text, and open that."
    return f"{name} has no article in it: open the page of one article, or save its text."


def _join(page: Page) -> Article | None:
    """Return the article of ``page``, or None where that is but links, labels or forms."""
    builder, facts = TextBuilder(), page.facts
    if page.leads_on or not (_write(page.body, builder) or _write_blocks(page, builder)):
        return None
    text, paragraphs, hyperlinks = builder.result()
    told = sum(count_words(line) for line in text.split("\n") if holds_sentence(line) or _WITHIN.search(line))
    if told < _FEWEST_WORDS or (count_words(text) < _SHELL_WORDS and _SHELL.search(text)):
        return None
    return Article(
        text=text,
        paragraphs=paragraphs,
        title=facts.title,
        publisher=facts.publisher,
        authors=facts.authors,
        date=facts.date,
        changed=facts.changed,
        hyperlinks=hyperlinks,
        credit=facts.credit,
        relative=tuple(builder.relative),
        incomplete=page.chosen.cut or page.goes_on or is_incomplete(text, facts),
    )


def _write(paragraphs: list[str], builder: TextBuilder) -> bool:
    """Write ``paragraphs``; return whether there were any."""
    for paragraph in paragraphs:
        builder.words(paragraph)
        builder.end_paragraph()
    return bool(paragraphs)


def _write_blocks(page: Page, builder: TextBuilder) -> bool:
    """Write the blocks of the ``page``'s article; return whether there are enough words outside of links."""
    blocks = page.chosen.blocks
    for block in blocks:
        builder.kind = read_kind(block, page.chosen.kinds)
        block.write(builder, page.base)
    return sum(block.count * (1 - block.linked) for block in blocks) >= _FEWEST_WORDS
