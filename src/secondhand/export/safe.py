"""Text of articles is data: what leaves here cannot drive a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

UNSAFE = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # control characters, the start of every terminal command among them
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible, or reordering
    "\u2028-\u202e"  # line and paragraph separators, and more reordering
    "\ud800-\udfff"  # halves of surrogate pairs, which no encoding can write
    "\U000e0000-\U000e007f"  # invisible tags
    "]"
)
"""a character that acts on the terminal, hides, or cannot be written; joiners of emoji are none"""

_PICTURES = 0x2400
_DELETE = "\x7f"
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060\u2066-\u2069\ufeff]")
"""places to break a line and directions of writing: nobody misses them in a file"""


def clean(text: str) -> str:
    """Return ``text`` on one line, white space as single spaces and unsafe characters made visible."""
    return UNSAFE.sub(_visible, " ".join(text.split()))


def row(cells: Iterable[object | None]) -> str:
    """Return ``cells`` as a line with tabs between them, each as ``clean`` has it, "" for None."""
    return "\t".join("" if cell is None else clean(str(cell)) for cell in cells)


def visible(text: str) -> str:
    """Return ``text`` with its lines as they are, unsafe characters made visible."""
    return "\n".join(UNSAFE.sub(_visible, part.expandtabs()) for part in text.split("\n"))


def line(text: str) -> str:
    """Return ``text`` on one line for a file: as ``clean``, but without what is harmlessly invisible."""
    return clean(_UNSEEN.sub("", text))


def lines(text: str) -> str:
    """Return ``text`` for a file with its line breaks, white space at their ends left out."""
    kept = "\n".join(line(part) for part in text.replace("\r\n", "\n").split("\n"))
    return re.sub("\n{3,}", "\n\n", kept).strip("\n")


def kept(text: str) -> str:
    """Return ``text``, part of a line, with its outer white space, each as one space."""
    return UNSAFE.sub(_visible, re.sub(r"\s", " ", _UNSEEN.sub("", text)))


def escaped(text: str) -> str:
    """Return JSON ``text`` with nothing in it that acts on a terminal."""
    # json leaves all but the lowest control characters as they are; only strings can hold them.
    return UNSAFE.sub(lambda match: match[0] if match[0] == "\n" else json.dumps(match[0])[1:-1], text)


def _visible(match: re.Match[str]) -> str:
    """Return the picture Unicode has for a control character, or its replacement character."""
    character = match[0]
    if character == _DELETE:
        return "\u2421"
    return chr(_PICTURES + ord(character)) if character < " " else "\ufffd"
