"""What differs between two wordings of one statement."""

from __future__ import annotations

from difflib import SequenceMatcher

from rich.style import Style
from rich.text import Text

DIFFERENT = Style(bold=True, underline=True)


def mark_differences(words: str, base: str) -> Text:
    """Return ``words``, those that ``base`` does not have at that place bold and underlined.

    Nothing is marked where the two are the same, nor where they have less than a third in common: then
    all of it differs, and the marks would tell nothing.
    """
    mine, theirs = words.split(" "), base.split(" ")
    match = SequenceMatcher(
        None, [w.casefold() for w in theirs], [w.casefold() for w in mine], autojunk=False
    )
    out = Text()
    alike = match.ratio() >= 1 / 3
    for kind, _, _, start, end in match.get_opcodes():
        for word in mine[start:end]:
            out.append(" " if out else "")
            out.append(word, DIFFERENT if alike and kind != "equal" else None)
    return out
