"""Statements that stand in several articles → text for eyes and other tools: a small file a format."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from importlib import import_module
from typing import TextIO

from secondhand.statements.statement import Carrier, Statement


class StatementsFormat(StrEnum):
    """The formats that statements can be written in."""

    TREE = "tree"
    TABLE = "table"
    JSON = "json"
    HTML = "html"
    DOT = "dot"
    GRAPHML = "graphml"
    PROV = "prov"


FOR_EYES = (StatementsFormat.TREE, StatementsFormat.TABLE)
"""those that a terminal shows"""


def write_statements(
    form: StatementsFormat, carriers: Sequence[Carrier], statements: Sequence[Statement], out: TextIO
) -> None:
    """Write ``statements``, found in ``carriers``, to ``out``; raises OSError where that fails."""
    import_module(f"secondhand.export.statements.{form}").write(carriers, statements, out)
