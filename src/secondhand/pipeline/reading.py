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


def read(encoder: Encoder, settings: Settings, windows: Sequence[tuple[str, pieces.Window]]) -> list[Reading]:
    """Return what each window of a text says; the first of each pair is the whole text."""
    scores = encoder.read([w for _, w in windows])
    tops: list[list[tuple[str, Attribution]]] = []
    for (text, window), score in zip(windows, scores, strict=True):
        found = attributions(encoder, window, score, settings)
        tops.append([(text, snap.snapped(a, window.quotations)) for a in found])
    nested = _nested(encoder, settings, [pair for top in tops for pair in top], DEPTH)
    out = []
    for (_, window), score, top in zip(windows, scores, tops, strict=True):
        nodes = tuple(Node(a, nested[id(a)]) for _, a in top)
        out.append(Reading(nodes, entities.starts(window, score), entities.spans(window, score)))
    return out


def _nested(
    encoder: Encoder, settings: Settings, parents: Sequence[tuple[str, Attribution]], depth: int
) -> dict[int, tuple[Node, ...]]:
    """Return the claims inside each parent's content, by the parent's identity."""
    out: dict[int, tuple[Node, ...]] = {id(parent): () for _, parent in parents}
    tasks = [(t, p) for t, p in parents if sum(t[s:e].count(" ") for s, e in p.content) + 1 >= SHORTEST]
    if not depth or not tasks:
        return out
    found: list[tuple[Attribution, str, Attribution]] = []
    windows, owners = _inner_windows(encoder, tasks)
    for (text, window), score in zip(windows, encoder.read([w for _, w in windows]), strict=True):
        for child in attributions(encoder, window, score, settings, within=True):
            parent = owners[child.group]
            if snap.inside(child, parent):
                found.append((parent, text, child))
    deeper = _nested(encoder, settings, [(text, child) for _, text, child in found], depth - 1)
    for parent, _, child in found:
        out[id(parent)] = (*out[id(parent)], Node(child, deeper[id(child)]))
    return out


def _inner_windows(
    encoder: Encoder, tasks: Sequence[tuple[str, Attribution]]
) -> tuple[list[tuple[str, pieces.Window]], list[Attribution]]:
    """Lay contents out as paragraphs of their own; a window's paragraph numbers index the owners."""
    windows: list[tuple[str, pieces.Window]] = []
    owners: list[Attribution] = []
    by_text: dict[int, list[tuple[str, Attribution]]] = {}
    for text, parent in tasks:
        by_text.setdefault(id(text), []).append((text, parent))
    for group in by_text.values():
        text = group[0][0]
        blocks: list[pieces.Block] = []
        for _, parent in group:
            spans = [quotes.stripped(text, *span) for span in parent.content]
            made = pieces.blocks(encoder.tokenizer, text, [s for s in spans if s[0] < s[1]])
            blocks += [pieces.owned(block, len(owners)) for block in made]
            owners.append(parent)
        windows += [(text, w) for w in pieces.windows(blocks, encoder.ends)]
    return windows, owners
