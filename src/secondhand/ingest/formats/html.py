"""A web page → Article: trafilatura finds the article in it, a walk over its tree keeps the offsets."""

from __future__ import annotations

import datetime
import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any, Final

from lxml import etree

from secondhand.article import Article
from secondhand.errors import FormatError
from secondhand.ingest.formats.markup import html_tree
from secondhand.ingest.formats.textbuilder import TextBuilder, absolute, is_web_address
from secondhand.ingest.opened import Opened

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    # They would otherwise print warnings over the reader's screen.
    logging.getLogger(_name).addHandler(logging.NullHandler())

_BLOCKS: Final = frozenset(
    {"p", "head", "quote", "item", "list", "div", "body", "nav", "table", "row", "cell"}
)
_LEFT_OUT: Final = frozenset({"graphic", "table"})
_SENTENCE: Final = re.compile(r"[.!?…][\"'”’»)]*$")
_SHELL: Final = re.compile(r"\b(?:enable|turn on|requires?|without) (?:java ?script|cookies)", re.I)
_TO_DROP: Final = (
    "//del | //s | //strike | //table[not(.//p) and not(.//td[string-length(normalize-space()) > 200])]"
)
"""struck words, and tables that hold figures rather than the page"""
_FEWEST_WORDS: Final = 5
"""words outside of links that an article has at least"""
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
        _prepare(tree, base)
        article = _found(tree, base)
    if article is None:
        raise FormatError(f"{name} has no article in it: open the page of one article, or save its text.")
    return replace(article, url=url, language=language)


def _found(tree: Any, base: str | None) -> Article | None:
    """Return the article trafilatura finds in the page.

    On short pages it falls back on their bare words, links and paragraphs lost; there it is asked again,
    to be content with little.
    """
    body, article = _extracted(tree, base)
    if body is None or not all(child.tag == "p" and len(child) == 0 for child in body):
        return article
    dumped = len(body) == 1 and "\n" in (body[0].text or "")
    _, modest = _extracted(tree, base, least=1)
    if modest and (article is None or dumped or 2 * len(modest.text) >= len(article.text)):
        return modest
    return article


def _extracted(tree: Any, base: str | None, least: int | None = None) -> tuple[Any, Article | None]:
    """Return trafilatura's own tree of the article and the article; ``least`` characters content it."""
    from trafilatura import bare_extraction
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    if least is not None:
        config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(least)
    document: Any = bare_extraction(
        tree,
        url=base,
        include_links=True,
        include_formatting=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
        config=config,
    )
    return (document.body, _article(document)) if document is not None else (None, None)


def _own_address(tree: Any) -> str | None:
    """Return the address the page gives as its own."""
    found = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    return next((str(url) for url in found if is_web_address(url)), None)


def _prepare(tree: Any, base: str | None) -> None:
    """Make links absolute and write out what trafilatura would lose: inline quotes, breaks of paragraphs."""
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
    for second in reversed([found for found in tree.xpath("//p/br") if _is_second(found)]):
        _split_paragraph(second)


def _is_second(line_break: Any) -> bool:
    """Return whether nothing stands between ``line_break`` and one before it."""
    before = line_break.getprevious()
    return before is not None and before.tag == "br" and not (before.tail or "").strip()


def _split_paragraph(second: Any) -> None:
    """Part the paragraph around ``second``, the last of two line breaks."""
    paragraph = second.getparent()
    rest = paragraph.makeelement("p")
    rest.text = second.tail
    rest.extend(list(second.itersiblings()))
    paragraph.remove(second)
    paragraph.addnext(rest)


def _article(document: Any) -> Article | None:
    """Return what trafilatura found as an article, or None where it is but links, labels or forms."""
    builder = TextBuilder()
    linked = _walk(document.body, builder)
    text, paragraphs, hyperlinks = builder.result()
    words = len(text.split())
    sentences = any(_SENTENCE.search(text[p.start : p.end]) for p in paragraphs)
    if not sentences or words - linked < _FEWEST_WORDS or (words < _SHELL_WORDS and _SHELL.search(text)):
        return None
    return Article(
        text=text,
        paragraphs=paragraphs,
        title=document.title or None,
        publisher=document.sitename or None,
        authors=_authors(document.author),
        date=_date(document.date),
        hyperlinks=hyperlinks,
        relative=tuple(builder.relative),
    )


def _walk(body: Any, builder: TextBuilder) -> int:
    """Feed the tree under ``body`` to ``builder``; return how many words lie in links."""
    linked = 0
    marks: list[int] = []
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "end":
            if tag == "ref":
                builder.link_since(marks.pop(), element.get("target") or "")
            elif tag in _BLOCKS:
                builder.end_paragraph()
            if element is not body:
                builder.words(element.tail or "")
            continue
        if tag in _LEFT_OUT:
            walker.skip_subtree()
            continue
        if tag == "ref":
            marks.append(builder.mark())
            linked += len(" ".join(element.itertext()).split())
        elif tag == "lb":
            builder.line_break()
        elif tag in _BLOCKS:
            builder.end_paragraph()
        builder.words(element.text or "")
    return linked


def _authors(names: str | None) -> tuple[str, ...]:
    """Return the names that trafilatura joined by semicolons."""
    parts = (name.strip() for name in (names or "").split(";"))
    return tuple(name for name in parts if name)


def _date(told: str | None) -> datetime.date | None:
    """Return the date that trafilatura told in ISO form, or None."""
    try:
        return datetime.date.fromisoformat(told[:10]) if told else None
    except ValueError:
        return None
