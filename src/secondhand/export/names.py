"""Bylines → family and given names, as bibliographies want them."""

from __future__ import annotations


def split_name(name: str) -> tuple[str, str]:
    """Return family name and given names; a single word is all family name.

    Small words before the last one belong to it: "Alain de Benoist" → "de Benoist", "Alain".
    """
    words = name.split()
    begin = len(words) - 1
    while begin > 1 and words[begin - 1].islower():
        begin -= 1
    return " ".join(words[begin:]), " ".join(words[:begin])
