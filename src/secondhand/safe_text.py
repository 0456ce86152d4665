"""Text of articles is data: what leaves here cannot drive a terminal, nor hide in it.

For the screen each character has a string of its own, so that offsets stay what they are; for pipes and files
what is harmlessly invisible, such as the joiners of emoji, may stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from unicodedata import category

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

TAB = " " * 4
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_PICTURES = 0x2400
_DELETE = "\x7f"
_SPACES = {"\n": " ", "\t": TAB, "\v": " ", "\f": " ", "\x85": " ", "\u2028": " ", "\u2029": " "}
_EMOJI_SELECTORS = "\ufe0e\ufe0f"
# Marks and letters that leave no trace: Python counts them as printable.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
).search
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
_HALVES = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060\u2066-\u2069\ufeff]")
"""places to break a line and directions of writing: nobody misses them in a file"""


def replace_surrogates(text: str) -> str:
    """Return ``text`` with a replacement for each half of a surrogate pair, which no encoding can write."""
    return text if text.isascii() else _HALVES.sub(REPLACEMENT, text)


def clean(text: str) -> str:
    """Return ``text`` on one line, white space as single spaces and unsafe characters made visible."""
    return UNSAFE.sub(_visible, " ".join(text.split()))


def join_cells(cells: Iterable[object | None]) -> str:
    """Return ``cells`` as a line with tabs between them, each as ``clean`` has it, "" for None."""
    return "\t".join("" if cell is None else clean(str(cell)) for cell in cells)


def show_unsafe(text: str) -> str:
    """Return ``text`` with its lines as they are, unsafe characters made visible."""
    return "\n".join(UNSAFE.sub(_visible, part.expandtabs()) for part in text.split("\n"))


def drop_unseen(text: str) -> str:
    """Return ``text`` without what is harmlessly invisible: "Netan\u00adyahu" is "Netanyahu"."""
    return _UNSEEN.sub("", text)


def clean_line(text: str) -> str:
    """Return ``text`` on one line for a file: as ``clean``, but without what is harmlessly invisible."""
    return clean(drop_unseen(text))


def clean_lines(text: str) -> str:
    """Return ``text`` for a file with its line breaks, white space at their ends left out."""
    kept = "\n".join(clean_line(part) for part in text.replace("\r\n", "\n").split("\n"))
    return re.sub("\n{3,}", "\n\n", kept).strip("\n")


def keep_layout(text: str) -> str:
    """Return ``text`` for a file with its lines, their indentation and what is empty between them.

    A tab becomes spaces, as Markdown counts them; only lines of nothing before and after all are left out.
    """
    parts = (UNSAFE.sub(_visible, drop_unseen(part.expandtabs(4))) for part in text.splitlines())
    return re.sub(r"\A(?: *\n)+", "", "\n".join(parts)).rstrip()


def clean_part(text: str) -> str:
    """Return ``text``, part of a line, with its outer white space, each as one space."""
    return UNSAFE.sub(_visible, re.sub(r"\s", " ", drop_unseen(text)))


def escape_json(text: str) -> str:
    """Return JSON ``text`` with nothing in it that acts on a terminal."""
    # json leaves all but the lowest control characters as they are; only strings can hold them.
    return UNSAFE.sub(lambda match: match[0] if match[0] == "\n" else json.dumps(match[0])[1:-1], text)


def show_characters(text: str) -> Sequence[str]:
    """Return what the screen shows for each character of ``text``: as many strings as characters.

    Control characters become their pictures (␛), whatever else is invisible or turns the direction of
    writing becomes �, line ends become spaces and tabs several of them.
    """
    if text.isprintable() and not _BLANK(text):
        return text
    return tuple(_show(text, at) for at in range(len(text)))


def make_safe(text: str) -> str:
    """Return ``text`` on one line, as the screen may show it."""
    return "".join(show_characters(text))


def _show(text: str, at: int) -> str:
    """Return what to show for the character at ``at``."""
    character = text[at]
    if character in _SPACES:
        return _SPACES[character]
    if character == "\r":
        return "" if text[at + 1 : at + 2] == "\n" else " "
    # These only choose between two drawings of a symbol, and terminals disagree about the width that gives.
    if character in _EMOJI_SELECTORS:
        return ""
    return draw_character(character) if category(character) in _HIDDEN or _BLANK(character) else character


def _visible(match: re.Match[str]) -> str:
    return draw_character(match[0])


def draw_character(character: str) -> str:
    """Return the picture Unicode has for a control character, else its replacement character."""
    if character == _DELETE:
        return "\N{SYMBOL FOR DELETE}"
    return chr(_PICTURES + ord(character)) if character < " " else REPLACEMENT
