"""One quotation over several paragraphs is one claim.

The convention: each paragraph opens with a mark, and only the last one closes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.passage import Passage
from secondhand.quotations import find_quotations
from secondhand.spans import Range, contains, overlaps


def join_paragraphs(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with open quotations led on; claims inside what was added are nested there."""
    text, paragraphs = passage.text, passage.paragraphs
    left = sorted(nodes, key=lambda n: n.cue)
    starts = [s for s, _ in paragraphs]
    out: list[Node] = []
    taken: list[Range] = []
    for node in left:
        if any(contains(span, node.cue) for span in taken):
            out[-1] = replace(out[-1], children=(*out[-1].children, node))
            continue
        added = _find_continuation(text, paragraphs, starts, node, left)
        taken += added
        content = sorted({*node.attribution.content, *added})
        out.append(replace(node, attribution=replace(node.attribution, content=tuple(content))))
    return out


def _find_continuation(
    text: str, paragraphs: Sequence[Range], starts: Sequence[int], node: Node, nodes: Sequence[Node]
) -> list[Range]:
    """The paragraphs by which the last content of ``node`` goes on."""
    start, end = node.attribution.content[-1]
    index = bisect_right(starts, start) - 1
    out: list[Range] = []
    while 0 <= index < len(paragraphs) - 1 and _is_open_at_end(text, paragraphs[index], end):
        index += 1
        first, last = paragraphs[index]
        marks = find_quotations(text, first, last)
        if not marks or marks[0].start != first or _is_claimed(nodes, (first, marks[0].end)):
            break
        end = marks[0].end
        out.append((first, end))
    return out


def _is_open_at_end(text: str, paragraph: Range, end: int) -> bool:
    """Whether the content that ends at ``end`` runs to its paragraph's end in a quotation never closed."""
    marks = find_quotations(text, *paragraph)
    return any(not q.closed and q.depth == 0 for q in marks) and paragraph[1] - end <= 2


def _is_claimed(nodes: Sequence[Node], span: Range) -> bool:
    """Whether the very quotation is another claim's content, by a cue outside it."""
    first = bisect_left([n.cue for n in nodes], (span[0] - 400, 0))
    for node in nodes[first:]:
        if node.cue[0] > span[1] + 400:
            break
        outside = not span[0] <= node.cue[0] < span[1]
        if outside and any(overlaps(held, span) for held in node.attribution.content):
            return True
    return False
