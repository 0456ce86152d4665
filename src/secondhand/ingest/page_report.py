"""A source that is a web page → what of it is read and what is left out."""

from __future__ import annotations

from dataclasses import dataclass

from secondhand.errors import FormatError
from secondhand.ingest.decode import decode
from secondhand.ingest.formats.html import from_html, read_page
from secondhand.ingest.formats.markup import html_tree
from secondhand.ingest.formats.page.facts import PageFacts
from secondhand.ingest.formats.page.preparing import find_own_address
from secondhand.ingest.formats.page.report import ReportLine, report_blocks
from secondhand.ingest.sniffing import find_binary_format, find_text_format, refuse_unreadable
from secondhand.ingest.source import open_source


@dataclass(frozen=True, slots=True)
class PageReport:
    """What becomes of a page."""

    name: str
    """the page as messages name it, safe to print"""
    facts: PageFacts
    """what it says of itself"""
    lines: tuple[ReportLine, ...]
    """its blocks, in reading order"""
    from_head: tuple[str, ...]
    """the paragraphs that are read instead: its text from its head, where it shows much less"""
    note: str | None
    """why there is no article in it, or that it has more than it shows"""


def report_page(source: str) -> PageReport:
    """Return what becomes of the page at ``source``, given as for `read_article`.

    Raises NotFound, Unreachable or FormatError, also where it is no page.
    """
    fetched = open_source(source)
    if find_binary_format(fetched) is None:
        refuse_unreadable(fetched)
        text = decode(fetched.data, fetched.name, fetched.charset)
        if text.strip() and find_text_format(text, fetched) == "html":
            tree = html_tree(text)
            page = read_page(tree, fetched.url or find_own_address(tree)) if tree is not None else None
            if page is not None:
                lines = tuple(report_blocks(page.blocks, page.chosen))
                note = _find_note(text, fetched.name, fetched.url)
                return PageReport(fetched.name, page.facts, lines, tuple(page.body), note)
    raise FormatError(f"{fetched.name} is no web page: only those have a report, leave out --page-report.")


def _find_note(text: str, name: str, url: str | None) -> str | None:
    """Return what is to be said of the page ``text`` as a whole, or None."""
    try:
        article = from_html(text, name, url)
    except FormatError as error:
        return f"nothing is read: {error}"
    return "its page has more than this" if article.incomplete else None
