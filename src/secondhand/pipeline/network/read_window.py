"""Windows → what they say: attributions of any depth, entities, syntax, feelings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from secondhand.pipeline.network import named_entities, quotation_edges, sentiment, windows
from secondhand.pipeline.network.attributions import Attribution, Settings, decode_attributions
from secondhand.pipeline.network.encoder import Encoder
from secondhand.pipeline.network.sentiment import Feeling
from secondhand.pipeline.network.syntax import Syntax, read_syntax
from secondhand.pipeline.network.word_views import WordViews, read_views
from secondhand.spans import Range

Ints = npt.NDArray[np.int64]


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

    attributions: tuple[Attribution, ...]
    """of any depth, in the order of their cues"""
    sentences: tuple[int, ...]
    """offsets where sentences begin"""
    entities: tuple[tuple[int, int, str], ...]
    """start, end and kind"""
    syntax: Syntax | None = None
    """of the Doc's tokens, where they were given"""
    feelings: tuple[Feeling, ...] = ()
    """what is felt towards the names in the contents"""
    views: WordViews | None = None
    """of the Doc's tokens, where they were given"""


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
    named = named_entities.find_entities(window, scores)
    parsed = read_syntax(encoder, window, scores.sentence, scores.heads, *tokens) if tokens else None
    felt = sentiment.read_feelings(encoder, window, scores.heads, text, found, named, settings.temperature)
    views = read_views(encoder, window, scores.states, *tokens) if tokens else None
    starts = named_entities.find_sentence_starts(window, scores)
    return Reading(tuple(found), starts, named, parsed, felt, views)


def walk_nodes(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield ``nodes`` and all inside them, each before its children."""
    for node in nodes:
        yield node
        yield from walk_nodes(node.children)


def replace_attributions(nodes: Sequence[Node], change: Callable[[Attribution], Attribution]) -> list[Node]:
    """Return ``nodes`` and all inside them, each with what ``change`` makes of its attribution."""
    return [
        replace(
            node,
            attribution=change(node.attribution),
            children=tuple(replace_attributions(node.children, change)),
        )
        for node in nodes
    ]
