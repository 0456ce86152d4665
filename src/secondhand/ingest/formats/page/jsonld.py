"""What a page tells in JSON-LD (schema.org): its article, its outlet, the people and bodies in it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any, Final

Node = dict[str, Any]

_STORY: Final = re.compile(r"Article$|^BlogPosting$|^LiveBlogPosting$|^Report$")
_DEEPEST: Final = 6


def read_nodes(tree: Any) -> list[Node]:
    """Return the objects that the page ``tree`` tells of, those in lists and graphs too."""
    nodes: list[Node] = []
    for script in tree.xpath("//script[starts-with(@type, 'application/ld+json')]"):
        try:
            told = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        nodes += _walk(told, 0)
    return nodes


def find_story(nodes: list[Node]) -> Node:
    """Return the article among ``nodes``, the one with a headline and a body first, or an empty object."""
    stories = [node for node in nodes if any(_STORY.search(kind) for kind in kinds(node))]
    return max(stories, key=lambda node: ("headline" in node, "datePublished" in node), default={})


def kinds(node: Node) -> list[str]:
    """Return the types of ``node``."""
    told = node.get("@type")
    return [str(kind) for kind in (told if isinstance(told, list) else [told]) if kind]


def follow(value: Any, nodes: list[Node]) -> list[Node]:
    """Return the objects that ``value`` is: itself, in a list, under their "@id", or by their bare names."""
    found: list[Node] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            found.append({"name": one})
        elif isinstance(one, dict):
            known = "name" in one or "@id" not in one
            found.append(one if known else next((node for node in nodes if _is_same(node, one)), {}))
    return found


def read_name(node: Node) -> Iterator[str]:
    """Yield the names of ``node``, their entities resolved and their white space made single."""
    told = node.get("name")
    for name in told if isinstance(told, list) else [told]:
        if isinstance(name, str) and name.strip():
            yield " ".join(html.unescape(name).split())


def read_text(node: Node, key: str) -> str | None:
    """Return the words ``node`` has under ``key``, or None."""
    told = node.get(key)
    return html.unescape(told).strip() or None if isinstance(told, str) else None


def _is_same(node: Node, one: Node) -> bool:
    return node is not one and node.get("@id") == one["@id"] and "name" in node


def _walk(told: Any, depth: int) -> Iterator[Node]:
    """Yield the objects in what was ``told``: itself, in its list, its graph or its main entity."""
    if depth > _DEEPEST:
        return
    if isinstance(told, list):
        for one in told:
            yield from _walk(one, depth + 1)
    elif isinstance(told, dict):
        yield told
        for key in ("@graph", "mainEntity"):
            if key in told:
                yield from _walk(told[key], depth + 1)
