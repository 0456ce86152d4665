"""Statements as one indented JSON object."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from secondhand.export.json import dumps
from secondhand.statements.statement import Carrier, Statement
from secondhand.statements.statements_record import statements_record


def write(carriers: Sequence[Carrier], statements: Sequence[Statement], out: TextIO) -> None:
    """Write one JSON object over several lines; see ``statements_record``."""
    out.write(dumps(statements_record(carriers, statements), indent=2) + "\n")
