"""Attributions that stand in the layout, put in the place of what the model read there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from secondhand.pipeline.network.attributions import Attribution, Range
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.headlines import attribute_headline
from secondhand.pipeline.rules.interview_turns import find_turns
from secondhand.pipeline.rules.passage import Passage
from secondhand.pipeline.rules.quote_captions import find_captions


def add_laid_out(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with those that the layout shows; where two share half their content it wins."""
    text = passage.text
    found = [*find_turns(text, passage.paragraphs), *find_captions(text, passage.paragraphs)]
    if passage.headline:
        found += attribute_headline(text, passage.headline, nodes)
    return [*_beside(nodes, sorted(found, key=extent)), *map(Node, found)]


def _beside(nodes: Sequence[Node], found: Sequence[Attribution]) -> Iterator[Node]:
    """Yield ``nodes`` beside ``found`` (in order): those apart from it, and those in its content."""
    ends = list(accumulate((extent(f)[1] for f in found), max))
    starts = [extent(f)[0] for f in found]
    inner: dict[int, list[Node]] = {}
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        lo, hi = extent(node.found)
        near = range(bisect_right(ends, lo), bisect_left(starts, hi))
        holder = next((i for i in near if _cued_in(node.found, found[i])), None)
        if holder is not None:
            inner.setdefault(holder, []).append(node)
        elif any(_rivals(node.found, found[i]) for i in near):
            waiting += node.children
        else:
            yield node
    for index, held in inner.items():
        yield from _once(held, found[index].content)


def _once(nodes: Sequence[Node], bounds: Sequence[Range]) -> Iterator[Node]:
    """Yield of ``nodes`` with one cue the likeliest, each kept within ``bounds``."""
    taken: list[Node] = []
    for node in sorted(nodes, key=lambda n: -sum(n.found.evidence)):
        if not any(_one_cue(node.found, other.found) for other in taken):
            taken.append(node)
    yield from (kept for node in taken for kept in _clipped(node, bounds))


def extent(found: Attribution) -> Range:
    """Return where the first of its parts begins and the last one ends."""
    parts = (*found.content, *found.source, found.cue)
    return min(s for s, _ in parts), max(e for _, e in parts)


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
