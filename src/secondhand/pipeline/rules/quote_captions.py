"""Tag lines: a quotation that stands alone, and after a dash or on the line under it whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.patterns import CLOSING, NAME_PART, PARTICLE, STOPS
from secondhand.quotations import find_outermost
from secondhand.spans import Range

LEAST = 3
"""words of a quotation that is somebody's; one without a final stop is a title"""

_TAG = re.compile(
    rf"\s*(?P<cue>[—–―]|--?)\s*(?P<who>{NAME_PART}(?:[ \xa0](?:{NAME_PART}|{PARTICLE}|of|the)){{0,5}})"
    r"(?P<rest>(?:,[ \xa0]|[ \xa0]\()[^\n.!?:;\"“”]{2,90}\.?)?$"
)
_SIGNED = re.compile(
    r"(?P<cue>[—–―]|--?)\s*(?P<who>[^\n()@]{2,60}?)[ \xa0]\(@\w+\)(?:[ \xa0](?=[^\n]*\d)[\w ,.:·]{4,40})?"
)
"""a name, a handle, and when it was posted"""
_ENDED = re.compile(rf"[{STOPS},][{CLOSING}]+$")


def find_captions(text: str, paragraphs: Sequence[Range]) -> Iterator[Attribution]:
    """Yield the attributions of quotations by a tag line."""
    for index, (start, end) in enumerate(paragraphs):
        begin = _find_quotation_end(text, start, end)
        tag = _TAG.match(text, begin, end) if begin > start else None
        if tag:
            yield _make_attribution((start, begin), tag, index)
        elif index and (tag := _TAG.match(text, start, end)):
            before = paragraphs[index - 1]
            if _find_quotation_end(text, *before) == before[1]:
                yield _make_attribution(before, tag, index)


def find_posts(
    text: str, paragraphs: Sequence[Range], kinds: Sequence[str | None] = ()
) -> Iterator[Attribution]:
    """Yield what embedded posts say, by the line under each: "— Ann Lee (@annlee) March 3, 2025".

    Those that a page shows as posts (``kinds``) are left out: it tells where they begin.
    """
    for index, (start, end) in enumerate(paragraphs):
        signed = _SIGNED.fullmatch(text, start, end)
        if signed and index and kinds[index : index + 1] != ("post",):
            yield _make_attribution(paragraphs[index - 1], signed, index)


def _make_attribution(content: Range, tag: re.Match[str], index: int) -> Attribution:
    start = tag.start("who")
    return Attribution(
        tag.span("cue"), ((start, start + len(tag["who"].rstrip("."))),), (content,), index, made_by="layout"
    )


def _find_quotation_end(text: str, start: int, end: int) -> int:
    """Return where the quotation that a paragraph begins with closes; ``start`` where there is none."""
    marks = find_outermost(text, [(start, end)])
    if not marks or marks[0].start != start or not marks[0].closed:
        return start
    words = text[start : marks[0].end].split()
    return marks[0].end if len(words) >= LEAST and _ENDED.search(words[-1]) else start
