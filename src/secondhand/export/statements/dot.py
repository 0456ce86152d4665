"""Statements as one graph in the language of Graphviz: a cluster for each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TextIO

from secondhand.export.statements.phrases import statement_words
from secondhand.safe_text import clean
from secondhand.statements.statement import Carrier, Statement
from secondhand.statements.ways import StopKind, list_ways

_SHAPES: dict[StopKind, str] = {"speaker": "ellipse", "relay": "box", "article": "note"}


def write(carriers: Sequence[Carrier], statements: Sequence[Statement], out: TextIO) -> None:
    """Write one directed graph, from speakers to articles."""
    out.write("digraph statements {\n  rankdir=LR;\n")
    for number, statement in enumerate(statements):
        out.writelines(_list_lines(number, statement))
    out.write("}\n")


def _list_lines(number: int, statement: Statement) -> Iterator[str]:
    ways = list_ways(statement)
    ids = {stop.key: f"s{number}_{at}" for at, stop in enumerate(ways.stops)}
    yield f"  subgraph cluster_{number} {{\n"
    yield f"    label={_quote(statement_words(statement.members))};\n"
    for stop in ways.stops:
        yield f"    {ids[stop.key]} [label={_quote(clean(stop.name))}, shape={_SHAPES[stop.kind]}];\n"
    yield from (f"    {ids[one]} -> {ids[other]};\n" for one, other in ways.steps)
    yield "  }\n"


def _quote(text: str) -> str:
    """Return ``text`` between quotation marks: a backslash before those inside, and before backslashes."""
    return json.dumps(text, ensure_ascii=False)
