"""A mail message → Article: its text, HTML before plain for its links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from typing import Final

from secondhand.article import Article
from secondhand.errors import FormatError
from secondhand.ingest.formats import markup, messages
from secondhand.ingest.formats.html import from_html
from secondhand.ingest.formats.opening import cut_opening
from secondhand.ingest.formats.page.authors import is_person
from secondhand.ingest.formats.page.words import count_words
from secondhand.ingest.formats.plain import from_plain
from secondhand.ingest.formats.xml import day
from secondhand.ingest.opened import Opened

_FROM: Final = re.compile(r"(.+?) (?:at|from) (.+)")
_MOST: Final = 0.5
"""share of the words of a newsletter that its one article has, if it is no list of several"""


def articles(opened: Opened) -> Iterator[Article]:
    """Yield the one article that a message is. Raises FormatError where it has no text."""
    message = messages.message(opened.data, opened.name)
    newsletter = "List-Unsubscribe" in message or "List-Id" in message
    article = _text(message, opened.name, newsletter=newsletter)
    if article is None:
        raise FormatError(f"{opened.name} is a message without text: save what is attached, and open that.")
    author, outlet = _part_sender(messages.sender(message), newsletter=newsletter)
    told = replace(
        article,
        title=messages.field(message, "Subject") or article.title,
        publisher=messages.field(message, "Organization") or outlet,
        authors=(author,) if author else (),
        date=day(messages.field(message, "Date")),
        language=messages.field(message, "Content-Language"),
    )
    yield cut_opening(told)


def _part_sender(sender: str | None, *, newsletter: bool) -> tuple[str | None, str | None]:
    """Return the author and the outlet that ``sender`` names: "Ann Lee from The Star" is both."""
    if not newsletter or not sender:
        return sender, None
    match = _FROM.fullmatch(sender)
    return (match[1], match[2]) if match and is_person(match[1]) else (None, sender)


def _text(message: Message, name: str, *, newsletter: bool) -> Article | None:
    """Return the first text of ``message`` that has words, or None."""
    texts = list(messages.parts(message))
    for part in sorted(texts, key=lambda part: part.get_content_subtype() != "html"):
        text = messages.text_of(part, name)
        html = part.get_content_subtype() == "html"
        article = markup.article_of(text) if html else from_plain(text)
        if article.paragraphs:
            return _clear(article, text, name) if html and newsletter else article
    return None


def _clear(whole: Article, text: str, name: str) -> Article:
    """Return the article in the newsletter ``text`` as in a page, or the ``whole`` where that has more."""
    try:
        article = from_html(text, name)
    except FormatError:
        return whole
    return article if count_words(article.text) >= _MOST * count_words(whole.text) else whole
