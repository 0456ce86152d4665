"""Who was named and who spoke before one claim: what both pronouns and noun phrases look back on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from secondhand.claim import Claim, Resolution, SpeakerFound, SpeakerType
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.context import Context


@dataclass(frozen=True, slots=True)
class Answer:
    """Who speaks, and by what that was found."""

    how: SpeakerFound
    resolution: Resolution
    candidates: Sequence[Entity] = ()
    """the best first; none where nothing tells"""

    @property
    def entity(self) -> Entity | None:
        """Who speaks, or None where nothing tells."""
        return self.candidates[0] if self.candidates else None

    @property
    def runner_up(self) -> Entity | None:
        """The next best candidate, or None where there is no other."""
        return next((entity for entity in self.candidates if entity is not self.candidates[0]), None)


@dataclass(slots=True)
class Lookback:
    """The article as seen from the source of one claim."""

    context: Context
    claim: Claim
    at: int = field(init=False)
    """offset from which it is looked back"""
    parent: Claim | None = field(init=False)

    def __post_init__(self) -> None:
        self.at = self.claim.source[0].start
        self.parent = self.context.claims.get(self.claim.parent or "")

    @property
    def reach(self) -> int:
        """How far it is looked back, in characters."""
        return self.context.settings.pronoun_reach

    def recent_turns(self) -> Iterator[tuple[int, Entity]]:
        """Yield where and who of the claims near before, the last one first."""
        for at, entity in reversed(self.context.turns):
            if self.at - at > self.reach:
                break
            if at < self.at:
                yield at, entity

    def recent_speakers(self, *types: SpeakerType) -> list[Entity]:
        """Return those of the given types who spoke near before, the last one first."""
        return [entity for _, entity in self.recent_turns() if entity.type in types]

    def names_before(self) -> list[tuple[int, int, Entity]]:
        """Return start, end and entity of the names near before, in order."""
        return self.context.names_between(self.at - self.reach, self.at)
