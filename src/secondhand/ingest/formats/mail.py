"""A mail message → Article: its text, HTML before plain for its links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from secondhand.article import Article
from secondhand.errors import FormatError
from secondhand.ingest.formats import markup, messages
from secondhand.ingest.formats.plain import from_plain
from secondhand.ingest.formats.xml import day
from secondhand.ingest.opened import Opened


def articles(opened: Opened) -> Iterator[Article]:
    """Yield the one article that a message is. Raises FormatError where it has no text."""
    message = messages.message(opened.data, opened.name)
    article = _text(message, opened.name)
    if article is None:
        raise FormatError(f"{opened.name} is a message without text: save what is attached, and open that.")
    sender = messages.sender(message)
    newsletter = "List-Unsubscribe" in message or "List-Id" in message
    yield replace(
        article,
        title=messages.field(message, "Subject") or article.title,
        publisher=messages.field(message, "Organization") or (sender if newsletter else None),
        authors=(sender,) if sender and not newsletter else (),
        date=day(messages.field(message, "Date")),
        language=messages.field(message, "Content-Language"),
    )


def _text(message: Message, name: str) -> Article | None:
    """Return the first text of ``message`` that has words, or None."""
    texts = list(messages.parts(message))
    for part in sorted(texts, key=lambda part: part.get_content_subtype() != "html"):
        text = messages.text_of(part, name)
        html = part.get_content_subtype() == "html"
        article = markup.article_of(text) if html else from_plain(text)
        if article.paragraphs:
            return article
    return None
