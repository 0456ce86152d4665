"""Characters that no tree may hold, as a page or a file of XML writes them: out in the open, or by number."""

from __future__ import annotations

import re

from secondhand.safe_text import REPLACEMENT, draw_character

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBERED = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,8})|([0-9]{1,9}));?")


def show_forbidden(text: str) -> str:
    """Return ``text`` with those characters made visible: control characters become their pictures (␛)."""
    return _NUMBERED.sub(_show_numbered, _FORBIDDEN.sub(_show, text))


def _show_numbered(reference: re.Match[str]) -> str:
    """Return ``reference`` as it is, unless it stands for such a character."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    if code > 0x10FFFF:
        return REPLACEMENT
    character = chr(code)
    return _FORBIDDEN.sub(_show, character) if _FORBIDDEN.match(character) else reference[0]


def _show(found: re.Match[str]) -> str:
    return " " if found[0] in "\v\f" else draw_character(found[0])
