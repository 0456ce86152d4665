"""What was had of an input before anything is made of it, and how much of one is taken."""

from __future__ import annotations

from dataclasses import dataclass

from secondhand.errors import FormatError

LARGEST = 20_000_000
"""bytes of an input that are read at most"""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of an input, and what is known about them."""

    data: bytes
    name: str
    """the input as messages name it, safe to print"""
    suffix: str = ""
    """the ending of its file name, in lower case: ".md" """
    content_type: str | None = None
    """the media type the server declared, in lower case"""
    charset: str | None = None
    """the encoding the server declared"""
    url: str | None = None
    """the address it came from in the end, after redirects"""


def too_large_error(name: str) -> FormatError:
    """Return the error for an input of more than LARGEST bytes."""
    return FormatError(f"{name} is larger than {LARGEST // 1_000_000} MB: open a file of one article.")
