"""Words of a page: how many, how a sentence ends, and which of two are the same but for their dress."""

from __future__ import annotations

import re
from typing import Final

SENTENCE: Final = re.compile(r"(?:[.!?…][\"'”’»)\]]*|[。！？।॥؟۔။។։።།][”’」』）\"]*)$")
"""how a sentence ends, in any of the scripts that end it so"""
_STOPLESS: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""letters of scripts in which sentences end without a sign"""
_DENSE: Final = re.compile("[\u0e00-\u0eff\u3040-\u9fff]")
"""letters of scripts without blanks"""
_LONG: Final = 20
"""words from which on a line in such a script is a sentence"""
FEWEST: Final = 5
"""words from which on a block is more than a label"""


def count_words(text: str) -> int:
    """Return how many words ``text`` has: two letters are one in scripts without blanks."""
    if text.isascii():
        return len(text.split())
    return len(text.split()) + len(_DENSE.findall(text)) // 2


def holds_sentence(text: str) -> bool:
    """Return whether ``text`` ends as a sentence does, or is a long line in a script without full stops."""
    return bool(SENTENCE.search(text) or (_STOPLESS.search(text) and count_words(text) >= _LONG))


def fold(text: str) -> str:
    """Return the letters and digits of ``text``, without case."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def squash(name: str) -> str:
    """Return ``name`` without case, article, blanks, and the parts of an address around its own name."""
    bare = re.sub(r"^(?:https?:)?//|^www\.|\.(?:com|org|net|co\.uk)/?$", "", name.strip().casefold())
    return re.sub(r"[\W_]+", "", bare.removeprefix("the "))
