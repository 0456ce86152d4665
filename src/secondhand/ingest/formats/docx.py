"""A DOCX document → Article: its paragraphs and links, without what was struck."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lxml import etree

from secondhand.article import Article
from secondhand.ingest.decode import decode
from secondhand.ingest.formats import xml
from secondhand.ingest.formats.opening import cut_opening
from secondhand.ingest.formats.textbuilder import TextBuilder, absolute
from secondhand.ingest.formats.zips import Archive
from secondhand.ingest.opened import Opened

_RELATIONS = "word/_rels/document.xml.rels"
_ABOUT = "docProps/core.xml"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE, _ANCHOR = f"{_W}val", f"{_W}anchor"
_MOST_HEADING: Final = 4
"""words of the heading over a table of contents"""
_LEFT_OUT: Final = frozenset({"del", "moveFrom", "Fallback", "instrText", "txbxContent"})
_BREAKS: Final = frozenset({"br", "cr"})


def articles(opened: Opened) -> Iterator[Article]:
    """Yield the one article that a document is. Raises FormatError where it is damaged."""
    archive = Archive(opened.data, opened.name)

    def tree(member: str) -> Any:
        return xml.parse(decode(archive.read(member), opened.name), opened.name)

    links = _links(tree(_RELATIONS)) if _RELATIONS in archive else {}
    builder = TextBuilder()
    document = tree("word/document.xml")
    _walk(document, links, builder)
    text, paragraphs, hyperlinks = builder.result()
    about = tree(_ABOUT) if _ABOUT in archive else etree.Element("none")
    authors = re.split(xml.NAMES, xml.words(about, "creator") or "")
    article = Article(
        text,
        paragraphs,
        title=xml.words(about, "title") or _title(document),
        authors=tuple(filter(None, authors)),
        date=xml.day(xml.words(about, "created")),
        hyperlinks=hyperlinks,
        language=xml.words(about, "language"),
    )
    yield cut_opening(article)


def _links(relations: Any) -> dict[str, str]:
    """Return the addresses that lead out of the document, by the ids it calls them."""
    out = (relation for relation in relations if relation.get("TargetMode") == "External")
    return {relation.get("Id", ""): relation.get("Target", "") for relation in out}


def _title(document: Any) -> str | None:
    """Return the first paragraph in the style of a title, or None."""
    for paragraph in xml.children(document, "body", "p"):
        for style in xml.children(paragraph, "pPr", "pStyle"):
            if "Title" in style.attrib.values():
                return " ".join("".join(t.text or "" for t in paragraph.iter("{*}t")).split()) or None
    return None


def _is_contents(paragraph: Any) -> bool:
    """Return whether ``paragraph`` is a line of a table of contents, or the heading over one."""
    if any(style.get(_VALUE, "").upper().startswith("TOC") for style in paragraph.iter("{*}pStyle")):
        return True
    if (own := _is_inner_link(paragraph)) is not None:
        return own
    after = paragraph.getnext()
    short = 0 < len("".join(t.text or "" for t in paragraph.iter("{*}t")).split()) <= _MOST_HEADING
    return bool(short and after is not None and xml.local(after) == "p" and _is_inner_link(after))


def _is_inner_link(paragraph: Any) -> bool | None:
    """Return True where all words of ``paragraph`` lead to another place in it, None where no word does."""
    linked = {t for link in paragraph.iter("{*}hyperlink") if link.get(_ANCHOR) for t in link.iter("{*}t")}
    worded = [t for t in paragraph.iter("{*}t") if (t.text or "").strip()]
    return set(worded) <= linked if linked else None


def _walk(document: Any, links: Mapping[str, str], builder: TextBuilder) -> None:
    """Give the words of ``document`` to ``builder``."""
    marks: list[int] = []
    walker = etree.iterwalk(document, events=("start", "end"))
    for event, element in walker:
        name = xml.local(element)
        if event == "end":
            if name == "hyperlink":
                builder.link_since(marks.pop(), absolute(None, links.get(element.get(_ID) or "", "")))
            elif name == "p":
                builder.end_paragraph()
        elif name in _LEFT_OUT or (name == "p" and _is_contents(element)):
            walker.skip_subtree()
        elif name == "hyperlink":
            marks.append(builder.mark())
        elif name == "t":
            builder.words(element.text or "")
        elif name == "tab":
            builder.words(" ")
        elif name in _BREAKS:
            builder.line_break()
        elif name == "noBreakHyphen":
            builder.words("-")
