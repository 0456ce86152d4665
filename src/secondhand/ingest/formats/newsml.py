"""NewsML-G2 → Articles: one for every news item with text in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from secondhand.article import Article
from secondhand.errors import FormatError
from secondhand.ingest.formats import markup, nitf, xml
from secondhand.ingest.formats.plain import from_plain
from secondhand.ingest.formats.textbuilder import TextBuilder
from secondhand.ingest.opened import Opened

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def articles(opened: Opened) -> Iterator[Article]:
    """Yield the articles of a news item or message. Raises FormatError where none has its text with it."""
    root = xml.parse(opened.text, opened.name)
    items = [root] if xml.local(root) == "newsItem" else xml.children(root, "itemSet", "newsItem")
    found = False
    for item in items:
        text = _text(item)
        if text is not None:
            found = True
            yield _add_facts(text, item)
    if not found:
        raise FormatError(f"{opened.name} only refers to its texts: open the page that shows one.")


def _text(item: Any) -> Article | None:
    """Return the text that comes with ``item``, or None where it has none."""
    for content in xml.children(item, "contentSet"):
        for part in content:
            if xml.local(part) == "inlineXML" and len(part):
                inner = part[0]
                return nitf.article(inner) if xml.local(inner) == "nitf" else _page(inner)
            if xml.local(part) == "inlineData" and (part.text or "").strip():
                typed = part.get("contenttype") or ""
                return markup.article_of(part.text) if "html" in typed else from_plain(part.text)
    return None


def _page(root: Any) -> Article:
    """Return the article of a page in XHTML."""
    builder = TextBuilder()
    markup.feed(root, builder)
    text, paragraphs, hyperlinks = builder.result()
    return Article(text, paragraphs, hyperlinks=hyperlinks)


def _add_facts(article: Article, item: Any) -> Article:
    """Return ``article`` with what ``item`` tells of it."""
    told = "contentMeta"
    versions = (xml.words(item, told, "contentCreated"), xml.words(item, "itemMeta", "firstCreated"))
    provider = next(iter(xml.children(item, "itemMeta", "provider")), None)
    languages = (one.get("tag") for one in xml.children(item, told, "language"))
    bylines = [nitf.byline(by) for by in xml.children(item, told, "by")]
    return replace(
        article,
        title=xml.words(item, told, "headline") or xml.words(item, "itemMeta", "title") or article.title,
        publisher=xml.words(item, "itemMeta", "provider", "name")
        or (provider.get("literal") if provider is not None else None)
        or article.publisher,
        authors=tuple(filter(None, bylines)) or article.authors,
        date=next(filter(None, map(xml.day, versions)), None)
        or xml.day(xml.words(item, "itemMeta", "versionCreated"))
        or article.date,
        language=next(filter(None, languages), None) or item.get(_LANGUAGE),
    )
