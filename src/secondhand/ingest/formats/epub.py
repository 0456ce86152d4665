"""An EPUB book or magazine → Article: the chapters of its spine, one after the other."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from secondhand.article import Article
from secondhand.errors import FormatError
from secondhand.ingest.decode import decode
from secondhand.ingest.formats import markup, xml
from secondhand.ingest.formats.opening import cut_opening
from secondhand.ingest.formats.textbuilder import TextBuilder
from secondhand.ingest.formats.zips import Archive
from secondhand.ingest.opened import Opened

_NOTES = frozenset(["doc-noteref", "doc-backlink"])
_TYPE = "{http://www.idpf.org/2007/ops}type"
_HEADING = re.compile(r"h[1-3]|title")


def articles(opened: Opened) -> Iterator[Article]:
    """Yield the one article that a book is, its chapters kept as places. Raises FormatError."""
    archive = Archive(opened.data, opened.name)
    if "META-INF/encryption.xml" in archive and b"<EncryptedData" in archive.read("META-INF/encryption.xml"):
        raise FormatError(f"{opened.name} is locked by its seller: its text cannot be read.")
    path = _package(archive, opened.name)
    package = _tree(archive, path, opened.name)
    builder = TextBuilder()
    for number, member in enumerate(_spine(package, posixpath.dirname(path)), 1):
        if member in archive:
            _chapter(_tree(archive, member, opened.name), number, builder)
    text, paragraphs, hyperlinks = builder.result()
    told = next(iter(xml.children(package, "metadata")), package)
    article = Article(
        text,
        paragraphs,
        title=xml.words(told, "title"),
        publisher=xml.words(told, "publisher"),
        authors=tuple(_find_creators(told)),
        date=xml.day(xml.words(told, "date")),
        hyperlinks=hyperlinks,
        language=xml.words(told, "language"),
        places=tuple(builder.places),
    )
    yield cut_opening(article)


def _find_creators(told: Any) -> Iterator[str]:
    """Yield the names of those who made the book; some programs put several into one field."""
    for creator in xml.children(told, "creator"):
        yield from filter(None, re.split(xml.NAMES, " ".join(" ".join(creator.itertext()).split())))


def _tree(archive: Archive, member: str, name: str) -> Any:
    """Return the tree of the XML file ``member``."""
    return xml.parse(decode(archive.read(member), name), name)


def _package(archive: Archive, name: str) -> str:
    """Return which file tells what the book is made of."""
    container = _tree(archive, "META-INF/container.xml", name)
    for root in xml.children(container, "rootfiles", "rootfile"):
        if path := root.get("full-path"):
            return str(path)
    raise FormatError(f"{name} is an EPUB book without a list of its chapters: save it anew.")


def _spine(package: Any, folder: str) -> Iterator[str]:
    """Yield the files of the chapters in reading order, each once, without those that are but navigation."""
    items = {
        item.get("id"): item
        for item in xml.children(package, "manifest", "item")
        if "html" in (item.get("media-type") or "") and "nav" not in (item.get("properties") or "").split()
    }
    for reference in xml.children(package, "spine", "itemref"):
        item = items.pop(reference.get("idref"), None)
        if item is not None and reference.get("linear") != "no":
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))


def _empty_note_links(body: Any) -> None:
    """Empty what leads to a note and back: its number is no part of the words before it."""
    for link in body.iter("{*}a"):
        if link.get("role") in _NOTES or link.get(_TYPE) in {"noteref", "backlink"}:
            del link[:]
            link.text = None


def _chapter(page: Any, number: int, builder: TextBuilder) -> None:
    """Give the words of a chapter to ``builder``, which is told its heading as its place."""
    headings = (
        " ".join("".join(element.itertext()).split())
        for body in (*xml.children(page, "body"), *xml.children(page, "head"))
        for element in body.iter()
        if _HEADING.fullmatch(xml.local(element))
    )
    builder.begin_place(next(filter(None, headings), f"chapter {number}"))
    for body in xml.children(page, "body"):
        _empty_note_links(body)
        markup.feed(body, builder)
    builder.end_paragraph()
