"""Windows → what they say: attributions, those inside their contents, sentence starts, entities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondhand.pipeline import entities, pieces, quotes, snap
from secondhand.pipeline.decode import Attribution, Settings, attributions
from secondhand.pipeline.encoder import Encoder

DEPTH = 4
"""how deep claims are looked for inside claims"""
SHORTEST = 3
"""words a content needs to be read again"""


@dataclass(frozen=True, slots=True)
class Node:
    """An attribution and those inside its content."""

    found: Attribution
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read off some windows of a text."""

    nodes: tuple[Node, ...]
    sentences: tuple[int, ...]
    """offsets where sentences begin"""
    entities: tuple[tuple[int, int, str], ...]
    """start, end and kind"""


def read(encoder: Encoder, settings: Settings, text: str, window: pieces.Window) -> Reading:
    """Return what one window of ``text`` says."""
    scores = encoder.read(window)
    found = [snap.snapped(a, window.quotations) for a in attributions(encoder, window, scores, settings)]
    below = _nested(encoder, settings, text, found, DEPTH)
    nodes = tuple(Node(a, tuple(inner)) for a, inner in zip(found, below, strict=True))
    return Reading(nodes, entities.starts(window, scores), entities.spans(window, scores))


def _nested(
    encoder: Encoder, settings: Settings, text: str, parents: Sequence[Attribution], depth: int
) -> list[list[Node]]:
    """Return the claims inside each parent's content; all contents share windows, each its own paragraph."""
    out: list[list[Node]] = [[] for _ in parents]
    long = [i for i, p in enumerate(parents) if sum(text.count(" ", *s) for s in p.content) + 1 >= SHORTEST]
    if not depth or not long:
        return out
    blocks: list[pieces.Block] = []
    for owner in long:
        spans = [quotes.stripped(text, *span) for span in parents[owner].content]
        made = pieces.blocks(encoder.tokenizer, text, [s for s in spans if s[0] < s[1]])
        blocks += [pieces.owned(block, owner) for block in made]
    found: list[Attribution] = []
    for window in pieces.windows(blocks, encoder.ends):
        scores = encoder.read(window)
        found += attributions(encoder, window, scores, settings, within=True)
    children = [child for child in found if snap.inside(child, parents[child.group])]
    below = _nested(encoder, settings, text, children, depth - 1)
    for child, inner in zip(children, below, strict=True):
        out[child.group].append(Node(child, tuple(inner)))
    return out
