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
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_HEAD_ENDS = re.compile(rb"</head|<body", re.IGNORECASE)
_LONGEST_HEAD = 200_000
"""bytes within which a page may declare its encoding, where its head ends no earlier"""
_NO_PAGE = 2048
"""bytes within which what has no head may"""
_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "johab": "cp949",
}
"""what is declared → what the WHATWG's Encoding Standard reads it as, in the names of Python"""
_LABELS = {
    "x-gbk": "gb18030",
    "x-sjis": "cp932",
    "x-euc-jp": "euc_jp",
    "x-mac-roman": "mac_roman",
    "unicode-1-1-utf-8": "utf-8",
}
"""labels of that standard that Python does not know"""
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7"})
"""what Python also calls encodings: some take as long as the square of the text"""
_BYTES = {
    bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)): byte
    for byte in range(0x80, 0x100)
}
"""the byte that browsers read as a character, in Windows-1252"""
_MORE = "[" + "".join(re.escape(char) for char, byte in _BYTES.items() if byte < 0xC0) + "]"
_MOJIBAKE = re.compile(f"[\xc2-\xdf]{_MORE}|[\xe0-\xef]{_MORE}{{2}}|[\xf0-\xf4]{_MORE}{{3}}")
"""a character in UTF-8, the bytes of which were read one by one"""
_FEWEST_WRONG = 6
"""characters from which on a text is taken to have been so"""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_REPLACED = "\ufffd"
_MOST_ZEROS = 1e-3
"""share of zero bytes up to which they were written into a text by mistake"""


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the text that ``data`` holds, nothing stripped but a byte order mark.

    ``declared`` is the encoding its server declared; ``name`` is what messages call it. Raises
    FormatError where the bytes are no text in any encoding.
    """
    text = _decode_marked(data) or _decode_wide(data)
    if text is None and data.count(0) <= len(data) * _MOST_ZEROS:
        data = data.replace(b"\0", b"")
        text = (
            _decode_strictly(data, "utf-8")
            or _decode_mended(data)
            or _decode_declared(data, declared)
            or _decode_guessed(data)
        )
    if text is None or len(_CONTROLS.findall(text)) > len(text) / 50:
        raise FormatError(
            f"{name} is not text in any known encoding: save it as UTF-8 text, Markdown or HTML."
        )
    return _undo_second_encoding(text)


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
    try:
        text = data.decode(encoding, errors="replace")
    except (LookupError, ValueError):
        return None
    return text if text.count(_REPLACED) <= max(1, len(text) / 50) else None


def _decode_declared(data: bytes, declared: str | None) -> str | None:
    """Return the text in the encoding its server or its head declares, as browsers read it, if that works."""
    for label in (declared, _find_label(data)):
        encoding = _find_codec(label) if label else None
        text = _decode_nearly(data, encoding) if encoding else None
        if text is not None:
            return text
    return None


def _find_label(data: bytes) -> str | None:
    """Return what the head of a page declares as its encoding, wherever in the head, outside of comments."""
    end = _HEAD_ENDS.search(data, 0, _LONGEST_HEAD)
    meta = _META.search(_COMMENT.sub(b"", data[: end.start() if end else _NO_PAGE]))
    return meta[1].decode("ascii", "replace") if meta else None


def _find_codec(label: str) -> str | None:
    """Return what Python calls the encoding that browsers read ``label`` as, or None where it is none."""
    label = label.strip().lower()
    if label.startswith("x-cp125"):
        label = label[2:]
    try:
        encoding = codecs.lookup(_LABELS.get(label, label)).name
    except (LookupError, ValueError):
        return None
    return None if encoding in _NO_CHARSETS else _AS_BROWSERS_DO.get(encoding, encoding)


def _decode_mended(data: bytes) -> str | None:
    """Return UTF-8 text with a few broken places marked, or None where it is not mostly UTF-8."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count(_REPLACED)
    whole = sum(char > "\x7f" for char in text) - broken
    return text if whole > 2 * broken else None


def _undo_second_encoding(text: str) -> str:
    """Return ``text`` as it was before its UTF-8 was read as Windows-1252 and encoded once more.

    Only where that explains nearly all of its characters beyond ASCII.
    """
    if text.isascii():
        return text
    wrong = sum(len(found[0]) for found in _MOJIBAKE.finditer(text))
    if wrong < _FEWEST_WRONG or wrong < 0.8 * sum(char > "\x7f" for char in text):
        return text
    return _MOJIBAKE.sub(
        lambda found: bytes(map(_BYTES.__getitem__, found[0])).decode("utf-8", "replace"), text
    )


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
