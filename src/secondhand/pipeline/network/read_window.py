"""Windows → what they say: attributions and those inside their contents, entities, syntax, feelings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondhand.pipeline.network import named_entities, quotation_edges, sentiment, windows
from secondhand.pipeline.network.attributions import Attribution, Settings, decode_attributions
from secondhand.pipeline.network.encoder import Encoder
from secondhand.pipeline.network.sentiment import Feeling
from secondhand.pipeline.network.syntax import Syntax, read_syntax
from secondhand.quotations import strip_marks
from secondhand.spans import Range

Ints = npt.NDArray[np.int64]

DEPTH = 4
"""how deep claims are looked for inside claims"""
SHORTEST = 3
"""words a content needs to be read again"""


@dataclass(frozen=True, slots=True)
class Node:
    """An attribution and those inside its content."""

    attribution: Attribution
    children: tuple[Node, ...] = ()
    rules: tuple[str, ...] = ()
    """names of the rules that made, changed or moved it, in order"""

    @property
    def cue(self) -> Range:
        """Where the cue of its attribution stands."""
        return self.attribution.cue


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


def read_window(
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
        quotation_edges.snap_to_quotations(a, window.quotations)
        for a in decode_attributions(encoder, window, scores, settings)
    ]
    below = _read_contents(encoder, settings, text, found, DEPTH)
    nodes = tuple(Node(a, tuple(inner)) for a, inner in zip(found, below, strict=True))
    named = named_entities.find_entities(window, scores)
    parsed = read_syntax(encoder, window, scores.sentence, scores.heads, *tokens) if tokens else None
    said = [n.attribution for n in walk_nodes(nodes)]
    felt = sentiment.read_feelings(encoder, window, scores.heads, text, said, named, settings.temperature)
    return Reading(nodes, named_entities.find_sentence_starts(window, scores), named, parsed, felt)


def walk_nodes(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield ``nodes`` and all inside them, each before its children."""
    for node in nodes:
        yield node
        yield from walk_nodes(node.children)


def _read_contents(
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
        made = windows.make_blocks(encoder.tokenizer, text, [s for s in spans if s[0] < s[1]])
        blocks += [windows.give_owner(block, owner) for block in made]
    found: list[Attribution] = []
    for window in windows.cut_windows(blocks, encoder.ends):
        scores = encoder.read_claims(window)
        found += decode_attributions(encoder, window, scores, settings, within=True)
    children = [child for child in found if quotation_edges.is_inside_content(child, parents[child.group])]
    below = _read_contents(encoder, settings, text, children, depth - 1)
    for child, inner in zip(children, below, strict=True):
        out[child.group].append(Node(child, tuple(inner)))
    return out
