"""Tags as the tools write them that they go to: each allows other characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def make_tags(tags: Iterable[str], instead: str, also: str = "") -> tuple[str, ...]:
    """Return ``tags`` as ``make_tag`` does, each once, without those of which nothing is left."""
    return tuple(dict.fromkeys(filter(None, (make_tag(tag, instead, also) for tag in tags))))


def make_tag(tag: str, instead: str, also: str = "") -> str:
    """Return ``tag`` in letters, digits and the characters ``also``; ``instead`` stands for all others."""
    kept = (c if unicodedata.category(c)[0] in "LMN" or c in also else " " for c in tag)
    return instead.join("".join(kept).split())
