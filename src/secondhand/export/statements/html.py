"""Statements as one self-contained page: each with the picture of its ways, and every wording; no scripts."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import TextIO

from secondhand.export.statements import phrases
from secondhand.safe_text import clean
from secondhand.statements.statement import Carrier, Statement
from secondhand.statements.ways import StopKind, WayGraph, list_ways

_HERE = Path(__file__).parent
_COLUMN, _ROW, _WIDTH, _HEIGHT = 260, 44, 200, 30
"""pixels from one box to the next across and down, and those of a box"""
_LETTERS = 28
"""that a box has room for"""


@dataclass(frozen=True, slots=True)
class Box:
    """A stop as it is drawn; pixels."""

    x: int
    y: int
    name: str
    whole: str
    kind: StopKind


@dataclass(frozen=True, slots=True)
class Picture:
    """The ways of a statement, drawn from left to right; pixels."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[tuple[int, int, int, int], ...]
    """from x, y to x, y"""


def write(carriers: Sequence[Carrier], statements: Sequence[Statement], out: TextIO) -> None:
    """Write the page; all that is an article's is escaped."""
    from jinja2 import Environment, StrictUndefined

    pages = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    style = (_HERE / "html.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    drawn = [(statement, draw_ways(list_ways(statement))) for statement in statements]
    template = pages.from_string((_HERE / "html.j2").read_text("utf-8"))
    size = {"width": _WIDTH, "height": _HEIGHT}
    told = template.render(drawn=drawn, style=style, digest=digest, phrases=phrases, box=size)
    out.write(told + "\n")


def draw_ways(ways: WayGraph) -> Picture:
    """Return the picture of ``ways``: each stop right of all it had it from."""
    columns = dict.fromkeys((stop.key for stop in ways.stops), 0)
    for _ in ways.stops:  # as often as a way may be long: a circle ends there, too
        for one, other in ways.steps:
            if columns[one] + 1 < len(ways.stops):
                columns[other] = max(columns[other], columns[one] + 1)
    used: dict[int, int] = {}
    boxes: dict[str, Box] = {}
    for stop in ways.stops:
        column = columns[stop.key]
        row = used[column] = used.get(column, -1) + 1
        whole = clean(stop.name)
        name = shorten(whole, _LETTERS, placeholder=" …")
        boxes[stop.key] = Box(column * _COLUMN, row * _ROW, name, whole, stop.kind)
    lines = tuple(
        (boxes[a].x + _WIDTH, boxes[a].y + _HEIGHT // 2, boxes[b].x, boxes[b].y + _HEIGHT // 2)
        for a, b in ways.steps
    )
    width = max(box.x for box in boxes.values()) + _WIDTH
    height = max(box.y for box in boxes.values()) + _HEIGHT
    return Picture(width, height, tuple(boxes.values()), lines)
