"""JSON and JSON Lines → Articles: records of our own, and plain ones of title, text and the like."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from secondhand.article import Article
from secondhand.errors import FormatError, SecondhandError
from secondhand.ingest.formats.plain import from_plain
from secondhand.ingest.formats.textbuilder import is_web_address
from secondhand.ingest.formats.xml import day
from secondhand.ingest.opened import Opened
from secondhand.record import article_of

_NAMES: Final = {
    "text": ("text", "body", "content", "articleBody", "maintext"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "source", "site_name", "sitename", "source_domain"),
    "authors": ("authors", "author", "byline"),
    "date": ("date", "published", "date_published", "datePublished", "date_publish", "published_at"),
    "url": ("url", "link"),
    "language": ("language", "lang", "inLanguage"),
}
"""what other tools call the same"""


def articles(opened: Opened) -> Iterator[Article | SecondhandError]:
    """Yield an article a record, or why it is none."""
    for where, value in _values(opened.text):
        name = f"{opened.name}{where}"
        try:
            yield article(value, name)
        except FormatError as error:
            yield error


def article(value: object, name: str) -> Article:
    """Return the article that ``value``, read from JSON, is; raises FormatError, which calls it ``name``."""
    if value is None:
        raise FormatError(f"{name} is broken JSON: write an object with a text in it, one a line.")
    if isinstance(value, Mapping) and isinstance(value.get("article"), Mapping):
        value = value["article"]
    if not isinstance(value, Mapping):
        raise FormatError(f'{name} is JSON, but no article: it needs a "text".')
    return _own(value, name) if "paragraphs" in value else _plain(value, name)


def _values(text: str) -> Iterator[tuple[str, object]]:
    """Yield where each record is and what it holds, None where it is broken.

    They are the members of a list, or else a line each, or else there is but one.
    """
    whole = load_json(text)
    if isinstance(whole, list):
        yield from ((f", record {at}", value) for at, value in enumerate(whole, 1))
        return
    # JSON may hold line ends of Unicode's, so that they part nothing here.
    lines = [(f", line {at}", line) for at, line in enumerate(text.split("\n"), 1) if line.strip()]
    if whole is not None or len(lines) == 1 or all(load_json(line) is None for _, line in lines[:100]):
        yield "", whole
    else:
        yield from ((where, load_json(line)) for where, line in lines)


def load_json(text: str) -> object:
    """Return what is written in ``text``, or None where that is broken."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _own(record: Mapping[str, Any], name: str) -> Article:
    """Return the article of a record as `secondhand.record` writes it, its offsets checked."""
    try:
        article = article_of(record)
        links = tuple(link for link in article.hyperlinks if is_web_address(link.url))
        article = replace(article, hyperlinks=links, relative=())
        right = _sound(article)
    except (KeyError, TypeError, ValueError, AttributeError):
        right = False
    if not right:
        raise FormatError(f"{name} is a damaged record: write it anew with secondhand analyze.")
    return article


def _sound(article: Article) -> bool:
    """Return whether all offsets of ``article`` are right; raises TypeError where they are no numbers."""
    text = article.text
    blocks = [text[p.start : p.end] for p in article.paragraphs]
    offsets = [0, *(offset for p in article.paragraphs for offset in (p.start, p.end)), len(text)]
    links = article.hyperlinks
    strings = (article.title, article.publisher, article.url, article.credit, article.language)
    return (
        offsets == sorted(offsets)
        and all(words and words == words.strip() for words in blocks)
        and all(0 <= one.start < one.end <= len(text) and text[one.start : one.end].strip() for one in links)
        and all(place.start >= 0 and text[place.start :] and place.name.strip() for place in article.places)
        and all(isinstance(one, str) for one in (text, *article.authors, *filter(None, strings)))
    )


def _plain(record: Mapping[str, Any], name: str) -> Article:
    """Return the article of a record with a text and maybe some of _NAMES."""
    told = {ours: _first(record, theirs) for ours, theirs in _NAMES.items()}
    text = told["text"]
    if not isinstance(text, str) or not text.strip():
        raise FormatError(f'{name} has no text: it needs a "text" with the words of the article.')
    article = from_plain(text)
    url = _name(told["url"])
    names = told["authors"] if isinstance(told["authors"], list) else [told["authors"]]
    return replace(
        article,
        title=_name(told["title"]) or article.title,
        publisher=_name(told["publisher"]),
        authors=tuple(filter(None, map(_name, names))),
        date=day(_name(told["date"])) or article.date,
        url=url if url and is_web_address(url) else None,
        language=_name(told["language"]),
    )


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> object:
    """Return the first value under one of ``names`` that there is."""
    return next((record[name] for name in names if record.get(name)), None)


def _name(value: object) -> str | None:
    """Return ``value`` where it is a string, or the name in it where it is an object."""
    if isinstance(value, Mapping):
        value = value.get("name")
    return (" ".join(value.split()) or None) if isinstance(value, str) else None
