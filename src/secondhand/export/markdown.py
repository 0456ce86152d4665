"""Text → Markdown that says just that: nothing in an article is markup, and no note goes on behind itself."""

from __future__ import annotations

import re

_ANYWHERE = re.compile(r"""[\\`*_\[\]<~$#^]|&(?=#|\w+;)|==|%%|(?<=\w)(?<!\bhttp)(?<!\bhttps):(?=//)""")
_AT_START = re.compile(r"^(?:([-+=>])|(\d{1,9})([.)]))", re.MULTILINE)
_RISKY = re.compile(r"```|~~~|<")
LONGEST = 100_000
"""characters of a note in which it is looked for what it leaves open"""


class Raw(str):
    """Text that is Markdown already, such as the reader's note."""

    __slots__ = ()


def escape_markdown(value: object) -> str:
    """Return ``value`` as Markdown that shows its very characters, in CommonMark and in Obsidian."""
    if isinstance(value, Raw):
        return str(value)
    text = _ANYWHERE.sub(lambda found: "".join(f"\\{c}" for c in found[0]), str(value))
    return _AT_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)


def quote_markdown(value: object) -> Raw:
    """Return ``value`` as a block quotation, a paragraph a line."""
    lines = [line for line in escape_markdown(value).split("\n") if line]
    return Raw("\n>\n".join(f"> {line}" for line in lines))


def enclose(note: str) -> Raw:
    """Return the Markdown ``note`` such that nothing it begins goes on behind it: no code, comment or HTML.

    A fence left open is closed, HTML left open becomes text; a very long note with either is shown as it is.
    """
    if not _RISKY.search(note):
        return Raw(note)
    if len(note) > LONGEST:
        return Raw(fence(note))
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark")
    for _ in range(3):
        last = parser.parse(f"{note}\n\nend")[-1]
        if last.type == "fence":
            note = f"{note}\n{last.markup}"
        elif last.type == "html_block" and last.map:
            lines = note.split("\n")
            begun = last.map[0]
            note = "\n".join((*lines[:begun], *(line.replace("<", r"\<") for line in lines[begun:])))
        else:
            return Raw(note)
    return Raw(fence(note))


def fence(text: str) -> str:
    """Return ``text`` as a block of code that shows just that."""
    longest = max((len(found) for found in re.findall("`+", text)), default=0)
    marks = "`" * max(3, longest + 1)
    return f"{marks}\n{text}\n{marks}"
