"""W3C Web Annotations as tools write them → single annotations, and what each is about.

Read are a single annotation, a collection with its first page, a page, a graph, and what the API of
Hypothesis answers (``rows``, each with ``uri``, ``text`` and ``tags`` of its own).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from secondhand.article import Article
from secondhand.notes.address import address_of
from secondhand.notes.vocabulary import own_term
from secondhand.record import article_of

Node = dict[str, Any]


def nodes_of(value: Node) -> Iterator[Node]:
    """Yield the annotations in ``value``; raises ValueError where there can be none."""
    if "target" in value:
        yield value
        return
    if isinstance(value.get("first"), str):
        raise ValueError(f"its annotations are elsewhere, at {value['first']}: save that page")
    within = [value[key] for key in ("first", "items", "@graph", "rows") if key in value]
    if not within:
        raise ValueError("there is no target in it")
    for part in within:
        for inner in as_list(part):
            yield from nodes_of(inner)


def articles_of(value: Node) -> dict[str, Article]:
    """Return the articles that a collection of ours brings along, under their addresses."""
    articles = [article_of(record) for record in as_list(value.get(own_term("article"), []))]
    return {address_of(article): article for article in articles}


def source_of(node: Node) -> str:
    """Return the address of what ``node`` is about; raises ValueError where it has none."""
    for target in as_list(node["target"]):
        source = target if isinstance(target, str) else target.get("source") or target.get("id")
        if isinstance(source, dict):
            source = source.get("id") or source.get("@id")
        if isinstance(source, str):
            return source
    uri = node.get("uri")
    if isinstance(uri, str):
        return uri
    raise ValueError("it does not say what it is about")


def selectors_of(target: Any) -> Iterator[Node]:
    """Yield the selectors of one target, those that refine others among them."""
    if isinstance(target, dict):
        for selector in as_list(target.get("selector", [])):
            yield selector
            yield from selectors_of({"selector": selector.get("refinedBy", [])})


def bodies_of(node: Node) -> Iterator[tuple[str, str]]:
    """Yield purpose and text of each body; the purpose of one that does not tell is ""."""
    for value in (node.get("bodyValue"), node.get("text")):
        if isinstance(value, str) and value:
            yield "", value
    for tag in as_list(node.get("tags", [])):
        yield "tagging", str(tag)
    for body in as_list(node.get("body", [])):
        if isinstance(body, str):
            yield "", body
        elif isinstance(text := body.get("value") or body.get("id"), str):
            yield str(body.get("purpose") or ""), text


def as_list(value: Any) -> list[Any]:
    """Return ``value`` as a list: JSON-LD leaves out the brackets around a single one."""
    return value if isinstance(value, list) else [value]
