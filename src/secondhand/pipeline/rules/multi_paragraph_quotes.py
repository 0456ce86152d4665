"""One quotation over several paragraphs is one claim.

The convention: each paragraph opens with a mark, and only the last one closes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from secondhand.pipeline.network.attributions import Range
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.passage import Passage
from secondhand.quotations import find_quotations


def join_paragraphs(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with open quotations led on; claims inside what was added are nested there."""
    text, paragraphs = passage.text, passage.paragraphs
    left = sorted(nodes, key=lambda n: n.found.cue)
    starts = [s for s, _ in paragraphs]
    out: list[Node] = []
    taken: list[Range] = []
    for node in left:
        if any(lo <= node.found.cue[0] and node.found.cue[1] <= hi for lo, hi in taken):
            out[-1] = replace(out[-1], children=(*out[-1].children, node))
            continue
        added = _added(text, paragraphs, starts, node, left)
        taken += added
        content = sorted({*node.found.content, *added})
        out.append(replace(node, found=replace(node.found, content=tuple(content))))
    return out


def _added(
    text: str, paragraphs: Sequence[Range], starts: Sequence[int], node: Node, nodes: Sequence[Node]
) -> list[Range]:
    """The paragraphs by which the last content of ``node`` goes on."""
    start, end = node.found.content[-1]
    index = bisect_right(starts, start) - 1
    out: list[Range] = []
    while 0 <= index < len(paragraphs) - 1 and _open_at_end(text, paragraphs[index], end):
        index += 1
        first, last = paragraphs[index]
        marks = find_quotations(text, first, last)
        if not marks or marks[0].start != first or _claimed(nodes, (first, marks[0].end)):
            break
        end = marks[0].end
        out.append((first, end))
    return out


def _open_at_end(text: str, paragraph: Range, end: int) -> bool:
    """Whether the content that ends at ``end`` runs to its paragraph's end in a quotation never closed."""
    marks = find_quotations(text, *paragraph)
    return any(not q.closed and q.depth == 0 for q in marks) and paragraph[1] - end <= 2


def _claimed(nodes: Sequence[Node], span: Range) -> bool:
    """Whether the very quotation is another claim's content, by a cue outside it."""
    first = bisect_left([n.found.cue for n in nodes], (span[0] - 400, 0))
    for node in nodes[first:]:
        if node.found.cue[0] > span[1] + 400:
            break
        outside = not span[0] <= node.found.cue[0] < span[1]
        if outside and any(s < span[1] and span[0] < e for s, e in node.found.content):
            return True
    return False
