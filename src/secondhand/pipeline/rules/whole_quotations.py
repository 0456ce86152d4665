"""A quotation is one claim's, of those side by side; a content ends with the one it begins with, or before
one that is a sentence of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node, replace_attributions
from secondhand.pipeline.patterns import STOPS
from secondhand.pipeline.rules.passage import Passage
from secondhand.quotations import MARKS, Quotation, find_quotations
from secondhand.spans import Range, contains


def keep_quotations_whole(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` without the quotations that are another's, and without what follows their own."""
    apart = _give_to_nearest(passage, nodes)
    return replace_attributions([*apart], partial(_cut_at_quotations, passage))


def _give_to_nearest(passage: Passage, nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield ``nodes``, each quotation left to the one whose cue is nearest, where the others say more."""
    owners: dict[Range, list[Node]] = {}
    for node in nodes:
        for quotation in _list_quotations(passage, node):
            owners.setdefault(quotation, []).append(node)
    for node in nodes:
        lost = [q for q in _list_quotations(passage, node) if _find_nearest(owners[q], q) is not node]
        content = [span for span in node.attribution.content if not any(contains(q, span) for q in lost)]
        found = node.attribution
        yield replace(node, attribution=replace(found, content=tuple(content or found.content)))


def _list_quotations(passage: Passage, node: Node) -> list[Range]:
    """Return the quotations that are pieces of what ``node`` says, its cue outside of them."""
    marks = passage.quotations
    near = (
        (span, marks[bisect_right(marks, span[0], key=lambda q: q[0]) - 1])
        for span in node.attribution.content
        if marks
    )
    return [q for span, q in near if contains(q, span) and not contains(q, node.cue)]


def _find_nearest(nodes: Sequence[Node], quotation: Range) -> Node:
    return min(nodes, key=lambda node: _measure_distance(node, quotation))


def _measure_distance(node: Node, quotation: Range) -> int:
    """Return how many characters lie between the cue of ``node`` and a ``quotation``."""
    return max(quotation[0] - node.cue[1], node.cue[0] - quotation[1], 0)


def _cut_at_quotations(passage: Passage, found: Attribution) -> Attribution:
    content = (_drop_half(passage, _cut_at_first(passage.text, span)) for span in found.content)
    return replace(found, content=tuple(span for span in content if span[0] < span[1]) or found.content)


def _drop_half(passage: Passage, span: Range) -> Range:
    """Return ``span`` without the mark that ends a quotation before it, or begins one behind it."""
    start, end = span
    if any(close == start + 1 for _, close in passage.quotations):
        start = end - len(passage.text[start + 1 : end].lstrip())
    if any(begin == end - 1 for begin, _ in passage.quotations):
        end = start + len(passage.text[start : end - 1].rstrip())
    return start, end


def _cut_at_first(text: str, span: Range) -> Range:
    """Return ``span`` up to the end of the sentence in quotation marks that it begins with.

    Where it begins outside of marks, up to the end of a sentence that such a one comes after.
    """
    start, end = span
    first = next(iter(find_quotations(text, start, end)), None)
    if first is None or not _is_sentence(text, first):
        return span
    if first.start == start:
        return span if not MARKS.isdisjoint(text[first.end : end]) else (start, first.end)
    told = text[start : first.start].rstrip()
    # Words that begin in marks are a quotation that is taken up again in the next paragraph.
    if told.endswith(tuple(STOPS)) and MARKS.isdisjoint(told):
        return start, start + len(told.rstrip("."))
    return span


def _is_sentence(text: str, quotation: Quotation) -> bool:
    return quotation.closed and text[quotation.end - 2] in f",{STOPS}"
