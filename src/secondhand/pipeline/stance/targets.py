"""Feelings of the encoder's head → attitudes towards those the targets name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondhand.claim import Attitude, Claim, Polarity, Span, Speaker
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.network.sentiment import Feeling
from secondhand.spans import overlaps


@dataclass(frozen=True, slots=True)
class TargetNames:
    """Who the words of one article can mean."""

    text: str
    entities: Sequence[Entity]
    speakers: Sequence[Speaker]
    speaker: str | None
    """id of the one who speaks: what they say of themselves is no attitude"""

    def name_at(self, start: int, end: int) -> str | None:
        """Return the name of whom ``text[start:end]`` names, or None: "French" alone is nobody."""
        for entity in self.entities:
            if any(overlaps(place, (start, end)) for place in entity.mentions):
                nobody = entity.type == "group" or self._is_speaker(entity.name)
                return None if nobody else entity.name
        return None

    def _is_speaker(self, name: str) -> bool:
        return any(s.id == self.speaker and s.name == name for s in self.speakers)


def find_attitudes_felt(
    claim: Claim, feelings: Iterable[Feeling], names: TargetNames, least: float
) -> list[Attitude]:
    """Return the attitudes of ``claim``, one a target, the surest; none less likely than ``least``."""
    best: dict[str, Attitude] = {}
    for feeling in feelings:
        if claim.cue is None or feeling.cue != (claim.cue.start, claim.cue.end):
            continue
        polarity: Polarity = "positive" if feeling.for_ > feeling.against else "negative"
        sure = max(feeling.for_, feeling.against)
        target = names.name_at(*feeling.target) if sure >= least else None
        if target and (target not in best or best[target].confidence < sure):
            start, end = feeling.evidence
            evidence = (Span(start, end, names.text[start:end]),)
            best[target] = Attitude(target, polarity, round(sure, 4), evidence)
    return list(best.values())
