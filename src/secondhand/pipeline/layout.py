"""Attributions that stand in the layout, put in the place of what the model read there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondhand.pipeline import headlines
from secondhand.pipeline.decode import Attribution, Range
from secondhand.pipeline.reading import Node
from secondhand.pipeline.taglines import taglines
from secondhand.pipeline.turns import turns


def laid_out(text: str, paragraphs: Sequence[Range], nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with those that the layout shows; where two share half their content it wins."""
    found = [*turns(text, paragraphs), *taglines(text, paragraphs)]
    if first := headlines.headline(text, paragraphs):
        nodes = list(headlines.apart(text, first, nodes))
        found += headlines.attributed(text, first, nodes)
    out = list(nodes)
    for one in found:
        out = list(_beside(out, one))
    return [*out, *map(Node, found)]


def _beside(nodes: Sequence[Node], found: Attribution) -> Iterator[Node]:
    """Yield ``nodes`` beside ``found``: those apart from it, and once each those in its content."""
    inner: list[Node] = []
    for node in nodes:
        if _cued_in(node.found, found):
            inner.append(node)
        elif _rivals(node.found, found):
            inner += node.children
        else:
            yield node
    taken: list[Node] = []
    for node in sorted(inner, key=lambda n: -sum(n.found.evidence)):
        if not any(_one_cue(node.found, other.found) for other in taken):
            taken.append(node)
    yield from (kept for node in taken for kept in _clipped(node, found.content))


def _cued_in(one: Attribution, found: Attribution) -> bool:
    return any(s <= one.cue[0] and one.cue[1] <= e for s, e in found.content)


def _one_cue(one: Attribution, other: Attribution) -> bool:
    return one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1]


def _rivals(one: Attribution, found: Attribution) -> bool:
    """Say whether both are about the same words: half of either's content, or one cue."""
    shared = sum(max(0, min(e, f) - max(s, t)) for s, e in one.content for t, f in found.content)
    sizes = [sum(e - s for s, e in a.content) for a in (one, found)]
    return 2 * shared >= min(sizes) or _one_cue(one, found)


def _clipped(node: Node, bounds: Sequence[Range]) -> Iterator[Node]:
    """Yield ``node`` kept within the one of ``bounds`` that holds its cue, if anything is left."""
    held = next((b for b in bounds if b[0] <= node.found.cue[0] and node.found.cue[1] <= b[1]), None)
    if held is None:
        return
    content = tuple(_cut(node.found.content, held))
    if content:
        source = tuple(_cut(node.found.source, held))
        children = tuple(c for child in node.children for c in _clipped(child, content))
        yield replace(node, found=replace(node.found, content=content, source=source), children=children)


def _cut(spans: Sequence[Range], held: Range) -> Iterator[Range]:
    for start, end in spans:
        if max(start, held[0]) < min(end, held[1]):
            yield max(start, held[0]), min(end, held[1])
