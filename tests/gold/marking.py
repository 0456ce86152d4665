"""Marks the lines that the shipped model reads wrong, with what is wrong."""

from __future__ import annotations

from secondhand.analysis import analyze_many
from tests.gold.comparing import problems
from tests.gold.filling import filled
from tests.gold.lines import Line

TOLD = 2
"""problems that a reason names"""


def marked(every: list[Line]) -> list[Line]:
    """Return ``every`` line, with ``xfail`` where the model gets it wrong and only there."""
    out = []
    analyses = analyze_many(line.article() for line in every)
    for line, analysis in zip(every, analyses, strict=True):
        data = {field: value for field, value in line.data.items() if field != "xfail"}
        if wrong := problems(data, analysis):
            data["xfail"] = "; ".join(wrong[:TOLD])
        out.append(filled(Line(line.file, line.number, data)))
    return out
