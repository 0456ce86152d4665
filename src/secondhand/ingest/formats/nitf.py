"""NITF → Article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from secondhand.article import Article
from secondhand.ingest.formats import markup, xml
from secondhand.ingest.formats.textbuilder import TextBuilder
from secondhand.ingest.opened import Opened

_BY = re.compile(r"by\s+", re.IGNORECASE)


def articles(opened: Opened) -> Iterator[Article]:
    """Yield the one article of a document in NITF. Raises FormatError where it is broken."""
    yield article(xml.parse(opened.text, opened.name))


def article(root: Any) -> Article:
    """Return the article that the element ``nitf`` is."""
    builder = TextBuilder()
    for content in xml.children(root, "body", "body.content"):
        markup.feed(content, builder)
    text, paragraphs, hyperlinks = builder.result()
    publication = next(iter(xml.children(root, "head", "pubdata")), None)
    days = [xml.day(one.get("norm")) for one in xml.children(root, "head", "docdata", "date.issue")]
    days += [xml.day(one.get("date.publication")) for one in xml.children(root, "head", "pubdata")]
    bylines = xml.children(root, "body", "body.head", "byline")
    return Article(
        text,
        paragraphs,
        title=xml.words(root, "body", "body.head", "hedline", "hl1") or xml.words(root, "head", "title"),
        publisher=(publication.get("name") if publication is not None else None)
        or xml.words(root, "body", "body.head", "distributor"),
        authors=tuple(filter(None, map(byline, bylines))),
        date=next(filter(None, days), None),
        hyperlinks=hyperlinks,
    )


def byline(element: Any) -> str | None:
    """Return whom a byline names, without the word "by"."""
    named = xml.words(element, "person") or " ".join("".join(element.itertext()).split())
    return _BY.sub("", named, count=1) if _BY.match(named) else named or None
