"""Tags as the tools write them that they go to: each allows other characters."""

from __future__ import annotations

import unicodedata


def tagged(tag: str, instead: str, also: str = "") -> str:
    """Return ``tag`` in letters, digits and the characters ``also``; ``instead`` stands for all others."""
    kept = (c if unicodedata.category(c)[0] in "LMN" or c in also else " " for c in tag)
    return instead.join("".join(kept).split())
