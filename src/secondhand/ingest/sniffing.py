"""Which format the bytes are in: by what they hold first, then by what they are called.

A new format is a module in ``formats`` with a function ``articles``, and a line in BINARY or TEXTS here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from secondhand.errors import FormatError
from secondhand.ingest.fetched import Fetched

_SIGNATURES = {
    b"PK\x03\x04": "a ZIP archive",
    b"PK\x05\x06": "an empty ZIP archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ\0": "an xz archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a picture or recording",
    b"ID3": "a recording",
    b"OggS": "a recording",
    b"\x7fELF": "a program",
    b"SQLite format 3\0": "a database",
}
"""how files begin that people mistake for text"""

_READABLE = re.compile(r"text/|application/(?:xhtml\+xml|xml|markdown|octet-stream|x-markdown)$")
_HTML_START = re.compile(
    r"(?:\s++|<!--.*?-->|<\?xml[^>]*>)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_ANY_TAG = re.compile(r"<(?:p|div|a|br|h[1-6]|span|article|section|main|table|ul)\b[^>]*>", re.I)
_HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
_MARKDOWN_ENDINGS = frozenset({".md", ".markdown", ".mkd"})
_FRONT_MATTER = re.compile(r"---\r?\n(?:(?!---\r?\n)(?:[A-Za-z][\w-]*:|[ \t-])[^\n]*\n)++---\r?\n")
_ROOT = re.compile(
    r"(?:\s++|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+<(?:[\w.-]+:)?([A-Za-z][\w.-]*)",
    re.I | re.S,
)
_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*["}]')
_HEADER = re.compile(rb"([A-Za-z][\w-]*):[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)\r?\n")


@dataclass(frozen=True, slots=True)
class Format:
    """A line of the table of formats."""

    module: str
    """the module of ``formats`` that reads it"""
    fits: Callable[[Fetched, str], bool]
    """whether it is the format of an input and its text"""


def find_binary_format(fetched: Fetched) -> str | None:
    """Return the module for ``fetched`` where that is no plain text, or None."""
    return next((form.module for form in BINARY if form.fits(fetched, "")), None)


def find_text_format(text: str, fetched: Fetched) -> str:
    """Return the module for ``text``, which was decoded from ``fetched``.

    Raises FormatError where its server declares it as something that is not text, or where it is XML of an
    unknown kind.
    """
    module = next(form.module for form in TEXTS if form.fits(fetched, text))
    told = fetched.content_type
    if module in {"html", "markdown", "plain"} and told and not _READABLE.match(told):
        raise FormatError(f"{fetched.name} is {told}, not a page or a text: open the page that shows it.")
    if module == "plain" and text.lstrip().startswith("<?xml"):
        raise FormatError(f"{fetched.name} is XML, but no page, feed, NewsML-G2 or NITF: save it as text.")
    return module


def refuse_unreadable(fetched: Fetched) -> None:
    """Raise FormatError where ``fetched`` is recognised as something that is not text."""
    for start, kind in _SIGNATURES.items():
        if fetched.data.startswith(start):
            raise FormatError(f"{fetched.name} is {kind}, not text: save it as text, Markdown or HTML first.")


def _is_pdf(fetched: Fetched, text: str) -> bool:
    return b"%PDF-" in fetched.data[:1024].lstrip()[:9]


def _has_member(member: str) -> Callable[[Fetched, str], bool]:
    """Return what tells whether an input is a ZIP archive with ``member`` in it."""

    def has(fetched: Fetched, text: str) -> bool:
        if not fetched.data.startswith(b"PK\x03\x04"):
            return False
        from secondhand.ingest.formats.zips import members

        return member in members(fetched.data)

    return has


def _read_headers(data: bytes) -> dict[bytes, bytes]:
    """Return the fields, in lower case, of the mail header that ``data`` begins with, or none."""
    found, at = {}, 0
    while match := _HEADER.match(data, at):
        found[match[1].lower()] = match[2].lower()
        at = match.end()
    return found if data[at : at + 1] in {b"\r", b"\n"} else {}


def _is_page_archive(fetched: Fetched, text: str) -> bool:
    fields = _read_headers(fetched.data)
    related = fields.get(b"content-type", b"").startswith(b"multipart/related")
    return related and not {b"to", b"received", b"message-id"} & fields.keys()


def _is_mail(fetched: Fetched, text: str) -> bool:
    fields = _read_headers(fetched.data)
    sent = {b"mime-version", b"message-id", b"received"} & fields.keys()
    return b"from" in fields and bool(sent or {b"date", b"subject"} <= fields.keys())


def _has_root(*names: str) -> Callable[[Fetched, str], bool]:
    """Return what tells whether a text is XML with one of ``names`` as its root."""

    def has_root(fetched: Fetched, text: str) -> bool:
        match = _ROOT.match(text)
        return match is not None and match[1] in names

    return has_root


def _is_html(fetched: Fetched, text: str) -> bool:
    if _HTML_START.match(text):
        return True
    told = fetched.content_type in {"text/html", "application/xhtml+xml"} or fetched.suffix in _HTML_ENDINGS
    return told and bool(_ANY_TAG.search(text))


def _is_markdown(fetched: Fetched, text: str) -> bool:
    told = "markdown" in (fetched.content_type or "") or fetched.suffix in _MARKDOWN_ENDINGS
    return told or _FRONT_MATTER.match(text) is not None


BINARY = (
    Format("pdf", _is_pdf),
    Format("epub", _has_member("META-INF/container.xml")),
    Format("docx", _has_member("word/document.xml")),
    Format("mhtml", _is_page_archive),
    Format("mail", _is_mail),
)
"""formats that are handed the bytes"""

TEXTS = (
    Format("feed", _has_root("rss", "RDF", "feed")),
    Format("newsml", _has_root("newsItem", "newsMessage")),
    Format("nitf", _has_root("nitf")),
    Format("html", _is_html),
    Format("records", lambda _, text: bool(_JSON.match(text))),
    Format("markdown", _is_markdown),
    Format("plain", lambda _, text: True),
)
"""formats that are handed the text"""
