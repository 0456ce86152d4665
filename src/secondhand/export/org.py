"""Text → Org that says just that: nothing in an article or a note is markup there, or runs.

A zero-width non-joiner, which nobody sees, parts what Org would take for more than text; to have the very
words back, take it away.
"""

from __future__ import annotations

import re

BREAK = "\u200c"
"""what parts it"""

_EMPHASIS = r"""(?:(?<=[\s\-–—('"{“‘])|^)(?=[*/_=~+]\S)"""
_LINE_START = r"^(?=[ \t]*(?:[*#|+:-]|\d+[.)]|[A-Za-z][.)]|&?%%\())"
"""headings, keywords, tables, drawers, lists, and sexps that the agenda evaluates"""
_LINK = r"(?<=[A-Za-z])(?<!\bhttp)(?<!\bhttps)(?=:\S)"
"""after the scheme of an address: Org runs what stands after shell: and elisp:"""
_FILE_VARIABLES = r"(?<=-)(?=\*-)|(?i:(?<=Local)(?= +Variables:))"
"""what Emacs sets or runs when it opens a file"""
_DRAWER = r"(?<=:)(?=(?:PROPERTIES|END):)"
"""what begins and ends a drawer, for those who read Org line by line"""
_ANYWHERE = r"(?<=[\[<{\\])(?=\S)|(?<=@)(?=@)|(?<=\bCLOCK)(?=:)|(?<=\S)(?=[_^])|(?<=[_^])(?=\S)"
"""links, targets, timestamps, footnotes, macros, entities, snippets, calls, indices"""
_BREAKS = re.compile("|".join((_LINE_START, _EMPHASIS, _LINK, _FILE_VARIABLES, _ANYWHERE)), re.MULTILINE)
_IN_DRAWER = re.compile("|".join((_LINK, _FILE_VARIABLES, _DRAWER, r"(?<=\[)(?=[\[\d])|(?<=<)(?=\S)")))
_WEB = re.compile(r"https?://[^\s<>\[\]]+", re.IGNORECASE)
_MATHS = re.compile(r"\$(?=\$)|(?<=\$)\$|\$(?=[^\s$][^$\n]*\$(?!\w))")

_IN_BLOCK = re.compile(
    "|".join(
        (
            r"(?i:(?:(?<=\bshell)|(?<=\belisp)|(?<=\bfile)|(?<=\bfile\+sys)|(?<=\bfile\+emacs))(?=:))",
            r"^(?=[ \t]*&?%%\()|(?<=\bCLOCK)(?=:)",
            _FILE_VARIABLES,
            _DRAWER,
        )
    ),
    re.MULTILINE,
)
_BLOCK_LINE = re.compile(r"^([ \t]*)(?=,*(?:\*|#\+))", re.MULTILINE)


def escape_org(text: str) -> str:
    """Return ``text`` such that Org takes nothing in it for markup."""
    return _MATHS.sub(r"\\dollar{}", _BREAKS.sub(BREAK, text))


def escape_heading(text: str) -> str:
    """Return ``text`` such that Org takes none of its words for a keyword, a priority or tags."""
    begun = BREAK if re.match(r"[A-Z]+\b", text) else ""
    return begun + escape_org(text) + (BREAK if text.endswith(":") else "")


def escape_property(text: str) -> str:
    """Return ``text`` on one line of a drawer such that no link in it can be followed but to the web."""
    return text if _WEB.fullmatch(text) else _IN_DRAWER.sub(BREAK, text)


def escape_block(text: str) -> str:
    """Return ``text`` as it stands in an example block: it neither ends that nor runs.

    Org takes the commas away by itself.
    """
    return _BLOCK_LINE.sub(r"\1,", _IN_BLOCK.sub(BREAK, text))
