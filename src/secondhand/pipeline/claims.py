"""Trees of attributions → claims in reading order, a parent before its children."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from secondhand.claim import Claim, Span, Stance, Trace
from secondhand.pipeline.network.attributions import Range, Settings, confidence
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.citing import merged
from secondhand.pipeline.rules.duplicates import single
from secondhand.pipeline.rules.embedded_claims import completed
from secondhand.pipeline.rules.interview_turns import CERTAIN
from secondhand.pipeline.rules.layout import laid_out, spoken
from secondhand.pipeline.rules.multi_paragraph_quotes import continued
from secondhand.pipeline.rules.nesting import outermost
from secondhand.pipeline.rules.no_comment import heard
from secondhand.pipeline.rules.quoted_as_saying import requoted
from secondhand.pipeline.rules.self_attribution import unhedged
from secondhand.pipeline.rules.sources import corrected
from secondhand.publication import publisher_link
from secondhand.quotations import find_outermost, kind_of

LEAST = 0.25
"""a nested claim less likely than this is not shown"""


def flatten(text: str, paragraphs: Sequence[Range], nodes: Sequence[Node], settings: Settings) -> list[Claim]:
    """Return the claims of ``text``, speakers and chains still open."""
    starts = [s for s, _ in paragraphs]
    marks = find_outermost(text, paragraphs)
    quoted = [(q.start, q.end) for q in marks]
    out: list[Claim] = []
    mended = corrected(text, nodes)
    one_each = single(text, heard(text, merged(text, requoted(text, mended))))
    laid = laid_out(text, paragraphs, one_each)
    whole = completed(text, continued(text, paragraphs, outermost(laid)))
    trees = unhedged(text, whole, [*quoted, *spoken(laid)])
    for node, parent, sure in _walk(trees, settings):
        found = node.found
        claim = Claim(
            id=f"c{len(out) + 1}",
            parent=out[parent].id if parent is not None else None,
            paragraph=max(0, bisect_right(starts, _start(node)) - 1),
            kind=kind_of(text, found.content, quoted),
            content=tuple(Span(s, e, text[s:e]) for s, e in found.content),
            cue=Span(*found.cue, text[slice(*found.cue)]),
            source=tuple(Span(s, e, text[s:e]) for s, e in found.source),
            speaker=None,
            resolution="none",
            channel=None,
            chain=(publisher_link(),),
            stance=Stance("certain", "neutral"),
            confidence=round(sure, 4),
            trace=Trace(found.evidence if found.evidence != CERTAIN else ()),
        )
        out.append(claim)
    return out


def _walk(nodes: Sequence[Node], settings: Settings) -> Iterator[tuple[Node, int | None, float]]:
    """Yield each node, the running number of its parent and its confidence, times its parent's."""
    count = 0
    stack: list[tuple[Node, int | None, float]] = [
        (n, None, 1.0) for n in sorted(nodes, key=_order, reverse=True)
    ]
    while stack:
        node, parent, outer = stack.pop()
        sure = confidence(node.found.evidence, settings) * outer
        if parent is not None and sure < LEAST and node.found.evidence != CERTAIN:
            continue
        yield node, parent, sure
        stack += [(n, count, sure) for n in sorted(node.children, key=_order, reverse=True)]
        count += 1


def _start(node: Node) -> int:
    found = node.found
    return min(s for s, _ in (*found.content, *found.source, found.cue))


def _order(node: Node) -> tuple[int, int]:
    """Reading order; of two claims with one source the one whose cue comes first."""
    return _start(node), node.found.cue[0]
