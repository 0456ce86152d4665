"""Stretches of a long article that have been read, as they are kept until all of it is.

Whoever keeps them need not understand them: an analysis that is taken up again does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondhand.claim import Analysis, ModelInfo
from secondhand.conversion import to_json
from secondhand.record import analysis_of
from secondhand.stretches import Stretch

if TYPE_CHECKING:
    from secondhand.pipeline.mentions.carried_over import EntityRecords


@dataclass(frozen=True, slots=True)
class KeptStretch:
    """One of them."""

    start: int
    """offset from where its claims are its own, by which it is known"""
    record: str
    """what was found, as JSON"""


def keep_stretch(stretch: Stretch, found: Analysis, met: EntityRecords | None) -> KeptStretch:
    """Return ``stretch`` as it is kept; ``met`` are those named in it, None where it was read out of turn."""
    return KeptStretch(stretch.start, to_json({"stretch": stretch, "found": found, "met": met}))


def resume(
    records: Iterable[str], every: Sequence[Stretch], model: ModelInfo
) -> tuple[Mapping[int, Analysis], Sequence[EntityRecords]]:
    """Return what was found by ``model`` in those of ``every`` stretch that were kept as ``records``.

    And who is named in the first ones, as far as all were read in their turn. What another version
    kept in another way is left out.
    """
    numbers = {stretch: number for number, stretch in enumerate(every)}
    found: dict[int, Analysis] = {}
    met: dict[int, EntityRecords] = {}
    for record in records:
        try:
            plain = json.loads(record)
            number, analysis = numbers[Stretch(**plain["stretch"])], analysis_of(plain["found"])
            named = plain["met"]
        except (KeyError, TypeError, ValueError):
            continue
        if analysis.model == model:
            found[number] = analysis
            met |= {} if named is None else {number: named}
    turn = next(number for number in range(len(every) + 1) if number not in met)
    return found, [met[number] for number in range(turn)]
