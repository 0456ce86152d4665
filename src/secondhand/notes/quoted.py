"""How much of some words stands between quotation marks: a light rule, without the model's pipeline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondhand.claim import Kind, Span

_QUOTATION = re.compile(r"“[^“”\n]*”?|„[^„“”\n]*[“”]?|«[^«»\n]*»?|\"[^\"\n]*\"?|(?<!\w)‘[^‘\n]*?’(?!\w)")


def kind(text: str, content: Sequence[Span]) -> Kind:
    """Return whether ``content`` stands wholly, in part or not at all between quotation marks."""
    inside = outside = 0
    for span in content:
        # Marks pair off within a paragraph: from the beginning of its line on.
        line = text.rfind("\n", 0, span.start) + 1
        covered = _covered(text, line, span)
        inside += covered
        outside += sum(map(str.isalnum, span.text)) - covered
    if not outside:
        return "direct"
    return "mixed" if inside else "indirect"


def _covered(text: str, line: int, span: Span) -> int:
    found = 0
    for match in _QUOTATION.finditer(text, line):
        if match.start() >= span.end:
            break
        shared = text[max(match.start(), span.start) : max(span.start, min(match.end(), span.end))]
        found += sum(map(str.isalnum, shared))
    return found
