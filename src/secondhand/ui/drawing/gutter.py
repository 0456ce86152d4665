"""The signs left of every line: where the reader is, what they marked, and whether the line holds claims."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment

from secondhand.notes.highlight import SIGNS
from secondhand.ui.drawing.runs import Run
from secondhand.ui.drawing.styles import Ink

WIDTH = 4
"""cells of the gutter, the space before the text among them"""
CURSOR = "▌"
CLAIM = "│"
NESTED = "║"
CURRENT = "┃"
BEGINS = "▸"


def gutter(line: Iterable[Run], ink: Ink, *, under_cursor: bool, begins: bool) -> list[Segment]:
    """Return the signs for a line made of the runs ``line``: ``WIDTH`` cells.

    ``under_cursor`` says that it belongs to the current paragraph, ``begins`` that the current claim begins
    in it.
    """
    line = list(line)
    cursor = Segment(CURSOR if under_cursor else " ", ink.text + ink.cursor)
    marked = [run for run in line if run.mark]
    sign, hue = " ", ink.text
    if marked:
        sign, run = _sign(marked)
        if ink.letters and not begins and run.mark:
            sign = run.mark.letter
        sign = BEGINS if begins else sign
        hue = ink.text + ink.speaker(run.mark.hue if run.mark else None)
    colour = next((run.highlight for run in line if run.highlight), None)
    if colour is None:
        return [cursor, Segment(f"{sign:>2} ", hue)]
    return [cursor, Segment(SIGNS[colour], ink.text + ink.sign(colour)), Segment(f"{sign[:1]} ", hue)]


def _sign(marked: list[Run]) -> tuple[str, Run]:
    """Return the sign of a line with these marked runs, and the run that gives it its colour."""
    for run in marked:
        if run.current:
            return CURRENT, run
    deepest = max(marked, key=lambda run: run.mark.depth if run.mark else 0)
    return (NESTED if deepest.mark and deepest.mark.depth else CLAIM), marked[0]
