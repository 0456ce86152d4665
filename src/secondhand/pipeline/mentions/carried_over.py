"""Who was named before: what a later stretch of a long article must know to understand "Lee" or "the SVR"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from secondhand.pipeline.doc.state import Named
from secondhand.pipeline.mentions.entities import kept, key

_LABELS = {"person": "PERSON", "group": "NORP"}
_WORD = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*\.?")


Met = Sequence[tuple[str, str, Sequence[str]]]
"""name, label and initials of each"""


class Known:
    """Everybody named in the stretches so far."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._met: dict[tuple[str, str], set[str]] = {}

    def learn(self, doc: Doc) -> Met:
        """Add who is named in ``doc``, and return that."""
        text, met = doc.text, []
        for member in kept(doc):
            shorts = {text[s:e] for s, e in member.mentions if text[s:e].isupper()} - {member.name}
            met.append((member.name, _LABELS.get(member.type, "ORG"), tuple(sorted(shorts))))
        self.remember(met)
        return met

    def remember(self, met: Met) -> None:
        """Add those who were learnt before."""
        for name, label, shorts in met:
            self._met.setdefault((name, label), set()).update(shorts)

    def among(self, text: str) -> tuple[Named, ...]:
        """Return those of them whose name, or a part of it, or whose initials stand in ``text``."""
        words = {word.rstrip(".").casefold() for word in _WORD.findall(text)}
        words |= {word.removesuffix("'s").removesuffix("’s") for word in words}
        return tuple(
            Named(name, label, tuple(sorted(shorts)))
            for (name, label), shorts in self._met.items()
            if words.intersection(key(name)) or any(short.casefold() in words for short in shorts)
        )
