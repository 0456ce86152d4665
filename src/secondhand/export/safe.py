"""Text of articles is data: what leaves here cannot drive a terminal."""

from __future__ import annotations

import re

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


def clean(text: str) -> str:
    """Return ``text`` on one line, white space as single spaces and unsafe characters made visible."""
    return UNSAFE.sub(_visible, " ".join(text.split()))


def _visible(match: re.Match[str]) -> str:
    """Return the picture Unicode has for a control character, or its replacement character."""
    character = match[0]
    if character == _DELETE:
        return "\u2421"
    return chr(_PICTURES + ord(character)) if character < " " else "\ufffd"
