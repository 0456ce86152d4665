"""A web page saved as one MHTML file → Article."""

from __future__ import annotations

from collections.abc import Iterator

from secondhand.article import Article
from secondhand.errors import FormatError
from secondhand.ingest.formats import messages
from secondhand.ingest.formats.html import from_html
from secondhand.ingest.formats.textbuilder import is_web_address
from secondhand.ingest.opened import Opened


def articles(opened: Opened) -> Iterator[Article]:
    """Yield the one article of the page. Raises FormatError where there is none."""
    message = messages.message(opened.data, opened.name)
    page = next((p for p in messages.parts(message) if p.get_content_subtype() == "html"), None)
    if page is None:
        raise FormatError(f"{opened.name} is a saved page without a page in it: save it anew.")
    told = (messages.field(message, "Snapshot-Content-Location"), messages.field(page, "Content-Location"))
    own = next((url for url in told if url and is_web_address(url)), None)
    yield from_html(messages.text_of(page, opened.name), opened.name, opened.url or own)
