"""Attributions that stand in the layout, put in the place of what the model read there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.headlines import attribute_headline, find_quoted_headings
from secondhand.pipeline.rules.interview_turns import find_turns
from secondhand.pipeline.rules.passage import Passage
from secondhand.pipeline.rules.quote_captions import find_captions, find_posts
from secondhand.spans import Range, clip, contains, count_characters, count_shared, overlaps


def add_laid_out(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with those that the layout shows; where two share half their content it wins."""
    text = passage.text
    found = [*find_turns(text, passage.paragraphs), *find_captions(text, passage.paragraphs)]
    found += find_posts(text, passage.paragraphs, passage.kinds)
    if passage.headline:
        found += attribute_headline(text, passage.headline, nodes, passage.doc)
    for heading in find_quoted_headings(passage):
        found += attribute_headline(text, heading, nodes, passage.doc)
    # A line may look like two kinds: "“It's a long game.” - Ann Lee" is a tag line, and like a heading.
    found = list({one.cue: one for one in reversed(found)}.values())[::-1]
    return [*_keep_beside(nodes, sorted(found, key=lambda f: f.extent)), *map(Node, found)]


def _keep_beside(nodes: Sequence[Node], found: Sequence[Attribution]) -> Iterator[Node]:
    """Yield ``nodes`` beside ``found`` (in order): those apart from it, and those in its content."""
    ends = list(accumulate((f.extent[1] for f in found), max))
    starts = [f.extent[0] for f in found]
    inner: dict[int, list[Node]] = {}
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        lo, hi = node.attribution.extent
        near = range(bisect_right(ends, lo), bisect_left(starts, hi))
        holder = next((i for i in near if any(contains(span, node.cue) for span in found[i].content)), None)
        if holder is not None:
            inner.setdefault(holder, []).append(node)
        elif any(_are_rivals(node.attribution, found[i]) for i in near):
            waiting += node.children
        else:
            yield node
    for index, held in inner.items():
        yield from _keep_likeliest(held, found[index].content)


def _keep_likeliest(nodes: Sequence[Node], bounds: Sequence[Range]) -> Iterator[Node]:
    """Yield of ``nodes`` with one cue the likeliest, each kept within ``bounds``."""
    taken: list[Node] = []
    for node in sorted(nodes, key=lambda n: -sum(n.attribution.evidence)):
        if not any(overlaps(node.cue, other.cue) for other in taken):
            taken.append(node)
    yield from (kept for node in taken for kept in _clip_node(node, bounds))


def _are_rivals(one: Attribution, found: Attribution) -> bool:
    """Say whether both are about the same words: half of either's content, or one cue."""
    shared = count_shared(one.content, found.content)
    sizes = [count_characters(a.content) for a in (one, found)]
    return 2 * shared >= min(sizes) or overlaps(one.cue, found.cue)


def _clip_node(node: Node, bounds: Sequence[Range]) -> Iterator[Node]:
    """Yield ``node`` kept within the one of ``bounds`` that holds its cue, if anything is left."""
    held = next((span for span in bounds if contains(span, node.cue)), None)
    if held is None:
        return
    content = tuple(clip(node.attribution.content, held))
    if content:
        source = tuple(clip(node.attribution.source, held))
        children = tuple(c for child in node.children for c in _clip_node(child, content))
        yield replace(
            node, attribution=replace(node.attribution, content=content, source=source), children=children
        )
