"""A tree of XHTML, HTML or NITF that is all article → its words, in a TextBuilder."""

from __future__ import annotations

import re
from itertools import dropwhile
from typing import Any, Final

import lxml.html
from lxml import etree

from secondhand.article import Article
from secondhand.ingest.formats.characters import show_forbidden
from secondhand.ingest.formats.tags import strip_attributes
from secondhand.ingest.formats.textbuilder import TextBuilder, absolute
from secondhand.ingest.formats.xml import local

_BLOCK: Final = re.compile(
    "address|article|aside|block|blockquote|body|bq|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|"
    "header|hl[12]|hr|li|main|nav|note|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_LEFT_OUT: Final = re.compile(
    "audio|canvas|head|iframe|math|media|noscript|object|script|select|style|svg|template|textarea|title|video"
)

_IN_HEAD: Final = frozenset(
    ["base", "basefont", "bgsound", "link", "meta", "noscript", "script", "style", "template", "title"]
)


def feed(root: Any, builder: TextBuilder, base: str | None = None) -> None:
    """Give the words under ``root`` to ``builder``, with its links, which are relative to ``base``."""
    marks: list[int] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        name = local(element).lower()
        if event == "end":
            if name == "a":
                builder.link_since(marks.pop(), absolute(base, element.get("href") or ""))
            elif _BLOCK.fullmatch(name):
                builder.end_paragraph()
            if element is not root:
                builder.words(element.tail or "")
            continue
        if _LEFT_OUT.fullmatch(name):
            walker.skip_subtree()
            continue
        if name == "a":
            marks.append(builder.mark())
        elif name == "br":
            builder.line_break()
        elif _BLOCK.fullmatch(name):
            builder.end_paragraph()
        builder.words(element.text or "")


def html_tree(text: str) -> Any:
    """Return the tree of ``text`` in HTML, broken or not, or None where there is nothing in it."""
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        tree = lxml.html.document_fromstring(
            strip_attributes(show_forbidden(text)).encode("utf-8"), parser=parser
        )
    except (etree.LxmlError, ValueError):
        return None
    _begin_body(tree)
    return tree


def _begin_body(tree: Any) -> None:
    """Move what belongs into no head, from the first such element on, to the beginning of the body.

    A page may leave out the tags of both; parsers that know no article, main or section then leave these
    in the head (HTML standard, 13.2.6.4.4: any other start tag begins the body).
    """
    head, body = tree.find("head"), tree.find("body")
    if head is None:
        return
    late = list(dropwhile(lambda child: child.tag in _IN_HEAD, head))
    if not late:
        return
    if body is None:
        body = etree.SubElement(tree, "body")
    for place, child in enumerate(late):
        body.insert(place, child)


def article_of(text: str, base: str | None = None) -> Article:
    """Return the article that the HTML ``text`` is, all of it."""
    builder = TextBuilder()
    tree = html_tree(text)
    if tree is not None:
        feed(tree, builder, base)
    words, paragraphs, hyperlinks = builder.result()
    return Article(words, paragraphs, hyperlinks=hyperlinks)
