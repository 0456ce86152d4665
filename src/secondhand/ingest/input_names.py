"""How an input is named in a message: never with characters that could steer a terminal."""

from __future__ import annotations

LONGEST = 200
"""characters of a name that a message shows"""


def escape_name(name: str) -> str:
    """Return ``name`` fit for one line on a terminal.

    Control characters, line breaks and lone surrogates are written as escapes; long names are cut.
    """
    safe = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in name)
    return safe if len(safe) <= LONGEST else safe[: LONGEST - 1] + "…"
