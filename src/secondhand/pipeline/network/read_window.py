"""Windows → what they say: attributions and those inside their contents, entities, syntax, feelings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondhand.pipeline.network import named_entities, quotation_edges, sentiment, windows
from secondhand.pipeline.network.attributions import Attribution, Settings, attributions
from secondhand.pipeline.network.encoder import Encoder
from secondhand.pipeline.network.sentiment import Feeling
from secondhand.pipeline.network.syntax import Syntax, syntax
from secondhand.quotations import strip_marks

Ints = npt.NDArray[np.int64]

DEPTH = 4
"""how deep claims are looked for inside claims"""
SHORTEST = 3
"""words a content needs to be read again"""


@dataclass(frozen=True, slots=True)
class Node:
    """An attribution and those inside its content."""

    found: Attribution
    children: tuple[Node, ...] = ()
    rules: tuple[str, ...] = ()
    """names of the rules that made, changed or moved it, in order"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read off some windows of a text."""

    nodes: tuple[Node, ...]
    sentences: tuple[int, ...]
    """offsets where sentences begin"""
    entities: tuple[tuple[int, int, str], ...]
    """start, end and kind"""
    syntax: Syntax | None = None
    """of the Doc's tokens, where they were given"""
    feelings: tuple[Feeling, ...] = ()
    """what is felt towards the names in the contents"""


def read(
    encoder: Encoder,
    settings: Settings,
    text: str,
    window: windows.Window,
    tokens: tuple[Ints, Ints] | None = None,
) -> Reading:
    """Return what one window of ``text`` says.

    ``tokens`` are start and end of the tokens of the Doc, whose syntax is then read too.
    """
    scores = encoder.read(window)
    found = [
        quotation_edges.snapped(a, window.quotations) for a in attributions(encoder, window, scores, settings)
    ]
    below = _nested(encoder, settings, text, found, DEPTH)
    nodes = tuple(Node(a, tuple(inner)) for a, inner in zip(found, below, strict=True))
    named = named_entities.spans(window, scores)
    parsed = syntax(encoder, window, scores.sentence, scores.heads, *tokens) if tokens else None
    said = [n.found for n in every(nodes)]
    felt = sentiment.towards(encoder, window, scores.heads, text, said, named, settings.temperature)
    return Reading(nodes, named_entities.starts(window, scores), named, parsed, felt)


def every(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield ``nodes`` and all inside them, each before its children."""
    for node in nodes:
        yield node
        yield from every(node.children)


def _nested(
    encoder: Encoder, settings: Settings, text: str, parents: Sequence[Attribution], depth: int
) -> list[list[Node]]:
    """Return the claims inside each parent's content; all contents share windows, each its own paragraph."""
    out: list[list[Node]] = [[] for _ in parents]
    long = [i for i, p in enumerate(parents) if sum(text.count(" ", *s) for s in p.content) + 1 >= SHORTEST]
    if not depth or not long:
        return out
    blocks: list[windows.Block] = []
    for owner in long:
        spans = [strip_marks(text, *span) for span in parents[owner].content]
        made = windows.blocks(encoder.tokenizer, text, [s for s in spans if s[0] < s[1]])
        blocks += [windows.owned(block, owner) for block in made]
    found: list[Attribution] = []
    for window in windows.cut_windows(blocks, encoder.ends):
        scores = encoder.read_claims(window)
        found += attributions(encoder, window, scores, settings, within=True)
    children = [child for child in found if quotation_edges.inside(child, parents[child.group])]
    below = _nested(encoder, settings, text, children, depth - 1)
    for child, inner in zip(children, below, strict=True):
        out[child.group].append(Node(child, tuple(inner)))
    return out
