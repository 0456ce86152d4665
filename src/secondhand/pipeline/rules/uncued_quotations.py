"""A quotation that is a sentence of its own, without a cue, is a claim by whoever spoke before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from secondhand.pipeline.doc.noun_chunks import noun_chunks
from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.patterns import NAME_PART
from secondhand.pipeline.rules.passage import Passage
from secondhand.quotations import CLOSERS, Quotation, find_outermost
from secondhand.spans import Range, contains, count_shared

LEAST = 5
"""words of a quotation that is somebody's, not a title"""
NEAR = 40
"""characters before a quotation that tell whether a sentence begins with it"""

_BEGUN = re.compile(r"(?:^|[.!?…][\"'”’)]*\s+)\Z")
"""what stands before the first word of a sentence"""
_WHOLE = re.compile(r"[.!?…—–-][\"'”’)]*\Z")
"""how a sentence ends"""
_CLOSING = CLOSERS | {'"'}
_GOES_ON = re.compile(r"\s+(?![a-z])|\Z")
_INTRODUCED = re.compile(
    rf"(?:^|(?<=[.!?][\s\"”]))\s*(?P<who>{NAME_PART}(?:[ \xa0]{NAME_PART}){{0,3}})[ \xa0]"
    r"(?P<cue>(?:said|wrote|told|says|writes|\w{3,}(?:ed|s))\b)[^.!?:\"“”]{0,60}:$"
)


def add_uncued_quotations(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with a claim for each quotation that is a sentence by itself and has no cue.

    Such a quotation is taken out of a claim before it that states something in other words, or that ended
    with its own quotation in an earlier paragraph.
    """
    alone = list(_find_alone(passage))
    kept = [_cut_off(passage.text, node, alone) for node in nodes]
    fresh = (span for span in alone if not _is_claimed(kept, span))
    return [*kept, *(Node(_attribute(passage, span)) for span in fresh)]


def _find_alone(passage: Passage) -> Iterator[Range]:
    """Yield the stretches of one paragraph that are quotations, and sentences of their own."""
    first = 1 if passage.headline else 0
    left_open = False
    for index, paragraph in enumerate(passage.paragraphs):
        marks = find_outermost(passage.text, [paragraph])
        shown = passage.kinds[index : index + 1] == ("quotation",)
        if index >= first and shown:
            yield paragraph
        elif index >= first:
            yield from _read_paragraph(passage.text, paragraph, marks[left_open:])
        left_open = any(not mark.closed for mark in marks)


def _read_paragraph(text: str, paragraph: Range, marks: Sequence[Quotation]) -> Iterator[Range]:
    """Yield the sentences among the quotations ``marks``; those with only space between them are one."""
    spans: list[Range] = []
    for mark in marks:
        if spans and not text[spans[-1][1] : mark.start].strip():
            spans[-1] = spans[-1][0], mark.end
        else:
            spans.append((mark.start, mark.end))
    for start, end in spans:
        begins = _BEGUN.search(text[max(paragraph[0], start - NEAR) : start])
        whole = (start, end) == paragraph or _WHOLE.search(text[start:end])
        long = text.count(" ", start, end) >= LEAST - 1
        if long and begins and whole and _GOES_ON.match(text, end, paragraph[1]):
            yield start, end


def _cut_off(text: str, node: Node, alone: Sequence[Range]) -> Node:
    """Return ``node`` without the quotations among ``alone`` that do not go on what it says."""
    content = node.attribution.content
    for number, (before, piece) in enumerate(pairwise(content), 1):
        apart = any(contains(span, piece) for span in alone) and piece[0] >= node.cue[1]
        ended = not _CLOSING.isdisjoint(text[before[1] - 1 : before[1] + 1])
        if apart and ended == ("\n" in text[before[1] : piece[0]]):
            return replace(node, attribution=replace(node.attribution, content=content[:number]))
    return node


def _is_claimed(nodes: Sequence[Node], span: Range) -> bool:
    """Say whether a claim with its cue elsewhere has a third of ``span`` for its content."""
    size = span[1] - span[0]
    return any(
        not contains(span, node.cue) and 3 * count_shared(node.attribution.content, [span]) >= size
        for node in nodes
    )


def _find_label(doc: Doc | None, paragraph: Range) -> tuple[Range, Range] | None:
    """Return cue and name of a line without a verb, like "From the desk of Ann Lee:"; None where it is none.

    The cue is its colon or, where it is without one, "From"; after that more may follow the name.
    """
    line = doc.char_span(*paragraph, alignment_mode="contract") if doc is not None else None
    if line is None or any(token.pos_ in ("VERB", "AUX") for token in line):
        return None
    colon = line[-1] if line[-1].text == ":" else None
    sender = next((token for token in line if token.lower_ == "from"), None)
    names = [(s, e) for s, e, _ in noun_chunks(line) if line.doc[e - 1].pos_ == "PROPN"]
    sent = [(s, e) for s, e in names if sender and s > sender.i and line.doc[e - 1].ent_type_ == "PERSON"]
    mark = colon or sender
    if mark is None or not (sent or (colon and names and names[-1][1] == line.end - 1)):
        return None
    start, end = sent[0] if sent else names[-1]
    first, last = line.doc[start], line.doc[end - 1]
    return (mark.idx, mark.idx + len(mark)), (first.idx, last.idx + len(last))


def _attribute(passage: Passage, span: Range) -> Attribution:
    """Return ``span`` as said under the words before it: "Lee continued:", or under none."""
    index = bisect_right([start for start, _ in passage.paragraphs], span[0]) - 1
    before = passage.paragraphs[max(0, index - 1)]
    if index and (labelled := _find_label(passage.doc, before)):
        cue, named = labelled
        return Attribution(cue, (named,), (span,), index - 1, made_by="layout")
    if index and (found := _INTRODUCED.search(passage.text, *before)):
        return Attribution(found.span("cue"), (found.span("who"),), (span,), index - 1, made_by="layout")
    return Attribution((span[0], span[0]), (), (span,), index, made_by="layout")
