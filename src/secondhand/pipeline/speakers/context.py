"""What naming the speakers of one article goes on: its text, who is in it, and who has spoken so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from secondhand.claim import Claim
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import Signals
from secondhand.pipeline.mentions.entities import Member

STEPS = 4
"""mentions followed back one after another"""
LINKED = 0.7
"""likelihood from which on the coreference head is followed"""


@dataclass(slots=True)
class Scene:
    """The article as its claims are resolved one after another."""

    text: str
    origin: state.Origin
    sentences: list[int]
    members: list[Member]
    claims: dict[str, Claim]
    spoken: list[tuple[int, Member]] = field(default_factory=list)
    """offset of the source (or cue) and speaker of the claims so far"""
    of: dict[str, Member] = field(default_factory=dict)
    """claim id → speaker"""
    last: Claim | None = None
    """the last outermost claim with a speaker"""
    signals: Signals = field(default_factory=Signals)
    """what the encoder hints at"""
    heads: Mapping[int, int] = field(default_factory=dict)
    """a word → the noun it describes: "Alain" of "the philosopher Alain" → "philosopher" """
    sources: list[tuple[int, int, Member]] = field(default_factory=list)
    """start, end and speaker of the sources so far"""
    places: list[tuple[int, int, Member]] = field(init=False)
    """start, end and member of every name, in order"""
    nouns: dict[int, Member] = field(init=False, default_factory=dict)
    """a noun → whom a name beside it says it means"""

    def __post_init__(self) -> None:
        places = [(s, e, m) for m in self.members for s, e in m.mentions]
        self.places = sorted(places, key=lambda p: p[:2])
        words = sorted(self.heads)
        for start, end, member in self.places:
            inside = words[bisect_left(words, start) : bisect_left(words, end)]
            for noun in (self.heads[at] for at in inside):
                if not start <= noun < end:
                    self.nouns.setdefault(noun, member)

    def named(self, start: int, end: int) -> list[tuple[int, int, Member]]:
        """Return start, end and member of the names that lie between two offsets, in order."""
        first = bisect_left(self.places, start, key=lambda p: p[0])
        last = bisect_left(self.places, end, key=lambda p: p[0])
        return [place for place in self.places[first:last] if place[1] <= end]

    def meant(self, at: int) -> Member | None:
        """Return whom the word at offset ``at`` names, or a name beside it, or whose source it is in."""
        first = bisect_right(self.places, at, key=lambda p: p[0]) - 1
        for start, end, member in self.places[max(0, first - 1) : first + 1]:
            if start <= at < end:
                return member
        return self.nouns.get(at) or next((m for s, e, m in self.sources if s <= at < e), None)

    def linked(self, at: int, depth: int = STEPS) -> Member | None:
        """Return whom the coreference head leads to from the word at ``at``, where it is sure enough.

        Antecedents that mean the same one, themselves or by theirs, count together.
        """
        chances: dict[int, tuple[float, Member]] = {}
        for before, sure in self.signals.antecedents.get(at, ()) if depth else ():
            member = self.meant(before) or self.linked(before, depth - 1)
            if member:
                chances[id(member)] = (chances.get(id(member), (0.0, member))[0] + sure, member)
        best = max(chances.values(), key=lambda found: found[0], default=None)
        return best[1] if best and best[0] >= LINKED else None

    def sentence(self, at: int) -> int:
        """Return the number of the sentence that holds offset ``at``."""
        return bisect_right(self.sentences, at) - 1

    def bounds(self, at: int) -> tuple[int, int]:
        """Return start and end of the sentence that holds offset ``at``."""
        i = max(0, self.sentence(at))
        after = self.sentences[i + 1] if i + 1 < len(self.sentences) else len(self.text)
        return self.sentences[i] if self.sentences else 0, after
