"""Which format the bytes are in: by what they hold first, then by what they are called."""

from __future__ import annotations

import re
from typing import Literal

from secondhand.errors import FormatError
from secondhand.ingest.source import Fetched

Format = Literal["html", "markdown", "plain"]

_SIGNATURES = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\xd0\xcf\x11\xe0": "an office document",
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


def refuse_unreadable(fetched: Fetched) -> None:
    """Raise FormatError where ``fetched`` is declared or recognised as something that is not text."""
    told = fetched.content_type
    if told and not _READABLE.match(told):
        raise FormatError(f"{fetched.name} is {told}, not a page or a text: open the page that shows it.")
    for start, kind in _SIGNATURES.items():
        if fetched.data.startswith(start):
            raise FormatError(f"{fetched.name} is {kind}, not text: save it as text, Markdown or HTML first.")


def format_of(text: str, fetched: Fetched) -> Format:
    """Return the format of ``text``, which was decoded from ``fetched``."""
    if _HTML_START.match(text):
        return "html"
    told = fetched.content_type or ""
    if (
        told in {"text/html", "application/xhtml+xml"} or fetched.suffix in _HTML_ENDINGS
    ) and _ANY_TAG.search(text):
        return "html"
    if "markdown" in told or fetched.suffix in _MARKDOWN_ENDINGS:
        return "markdown"
    return "plain"
