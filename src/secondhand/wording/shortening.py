"""Long words made short enough for a line."""

from __future__ import annotations

from secondhand.safe_text import make_safe

LONGEST = 40
"""characters of a mark's words that are shown"""

_LOOSEST = 20
"""characters that one of a line may take, white space around it counted"""


def shorten(words: str, most: int = LONGEST) -> str:
    """Return ``words`` on one line, the end left out where they are longer than ``most`` characters."""
    words = words.strip()
    # They may be a note of megabytes: what is behind its beginning is not looked at.
    start = words[: most * _LOOSEST]
    line = " ".join(make_safe(start).split())
    if len(line) <= most:
        return line if start == words else line + "…"
    return line[: most + 1].rsplit(" ", 1)[0][:most].rstrip(" ,;:") + "…"


def cut_middle(words: str, most: int) -> str:
    """Return ``words``, the middle left out where they are longer than ``most`` characters."""
    if len(words) <= most:
        return words
    head = words[: most * 3 // 4].rsplit(" ", 1)[0]
    tail = words[-most // 4 :].split(" ", 1)[-1]
    return f"{head} … {tail}"
