"""Who was named before: what a later stretch of a long article must know to understand "Lee" or "the SVR"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from secondhand.pipeline.doc.state import EarlierEntity
from secondhand.pipeline.mentions.entities import fold_name, load_entities
from secondhand.pipeline.patterns import NAME_WORD

_LABELS = {"person": "PERSON", "group": "NORP"}


EntityRecords = Sequence[tuple[str, str, Sequence[str]]]
"""name, label and initials of each"""


class EarlierEntities:
    """Everybody named in the stretches so far."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._met: dict[tuple[str, str], set[str]] = {}

    def learn(self, doc: Doc) -> EntityRecords:
        """Add who is named in ``doc``, and return that."""
        text, met = doc.text, []
        for entity in load_entities(doc):
            shorts = {text[s:e] for s, e in entity.mentions if text[s:e].isupper()} - {entity.name}
            met.append((entity.name, _LABELS.get(entity.type, "ORG"), tuple(sorted(shorts))))
        self.remember(met)
        return met

    def remember(self, met: EntityRecords) -> None:
        """Add those who were learnt before."""
        for name, label, shorts in met:
            self._met.setdefault((name, label), set()).update(shorts)

    def find_in(self, text: str) -> tuple[EarlierEntity, ...]:
        """Return those of them whose name, or a part of it, or whose initials stand in ``text``."""
        words = {word.rstrip(".").casefold() for word in re.findall(NAME_WORD, text)}
        words |= {word.removesuffix("'s").removesuffix("’s") for word in words}
        return tuple(
            EarlierEntity(name, label, tuple(sorted(shorts)))
            for (name, label), shorts in self._met.items()
            if words.intersection(fold_name(name)) or any(short.casefold() in words for short in shorts)
        )
