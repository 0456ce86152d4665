"""Quotation marks overrule the heads at the boundaries of a content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondhand.pipeline.network.attributions import Attribution, Range


def snapped(found: Attribution, quotations: Sequence[Range]) -> Attribution:
    """Return ``found`` with its contents drawn to the edges of the ``quotations`` they all but cover."""
    content = [_drawn(span, found.cue, quotations) for span in found.content]
    return replace(found, content=tuple(_merged(content)))


def _drawn(span: Range, cue: Range, marks: Sequence[Range]) -> Range:
    start, end = span
    for lo, hi in marks:
        shared = min(hi, end) - max(lo, start)
        if shared * 2 < hi - lo or (lo < cue[1] and cue[0] < hi):
            continue
        start, end = min(start, lo), max(end, hi)
    return start, end


def _merged(spans: list[Range]) -> list[Range]:
    out: list[Range] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def inside(child: Attribution, parent: Attribution) -> bool:
    """Say whether all of ``child`` lies within the content of ``parent`` and is not all of it."""
    parts = (*child.content, *child.source, child.cue)
    return all(any(lo <= s and e <= hi for lo, hi in parent.content) for s, e in parts)
