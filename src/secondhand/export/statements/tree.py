"""Statements as trees: from the origin through every outlet to every article that has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.text import Text
from rich.tree import Tree

from secondhand.export.statements.phrases import (
    NOTHING,
    carrier_name,
    count_line,
    finding_line,
    member_line,
    statement_words,
    utterer_name,
)
from secondhand.export.words import make_console
from secondhand.statements.statement import Carrier, Statement
from secondhand.statements.ways import order_by_source


def write(carriers: Sequence[Carrier], statements: Sequence[Statement], out: TextIO) -> None:
    """Write a tree for each statement on a terminal, and the same lines indented elsewhere."""
    screen = make_console(out)
    for statement in statements:
        if screen.is_terminal:
            screen.print(_draw(statement))
            screen.print()
        else:
            out.write("\n".join("  " * depth + line for depth, line, _ in _list_lines(statement)) + "\n\n")
    if not statements:
        out.write(NOTHING + "\n")


def _draw(statement: Statement) -> Tree:
    (_, head, style), *rest = _list_lines(statement)
    above = [Tree(Text(head, style=style))]
    for depth, line, style in rest:
        del above[depth:]
        above.append(above[-1].add(Text(line, style=style)))
    return above[0]


def _list_lines(statement: Statement) -> Iterator[tuple[int, str, str]]:
    """Yield depth, words and style of each line."""
    yield 0, f"{utterer_name(statement.origin)}: {statement_words(statement.members)}", "bold"
    yield 1, count_line(statement), "dim"
    for depth, carrier in order_by_source(statement):
        yield depth + 1, carrier_name(carrier), ""
        own = (member for member in statement.members if member.carrier == carrier)
        yield from ((depth + 2, member_line(member), "") for member in own)
    yield from ((1, f"! {finding_line(finding)}", "yellow") for finding in statement.findings)
