"""A paragraph that is a quotation and nothing else is said by the one who speaks in the paragraph before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from secondhand.pipeline.mentions.mention import PRONOUNS
from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.patterns import NAME_PART, WORD
from secondhand.pipeline.rules.passage import Passage
from secondhand.quotations import find_outermost
from secondhand.spans import Range, count_shared

LEAST = 5
"""words of a quotation that is somebody's, not a title"""

_MARKS = '"“”„«»'
_INTRODUCED = re.compile(
    rf"(?:^|(?<=[.!?][\s\"”]))\s*(?P<who>{NAME_PART}(?:[ \xa0]{NAME_PART}){{0,3}})[ \xa0]"
    r"(?P<cue>(?:said|wrote|told|says|writes|\w{3,}(?:ed|s))\b)[^.!?:\"“”]{0,60}:$"
)


def add_block_quotes(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes``, each with the quotations in paragraphs of their own by which its speaker goes on."""
    after = 1 if passage.headline else 0
    text, paragraphs = passage.text, passage.paragraphs[after:]
    shown = {at for at, kind in enumerate(passage.kinds[after:]) if kind == "quotation"}
    out = list(nodes)
    starts = [s for s, _ in paragraphs]
    for index, span in enumerate(paragraphs):
        before = paragraphs[index - 1]
        if (
            not index
            or not (_is_quotation(text, *span) or index in shown)
            or not (index in shown or _can_lead(text, before, span))
            or _is_covered(out, span)
        ):
            continue
        if introduced := _find_introduction(text, before, span, index):
            out.append(Node(introduced))
            continue
        here = [
            i for i, n in enumerate(out) if bisect_right(starts, _find_last_start(n.attribution)) == index
        ]
        if here and len({_name_source(text, out[i].attribution) for i in here} - {""}) <= 1:
            at = max(here, key=lambda i: _find_last_start(out[i].attribution))
            found = out[at].attribution
            out[at] = replace(out[at], attribution=replace(found, content=(*found.content, span)))
    return out


def _is_quotation(text: str, start: int, end: int) -> bool:
    """Say whether a paragraph is one or several quotations and nothing else."""
    marks = find_outermost(text, [(start, end)])
    if text[start] not in _MARKS or text.count(" ", start, end) < LEAST - 1:
        return False
    inside = sum(sum(map(str.isalnum, text[q.start : q.end])) for q in marks)
    return bool(marks) and inside == sum(map(str.isalnum, text[start:end]))


def _can_lead(text: str, before: Range, span: Range) -> bool:
    """Say whether no quotation is left open in the paragraph before, and none there has other marks."""
    marks = find_outermost(text, [before])
    return all(q.closed and text[q.start] == text[span[0]] for q in marks)


def _is_covered(nodes: Sequence[Node], span: Range) -> bool:
    """Say whether a claim has a third of the paragraph for its content, or its cue there."""
    for node in nodes:
        shared = count_shared(node.attribution.content, [span])
        if 3 * shared >= span[1] - span[0] or span[0] <= node.cue[0] < span[1]:
            return True
    return False


def _find_introduction(text: str, before: Range, span: Range, index: int) -> Attribution | None:
    """Return what a paragraph that ends like "Lee continued:" says about the quotation under it."""
    found = _INTRODUCED.search(text, *before)
    return (
        Attribution(found.span("cue"), (found.span("who"),), (span,), index - 1, made_by="layout")
        if found
        else None
    )


def _find_last_start(found: Attribution) -> int:
    """Where its cue or the last piece of its content begins, whichever comes later."""
    return max(found.cue[0], *(s for s, _ in found.content))


def _name_source(text: str, found: Attribution) -> str:
    """The last word of the source, or nothing for a pronoun."""
    told = re.findall(WORD, text[slice(*found.source[0])]) if found.source else []
    return "" if not told or told[-1].casefold() in PRONOUNS else told[-1].casefold()
