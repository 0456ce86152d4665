"""One member of a statement a line: a table on a terminal, columns between tabs elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from secondhand.export.statements.phrases import carrier_name, utterer_name
from secondhand.export.words import chain_names, join_words, make_console
from secondhand.statements.statement import Carrier, Statement

COLUMNS = {"no": 2, "where": 10, "who": 10, "claim": 18, "stance": 8, "through": 8}
"""what stands in each column, and the cells it never goes below"""


def write(carriers: Sequence[Carrier], statements: Sequence[Statement], out: TextIO) -> None:
    """Write a line for each member of each statement, in its order."""
    screen = make_console(out)
    if not screen.is_terminal:
        out.write("\n".join("\t".join(row) for row in (tuple(COLUMNS), *_list_rows(statements))) + "\n")
        return
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for column, width in COLUMNS.items():
        table.add_column(column, min_width=width, overflow="fold")
    for row in _list_rows(statements):
        table.add_row(*map(Text, row))
    screen.print(table)


def _list_rows(statements: Sequence[Statement]) -> Iterator[tuple[str, ...]]:
    for number, statement in enumerate(statements, 1):
        for member in statement.members:
            yield (
                str(number),
                carrier_name(member.carrier),
                utterer_name(member.speaker),
                join_words(member.content),
                member.commitment,
                chain_names(member.chain),
            )
