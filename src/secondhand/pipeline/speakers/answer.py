"""Who was found to speak, and by what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondhand.claim import Resolution, SpeakerFound
from secondhand.pipeline.mentions.entities import Entity


@dataclass(frozen=True, slots=True)
class Answer:
    """Who speaks, and by what that was found."""

    how: SpeakerFound
    resolution: Resolution
    candidates: Sequence[Entity] = ()
    """the best first; none where nothing tells"""
    chance: float | None = None
    """how likely the best is, by the ranking; None where the layout tells"""

    @property
    def entity(self) -> Entity | None:
        """Who speaks, or None where nothing tells."""
        return self.candidates[0] if self.candidates else None

    @property
    def runner_up(self) -> Entity | None:
        """The next best candidate, or None where there is no other."""
        return next((entity for entity in self.candidates if entity is not self.candidates[0]), None)
