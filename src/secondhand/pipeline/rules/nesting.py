"""A claim inside another's content is that claim's child, however it was found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.passage import Passage
from secondhand.pipeline.rules.rule_settings import DEFAULTS
from secondhand.spans import contains


def nest_claims(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` as ``nest`` does."""
    return nest(nodes, passage.settings.holder_reach)


def nest(nodes: Sequence[Node], reach: int = DEFAULTS.holder_reach) -> list[Node]:
    """Return the nodes that no other one's content holds; those it holds become children of that one.

    ``reach`` is how many characters before a cue a content that holds it may begin. A child found twice, by
    the same cue, is kept once.
    """
    order = sorted(nodes, key=lambda n: n.attribution.extent[0])
    starts = [n.attribution.extent[0] for n in order]
    inner: dict[int, list[Node]] = {}
    for index, node in enumerate(order):
        first = bisect_left(starts, node.cue[0] - reach)
        last = bisect_left(starts, node.cue[1])
        held = [
            i for i in range(first, last) if i != index and _holds(order[i].attribution, node.attribution)
        ]
        if held:
            inner.setdefault(max(held, key=lambda i: _rank_holder(order[i].attribution)), []).append(node)
    below = {id(node) for group in inner.values() for node in group}
    return [_add_children(node, inner.get(i, ())) for i, node in enumerate(order) if id(node) not in below]


def _rank_holder(outer: Attribution) -> tuple[int, float]:
    """Return what orders those that hold a claim: the innermost is its parent, of equals the likeliest."""
    return -sum(e - s for s, e in outer.content), outer.cue_score


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether the content of ``outer`` holds the cue of ``inner``, and not the other way round."""
    return _covers(outer, inner) and not _covers(inner, outer)


def _covers(outer: Attribution, inner: Attribution) -> bool:
    return any(contains(span, inner.cue) for span in outer.content)


def _add_children(node: Node, more: Sequence[Node]) -> Node:
    """Return ``node`` with the children it has not got yet."""
    cues = [child.cue for child in node.children]
    fresh = [m for m in more if not any(s < m.cue[1] and m.cue[0] < e for s, e in cues)]
    return replace(node, children=(*node.children, *fresh)) if fresh else node
