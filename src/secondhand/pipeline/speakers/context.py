"""What naming the speakers of one article goes on: its text, who is in it, and who has spoken so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from secondhand.claim import Claim
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.settings import SpeakerSettings


@dataclass(slots=True)
class Context:
    """The article as its claims are resolved one after another."""

    text: str
    origin: state.Origin
    sentences: list[int]
    entities: list[Entity]
    claims: dict[str, Claim]
    turns: list[tuple[int, Entity]] = field(default_factory=list)
    """offset of the source (or cue) and speaker of the claims so far"""
    speaker_of: dict[str, Entity] = field(default_factory=dict)
    """claim id → speaker"""
    last_claim: Claim | None = None
    """the last outermost claim with a speaker"""
    settings: SpeakerSettings = field(default_factory=SpeakerSettings)
    hints: Hints = field(default_factory=Hints)
    """what the encoder hints at"""
    heads: Mapping[int, int] = field(default_factory=dict)
    """a word → the noun it describes: "Alain" of "the philosopher Alain" → "philosopher" """
    sources: list[tuple[int, int, Entity]] = field(default_factory=list)
    """start, end and speaker of the sources so far"""
    names: list[tuple[int, int, Entity]] = field(init=False)
    """start, end and entity of every name, in order"""
    described_by: dict[int, Entity] = field(init=False, default_factory=dict)
    """a noun → whom a name beside it says it means"""

    def __post_init__(self) -> None:
        places = [(s, e, m) for m in self.entities for s, e in m.mentions]
        self.names = sorted(places, key=lambda p: p[:2])
        words = sorted(self.heads)
        for start, end, entity in self.names:
            inside = words[bisect_left(words, start) : bisect_left(words, end)]
            for noun in (self.heads[at] for at in inside):
                if not start <= noun < end:
                    self.described_by.setdefault(noun, entity)

    def names_between(self, start: int, end: int) -> list[tuple[int, int, Entity]]:
        """Return start, end and entity of the names that lie between two offsets, in order."""
        first = bisect_left(self.names, start, key=lambda p: p[0])
        last = bisect_left(self.names, end, key=lambda p: p[0])
        return [place for place in self.names[first:last] if place[1] <= end]

    def entity_at(self, at: int) -> Entity | None:
        """Return whom the word at offset ``at`` names, or a name beside it, or whose source it is in."""
        first = bisect_right(self.names, at, key=lambda p: p[0]) - 1
        for start, end, entity in self.names[max(0, first - 1) : first + 1]:
            if start <= at < end:
                return entity
        return self.described_by.get(at) or next((m for s, e, m in self.sources if s <= at < e), None)

    def follow_coreference(self, at: int, depth: int | None = None) -> Entity | None:
        """Return whom the coreference head leads to from the word at ``at``, where it is sure enough.

        Antecedents that mean the same one, themselves or by theirs, count together.
        """
        depth = self.settings.coreference_steps if depth is None else depth
        chances: dict[int, tuple[float, Entity]] = {}
        for before, sure in self.hints.antecedents.get(at, ()) if depth else ():
            entity = self.entity_at(before) or self.follow_coreference(before, depth - 1)
            if entity:
                chances[id(entity)] = (chances.get(id(entity), (0.0, entity))[0] + sure, entity)
        best = max(chances.values(), key=lambda found: found[0], default=None)
        return best[1] if best and best[0] >= self.settings.coreference_least else None

    def sentence_number(self, at: int) -> int:
        """Return the number of the sentence that holds offset ``at``."""
        return bisect_right(self.sentences, at) - 1

    def sentence_bounds(self, at: int) -> tuple[int, int]:
        """Return start and end of the sentence that holds offset ``at``."""
        i = max(0, self.sentence_number(at))
        after = self.sentences[i + 1] if i + 1 < len(self.sentences) else len(self.text)
        return self.sentences[i] if self.sentences else 0, after
