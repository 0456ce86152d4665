"""Article text as it may be put on a terminal: nothing in it can move the cursor or hide.

One shown string stands for each character, so offsets stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import category

TAB = " " * 4
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_SPACES = {"\n": " ", "\t": TAB, "\v": " ", "\f": " ", "\x85": " ", "\u2028": " ", "\u2029": " "}
_EMOJI_SELECTORS = "\ufe0e\ufe0f"
# Marks and letters that leave no trace: Python counts them as printable.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
).search
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def visible(text: str) -> Sequence[str]:
    """Return what to show for each character of ``text``: as many strings as characters.

    Control characters become their pictures (␛), whatever else is invisible or turns the direction of
    writing becomes �, line ends become spaces and tabs several of them.
    """
    if text.isprintable() and not _BLANK(text):
        return text
    return tuple(_shown(text, at) for at in range(len(text)))


def safe(text: str) -> str:
    """Return ``text`` on one line, as it may be put on a terminal."""
    return "".join(visible(text))


def _shown(text: str, at: int) -> str:
    """Return what to show for the character at ``at``."""
    character = text[at]
    if character in _SPACES:
        return _SPACES[character]
    if character == "\r":
        return "" if text[at + 1 : at + 2] == "\n" else " "
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    # These only choose between two drawings of a symbol, and terminals disagree about the width that gives.
    if character in _EMOJI_SELECTORS:
        return ""
    return REPLACEMENT if category(character) in _HIDDEN or _BLANK(character) else character
