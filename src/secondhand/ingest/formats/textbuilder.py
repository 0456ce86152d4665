"""Marked-up words → one text with paragraphs and hyperlinks: the one place that keeps their offsets."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from secondhand.article import Hyperlink, Paragraph, Place

SEPARATOR = "\n\n"
"""what stands between two paragraphs"""

_BLANKS = re.compile(r"\s+")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")


class TextBuilder:
    """Takes words and breaks in reading order; white space is made single, as on a page."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._pending = ""
        self._start: int | None = None
        self._paragraphs: list[Paragraph] = []
        self._links: list[Hyperlink] = []
        self._due: str | None = None
        self.kind: str | None = None
        """what the paragraphs from now on are"""
        self.places: list[Place] = []
        """the pages or chapters so far"""
        self.relative: list[tuple[int, int]] = []
        """start and end of the words so far that are linked to a relative address"""

    def words(self, text: str) -> None:
        """Add ``text`` to the paragraph under way, its white space made single spaces."""
        for index, word in enumerate(_BLANKS.split(text.translate(_INVISIBLE))):
            if index and not self._pending:
                self._pending = " "
            if word:
                self._add(word)

    def line_break(self) -> None:
        """Begin a new line; two breaks with nothing between them begin a new paragraph."""
        if self._pending == "\n":
            self.end_paragraph()
        else:
            self._pending = "\n"

    def end_paragraph(self) -> None:
        """End the paragraph under way, if there is one."""
        if self._start is not None:
            self._paragraphs.append(Paragraph(self._start, self._length, self.kind))
        self._start = None
        self._pending = ""

    def begin_place(self, name: str) -> None:
        """Begin a page or chapter called ``name`` at the next word."""
        self._due = name

    def mark(self) -> int:
        """Return a mark of the present place for `link_since`."""
        return self._length

    def link_since(self, mark: int, url: str | None) -> None:
        """Put a hyperlink to ``url`` on the words added since ``mark``; only http and https ones are kept.

        Of a relative one it is kept that there is one.
        """
        if not url or self._length == mark:
            return
        if is_web_address(url):
            self._links.append(Hyperlink(mark, self._length, url))
        elif is_relative(url):
            self.relative.append((mark, self._length))

    def result(self) -> tuple[str, tuple[Paragraph, ...], tuple[Hyperlink, ...]]:
        """Return the text, its paragraphs and its hyperlinks; the links lie on visible words only."""
        self.end_paragraph()
        text = "".join(self._pieces)
        links = (_tighten(link, text) for link in self._links)
        return text, tuple(self._paragraphs), tuple(sorted(links, key=lambda link: (link.start, link.end)))

    def _add(self, word: str) -> None:
        """Append ``word`` after whatever white space is due before it."""
        if self._start is None:
            before = SEPARATOR if self._paragraphs else ""
            self._start = self._length + len(before)
        else:
            before = self._pending
        if self._due is not None:
            self.places.append(Place(self._length + len(before), self._due))
            self._due = None
        self._pieces += (before, word)
        self._length += len(before) + len(word)
        self._pending = ""


def is_web_address(url: str) -> bool:
    """Return whether ``url`` is an absolute http or https address without blanks or control characters."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return False
    return bool(_WEB.match(url) and host) and url.isprintable() and " " not in url


def is_relative(url: str) -> bool:
    """Return whether ``url`` leads to another page of the site it is found on."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and bool(parts.path or parts.query) and url.isprintable()


def absolute(base: str | None, target: str) -> str | None:
    """Return the web address that ``target``, found at ``base``, leads to, or None where it leads to none."""
    try:
        url = urljoin(base or "https:", target.strip())
    except ValueError:
        return None
    return url if is_web_address(url) else None


def _tighten(link: Hyperlink, text: str) -> Hyperlink:
    """Return ``link`` without the white space before its words."""
    words = text[link.start : link.end]
    return Hyperlink(link.start + len(words) - len(words.lstrip()), link.end, link.url)
