"""Feelings of the encoder's head → attitudes towards those the targets name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from secondhand.claim import Attitude, Claim, Polarity, Span, Speaker
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.noun_chunks import find_noun_chunk
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.network.sentiment import Feeling
from secondhand.pipeline.patterns import WORD
from secondhand.spans import overlaps


@dataclass(frozen=True, slots=True)
class TargetNames:
    """Who the words of one article can mean."""

    text: str
    entities: Sequence[Entity]
    speakers: Sequence[Speaker]
    hints: Hints
    speaker: str | None
    """id of the one who speaks: what they say of themselves is no attitude"""

    def name_at(self, start: int, end: int) -> str | None:
        """Return the name of whom ``text[start:end]`` names, or None: "French" alone is nobody."""
        entity = self._find_entity(start, end)
        if entity is None or entity.type == "group" or self._is_speaker(entity.name):
            return None
        return entity.name

    def find_target(self, doc: Doc, start: int, end: int) -> str | None:
        """Return whom or what the words from ``start`` to ``end`` of ``doc`` are about; None for nothing.

        Somebody known by their name, else the noun phrase with the head of those words; what a pronoun
        stands for, where coreference tells.
        """
        words = doc.char_span(start, end, alignment_mode="expand")
        if words is None or not doc.has_annotation("DEP"):
            return self.text[start:end]
        root = words.root
        named = self._find_entity(root.idx, root.idx + len(root))
        if named is None and root.pos_ == "PRON":
            antecedents = self.hints.antecedents.get(root.idx, ())
            named = next((m for at, _ in antecedents if (m := self._find_entity(at, at + 1))), None)
        if named is not None:
            return None if self._is_speaker(named.name) else named.name
        if root.pos_ == "PRON":
            return None
        phrase = find_noun_chunk(root)
        if phrase is None:
            return words.text
        article = phrase[0].lower_ in ("the", "a", "an")
        return phrase[article:].text

    def _find_entity(self, start: int, end: int) -> Entity | None:
        return next(
            (m for m in self.entities if any(overlaps(place, (start, end)) for place in m.mentions)), None
        )

    def _is_speaker(self, name: str) -> bool:
        return any(s.id == self.speaker and s.name == name for s in self.speakers)


def find_attitudes_felt(
    claim: Claim, feelings: Iterable[Feeling], names: TargetNames, least: float
) -> list[Attitude]:
    """Return the attitudes of ``claim``, one a target, the surest; none less likely than ``least``."""
    best: dict[str, Attitude] = {}
    for feeling in feelings:
        if claim.cue is None or feeling.cue[0] != claim.cue.start:
            continue
        polarity: Polarity = "positive" if feeling.for_ > feeling.against else "negative"
        sure = max(feeling.for_, feeling.against)
        target = names.name_at(*feeling.target) if sure >= least else None
        if target and (target not in best or best[target].confidence < sure):
            start, end = feeling.evidence
            evidence = (Span(start, end, names.text[start:end]),)
            best[target] = Attitude(target, polarity, round(sure, 4), evidence)
    return list(best.values())


def drop_repeated(found: Iterable[Attitude]) -> Iterator[Attitude]:
    """Yield the attitudes ``found``, the surest first, but those to what shares its words with one before."""
    met: list[frozenset[str]] = []
    for attitude in found:
        words = frozenset(re.findall(WORD, attitude.target.casefold()))
        if not any(words <= before or before <= words for before in met):
            met.append(words)
            yield attitude
