"""Bytes → text: byte order marks, declared encodings, and a best guess where nothing is declared."""

from __future__ import annotations

import codecs
import re

from secondhand.errors import FormatError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""byte order marks, those that begin like another one first"""

_WESTERN = ("cp1252", "mac_roman")
"""what English text in no Unicode encoding is nearly always in"""

_META = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE
)
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7"})
"""what Python also calls encodings: some take as long as the square of the text"""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_REPLACED = "\ufffd"


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the text that ``data`` holds, nothing stripped but a byte order mark.

    ``declared`` is the encoding its server declared; ``name`` is what messages call it. Raises
    FormatError where the bytes are no text in any encoding.
    """
    text = _decode_marked(data) or _decode_wide(data)
    if text is None and b"\0" not in data:
        text = (
            _decode_strictly(data, "utf-8")
            or _decode_declared(data, declared)
            or _decode_mended(data)
            or _decode_guessed(data)
        )
    if text is None or len(_CONTROLS.findall(text)) > len(text) / 50:
        raise FormatError(
            f"{name} is not text in any known encoding: save it as UTF-8 text, Markdown or HTML."
        )
    return text


def _decode_marked(data: bytes) -> str | None:
    """Return the text after a byte order mark, or None where there is none or it misleads."""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    return _decode_nearly(data, encoding) if encoding else None


def _decode_wide(data: bytes) -> str | None:
    """Return UTF-16 text without a mark: every other byte of Latin letters is zero."""
    even, odd = data[0:4000:2].count(0), data[1:4000:2].count(0)
    most = len(data[:4000]) * 0.2
    if odd > most and even * 10 < odd:
        return _decode_nearly(data, "utf-16-le")
    if even > most and odd * 10 < even:
        return _decode_nearly(data, "utf-16-be")
    return None


def _decode_nearly(data: bytes, encoding: str) -> str | None:
    """Return ``data`` decoded with a few broken places marked, or None where there are many of them."""
    text = data.decode(encoding, errors="replace")
    return text if text.count(_REPLACED) <= max(1, len(text) / 50) else None


def _decode_declared(data: bytes, declared: str | None) -> str | None:
    """Return the text in the encoding its server or its own first bytes declare, if that works.

    What is declared as Latin-1 or ASCII is read as Windows-1252, as browsers do.
    """
    meta = _META.search(data[:2048])
    for name in (declared, meta[1].decode("ascii") if meta else None):
        try:
            encoding = codecs.lookup(name).name if name else None
        except (LookupError, ValueError):
            continue
        if encoding in _NO_CHARSETS:
            continue
        if encoding in {"iso8859-1", "ascii"}:
            encoding = "cp1252"
        text = _decode_strictly(data, encoding) if encoding else None
        if text is not None:
            return text
    return None


def _decode_mended(data: bytes) -> str | None:
    """Return UTF-8 text with a few broken places marked, or None where it is not mostly UTF-8."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count(_REPLACED)
    whole = sum(char > "\x7f" for char in text) - broken
    return text if whole > 2 * broken else None


def _decode_guessed(data: bytes) -> str | None:
    """Return the text in the likeliest encoding, Western ones first."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(_WESTERN)).best() or from_bytes(data).best()
    return _decode_strictly(data, best.encoding) if best else None


def _decode_strictly(data: bytes, encoding: str) -> str | None:
    """Return ``data`` decoded, or None where it is not in ``encoding``."""
    try:
        return data.decode(encoding)
    except (LookupError, ValueError):
        return None
