"""The compression that some servers apply unasked, undone within bounds."""

from __future__ import annotations

import zlib

from secondhand.errors import FormatError
from secondhand.ingest.fetched import too_large_error


def decompress(data: bytes, encoding: str, name: str, largest: int) -> bytes:
    """Return ``data`` without the compression that ``encoding`` names, at most ``largest`` bytes of it.

    Raises FormatError where it is more, or cannot be decompress; ``name`` is what messages call it.
    """
    encoding = encoding.strip().lower()
    if encoding in {"identity", ""}:
        return data
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise FormatError(f"{name} comes compressed in an unknown way: save the page and open the file.")
    inflate = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        plain = inflate.decompress(data, largest + 1)
    except zlib.error:
        raise _broken_error(name) from None
    if len(plain) > largest:
        raise too_large_error(name)
    if not inflate.eof:
        raise _broken_error(name)
    return plain


def _broken_error(name: str) -> FormatError:
    return FormatError(f"{name} comes with broken compression: save the page and open the file.")
