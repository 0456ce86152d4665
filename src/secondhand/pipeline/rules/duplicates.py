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
from secondhand.pipeline.patterns import SENTENCE_END
from secondhand.pipeline.rules.passage import Passage
from secondhand.spans import count_shared, jaccard

_END = re.compile(SENTENCE_END)
_MEDIUM = re.compile(r"\s(?:in|on|via|through)\s(?:[\w-]+\s){0,2}")


def drop_duplicates(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with those that say one thing by one source made one, at every depth."""
    text = passage.text
    out: list[Node] = []
    near = 0
    for node in sorted(nodes, key=lambda n: n.cue):
        mine = node.attribution
        while near < len(out) and mine.cue[0] - out[near].cue[1] > passage.settings.cue_distance:
            near += 1
        twin = next((i for i in range(near, len(out)) if _are_twins(passage, out[i].attribution, mine)), None)
        if twin is None:
            out.append(node)
        else:
            out[twin] = _join(text, out[twin], node)
    return [replace(node, children=tuple(drop_duplicates(passage, node.children))) for node in out]


def _are_twins(passage: Passage, one: Attribution, other: Attribution) -> bool:
    settings = passage.settings
    lo, hi = min(one.cue[1], other.cue[1]), max(one.cue[0], other.cue[0])
    if hi - lo > settings.cue_distance or _END.search(passage.text, lo, hi):
        return False
    apart = one.source and other.source and not count_shared(one.source, other.source)
    return not apart and jaccard(one.content, other.content) >= settings.content_likeness


def _join(text: str, first: Node, second: Node) -> Node:
    """The better of two whose cues stand in this order."""
    best = max(first, second, key=lambda n: (bool(n.attribution.source), n.attribution.cue_score))
    found, cue = best.attribution, first.cue
    if _MEDIUM.fullmatch(text[cue[1] : second.cue[0]]):
        found = replace(found, cue=(cue[0], second.cue[1]))
    return replace(best, attribution=found, children=best.children or first.children or second.children)
