"""Words of a page: how many, how a sentence ends, and which of two are the same but for their dress."""

from __future__ import annotations

import re
from typing import Final

SENTENCE: Final = re.compile(r"(?:[.!?…][\"'”’»)\]]*|[。！？।॥؟۔][”’」』）\"]*)$")
"""how a sentence ends, in any of the scripts that end it so"""
FEWEST: Final = 5
"""words from which on a block is more than a label"""


def count_words(text: str) -> int:
    """Return how many words ``text`` has: two letters are one in scripts without blanks."""
    if text.isascii():
        return len(text.split())
    dense = sum("\u0e00" <= char <= "\u0eff" or "\u3040" <= char <= "\u9fff" for char in text)
    return len(text.split()) + dense // 2


def fold(text: str) -> str:
    """Return the letters and digits of ``text``, without case."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def squash(name: str) -> str:
    """Return ``name`` without case, article, blanks, and the parts of an address around its own name."""
    bare = re.sub(r"^(?:https?:)?//|^www\.|\.(?:com|org|net|co\.uk)/?$", "", name.strip().casefold())
    return re.sub(r"[\W_]+", "", bare.removeprefix("the "))
