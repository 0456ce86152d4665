""" "Alliance to Reclaim Our Schools (AROS)": names spelled out before their initials, however tagged."""

from __future__ import annotations

import re
from collections.abc import Iterator

LINKING = frozenset({"of", "for", "at", "the", "and", "in", "&", "to", "on"})

_SHORT = re.compile(r"\((?P<short>[A-Z]{2,8})\)")
_WORD = re.compile(r"[^\W_][\w’'&.-]*|&")
_LONGEST = 120
"""characters a name may have"""


def find_spelled_out(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of each name that is spelled out before its initials, and the initials."""
    for match in _SHORT.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        found = list(_WORD.finditer(text, max(line, match.start() - _LONGEST), match.start()))
        for at in range(len(found) - 2, -1, -1):
            if match["short"] in _form_initials([w.group() for w in found[at:]]):
                yield found[at].start(), found[-1].end(), match["short"]
                break


def _form_initials(words: list[str]) -> tuple[str, ...]:
    """The initials of ``words`` with and without those that only link; none where no name begins here."""
    if not words[0][0].isupper():
        return ()
    kept = [w for w in words if w.casefold() not in LINKING]
    return tuple("".join(w[0] for w in some).upper() for some in (words, kept))
