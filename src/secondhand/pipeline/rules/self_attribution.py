""" "I think" inside somebody's own quotation hedges what he says; it is no claim of its own.

What a speaker said earlier, "I told her …", is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node, walk_nodes
from secondhand.pipeline.rules.passage import Passage
from secondhand.spans import Range

_OWN = re.compile(r"(?:I|[Ww]e)\b")
_EARLIER = re.compile(r"\b(?:said|told|wrote|swore|\w{2,}ed)\b")


def drop_self_attributions(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` without the children by which somebody quoted says what he thinks himself.

    What such a child holds goes to its parent. What the layout tells of is quoted, too.
    """
    told = [
        span for n in walk_nodes(nodes) if n.attribution.made_by == "layout" for span in n.attribution.content
    ]
    text, quoted = passage.text, [*passage.quotations, *told]
    return [replace(node, children=tuple(_keep_others(text, node, quoted))) for node in nodes]


def _keep_others(text: str, parent: Node, quoted: Sequence[Range]) -> Iterator[Node]:
    for child in parent.children:
        below = tuple(_keep_others(text, child, quoted))
        if _is_own(text, child.attribution, quoted):
            yield from below
        else:
            yield replace(child, children=below)


def _is_own(text: str, found: Attribution, quoted: Sequence[Range]) -> bool:
    """Whether "I" or "we" of a quotation speak, and of now."""
    if not found.source or _EARLIER.search(text, *found.cue):
        return False
    start, end = found.source[0]
    told = _OWN.match(text[start:end])
    return bool(told) and any(lo <= start < hi for lo, hi in quoted)
