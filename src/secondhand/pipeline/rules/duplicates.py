"""Two cues for one thing said are one claim: "said in a statement that …", "said on Monday: “…”".

The tagger marks the colon, or the statement, as a cue of its own. One is kept, the one with a source and then
the surer one; where the other names the medium right behind it, the cue takes that along.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.passage import Passage
from secondhand.spans import count_shared, jaccard

ALIKE = 0.8
"""overlap of two contents that are one: characters, intersection over union"""
APART = 120
"""characters between two cues that are still one"""
_BREAK = re.compile(r"[.!?][\"”’']?\s|\n")
_MEDIUM = re.compile(r"\s(?:in|on|via|through)\s(?:[\w-]+\s){0,2}")


def drop_duplicates(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with those that say one thing by one source made one, at every depth."""
    text = passage.text
    out: list[Node] = []
    near = 0
    for node in sorted(nodes, key=lambda n: n.cue):
        mine = node.attribution
        while near < len(out) and mine.cue[0] - out[near].cue[1] > APART:
            near += 1
        twin = next((i for i in range(near, len(out)) if _are_twins(text, out[i].attribution, mine)), None)
        if twin is None:
            out.append(node)
        else:
            out[twin] = _join(text, out[twin], node)
    return [replace(node, children=tuple(drop_duplicates(passage, node.children))) for node in out]


def _are_twins(text: str, one: Attribution, other: Attribution) -> bool:
    lo, hi = min(one.cue[1], other.cue[1]), max(one.cue[0], other.cue[0])
    if hi - lo > APART or _BREAK.search(text, lo, hi):
        return False
    apart = one.source and other.source and not count_shared(one.source, other.source)
    return not apart and jaccard(one.content, other.content) >= ALIKE


def _join(text: str, first: Node, second: Node) -> Node:
    """The better of two whose cues stand in this order."""
    best = max(first, second, key=lambda n: (bool(n.attribution.source), n.attribution.cue_score))
    found, cue = best.attribution, first.cue
    if _MEDIUM.fullmatch(text[cue[1] : second.cue[0]]):
        found = replace(found, cue=(cue[0], second.cue[1]))
    return replace(best, attribution=found, children=best.children or first.children or second.children)
