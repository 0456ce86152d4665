"""On whom statements rest: plain counts over what stands in several articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from secondhand.statements.statement import Statement


@dataclass(frozen=True, slots=True)
class Resting:
    """On whom the statements of some articles rest."""

    statements: int
    on_one: int
    """those with one independent origin alone"""
    origins: Counter[str]
    """statements by the name of who they originate from"""


def count_resting(statements: Iterable[Statement]) -> Resting:
    """Return on whom ``statements`` rest."""
    listed = tuple(statements)
    return Resting(
        len(listed),
        sum(len(statement.origins) == 1 for statement in listed),
        Counter(statement.origin.name for statement in listed),
    )
