"""Text → Markdown that says just that: nothing in an article becomes markup."""

from __future__ import annotations

import re

_ANYWHERE = re.compile(r"""[\\`*_\[\]<~$#^]|&(?=#|\w+;)|==|%%""")
_AT_START = re.compile(r"^(?:([-+=>])|(\d{1,9})([.)]))", re.MULTILINE)


class Raw(str):
    """Text that is Markdown already, such as the reader's note."""

    __slots__ = ()


def escaped(value: object) -> str:
    """Return ``value`` as Markdown that shows its very characters, in CommonMark and in Obsidian."""
    if isinstance(value, Raw):
        return str(value)
    text = _ANYWHERE.sub(lambda found: "".join(f"\\{c}" for c in found[0]), str(value))
    return _AT_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)


def quoted(value: object) -> Raw:
    """Return ``value`` as a block quotation, a paragraph a line."""
    lines = [line for line in escaped(value).split("\n") if line]
    return Raw("\n>\n".join(f"> {line}" for line in lines))
