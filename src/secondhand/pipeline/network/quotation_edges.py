"""Quotation marks overrule the heads at the boundaries of a content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondhand.pipeline.network.attributions import Attribution
from secondhand.spans import Range, merge, overlaps


def snap_to_quotations(found: Attribution, quotations: Sequence[Range]) -> Attribution:
    """Return ``found`` with its contents drawn to the edges of the ``quotations`` they all but cover."""
    content = [_widen(span, found.cue, quotations) for span in found.content]
    return replace(found, content=tuple(merge(content)))


def _widen(span: Range, cue: Range, marks: Sequence[Range]) -> Range:
    start, end = span
    for lo, hi in marks:
        shared = min(hi, end) - max(lo, start)
        if shared * 2 < hi - lo or overlaps((lo, hi), cue):
            continue
        start, end = min(start, lo), max(end, hi)
    return start, end
