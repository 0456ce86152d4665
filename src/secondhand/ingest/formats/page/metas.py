"""The ``<meta>`` elements of a page, by what they are called."""

from __future__ import annotations

from typing import Any


def read_metas(tree: Any) -> dict[str, list[str]]:
    """Return what the page ``tree`` says under each name, property or itemprop, in lower case."""
    told: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            told.setdefault(name.strip().lower(), []).append(content)
    return told
