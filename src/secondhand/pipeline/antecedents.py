"""Whom "he", "they", "who" or "the expert" means, from what stands before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secondhand.claim import Claim
from secondhand.pipeline import mentions
from secondhand.pipeline.cast import Member
from secondhand.pipeline.lexicon import words
from secondhand.pipeline.mentions import Phrase

if TYPE_CHECKING:
    from secondhand.pipeline.speakers import Scene

NEAR = 1500
"""characters a pronoun reaches back"""
_WORD = re.compile(r"[^\W\d_]+")


class Antecedents:
    """Looks back from one claim."""

    def __init__(self, scene: Scene, claim: Claim) -> None:
        """Look back from the source of ``claim``."""
        self.scene = scene
        self.claim = claim
        self.at = claim.source[0].start
        self.parent = scene.claims.get(claim.parent or "")

    def pronoun(self, word: str) -> Member | None:
        """Return whom a pronoun means, or None where nothing tells."""
        if word in mentions.OWN:
            return self._own()
        if word in mentions.RELATIVE and word != "that":
            return self._relative()
        if word in mentions.SINGULAR:
            return self._person(male=word.startswith("h") and not word.startswith("her"))
        if word in mentions.PLURAL:
            return self._last(("group", "organization", "anonymous")) or self._last(("person",))
        if word in mentions.THING:
            return self._last(("organization", "document")) or self._named("organization")
        return None

    def _own(self) -> Member | None:
        """ "I" and "we": the speaker of the claim around; outside any, the author or the publisher."""
        if self.parent:
            return self.scene.of.get(self.parent.id)
        if any(s <= self.at < e for c in self.scene.claims.values() if c.kind == "direct" for s, e in _ranges(c)):
            return self.scene.spoken[-1][1] if self.scene.spoken else None
        origin = self.scene.origin
        name = origin.authors[0] if origin.authors else origin.publisher
        if not name:
            return None
        member = Member(name, "person" if origin.authors else "organization")
        known = [m for m in self.scene.members if m.key == member.key]
        if not known:
            self.scene.members.append(member)
        return known[0] if known else member

    def _relative(self) -> Member | None:
        """The name, or else the noun phrase, that ends right before the pronoun."""
        ends = [(e, m) for m in self.scene.members for _, e in m.mentions if 0 <= self.at - e <= 3]
        if ends:
            return max(ends, key=lambda pair: pair[0])[1]
        start, _ = self.scene.bounds(self.at)
        left = self.scene.text[start : self.at].rstrip(" ,")
        tail = re.split(r"[,;:()\"“”–—]|\b(?:by|to|with|and|but|that|from|for|is|are|was|were|has|have)\b", left)[-1].strip()
        if not tail or len(tail) > 80:
            return None
        found = mentions.phrase(tail, [])
        return self.nominal(found) or self._new(found)

    def _new(self, found: Phrase) -> Member:
        member = Member(found.name, mentions.type_of(found))
        self.scene.members.append(member)
        return member

    def _person(self, *, male: bool) -> Member | None:
        """Weigh the people named or heard before; the nearest sentence's first one wins in general."""
        here = self.scene.sentence(self.at)
        best: tuple[float, Member] | None = None
        for member in self.scene.members:
            if member.type != "person" or _sex(member) not in (None, male):
                continue
            before = [(s, True) for s, _ in member.mentions if s < self.at]
            before += [(at, False) for at, m in self.scene.spoken if m is member and at < self.at]
            near = [(s, named) for s, named in before if self.at - s <= NEAR]
            if not near:
                continue
            score = max(self._weight(s, here) for s, _ in near)
            score += 0.7 * (self.scene.spoken[-1][1] is member) + 0.1 * min(len(near), 5)
            score += self._fit(member) + 0.3 * (_sex(member) is male)
            if best is None or score > best[0]:
                best = (score, member)
        return best[1] if best else None

    def _weight(self, at: int, here: int) -> float:
        """Nearness in sentences; who comes first in a sentence is likely its subject."""
        there = self.scene.sentence(at)
        start, _ = self.scene.bounds(at)
        return -1.0 * min(here - there, 6) + 0.8 * max(0.0, 1 - (at - start) / 60) + 0.2 * (here == there)

    def _fit(self, member: Member) -> float:
        """Inside direct speech "he" is not the speaker; inside reported speech he well may be."""
        if self.parent is None:
            return 0.0
        speaking = self.scene.of.get(self.parent.id) is member
        return (-2.0 if self.parent.kind == "direct" else 0.8) * speaking

    def _last(self, types: tuple[str, ...]) -> Member | None:
        for at, member in reversed(self.scene.spoken):
            if member.type in types and 0 <= self.at - at <= NEAR:
                return member
        return None

    def _named(self, kind: str) -> Member | None:
        pairs = [(s, m) for m in self.scene.members if m.type == kind for s, _ in m.mentions if s < self.at]
        return max(pairs, key=lambda p: p[0])[1] if pairs else None

    def nominal(self, found: Phrase) -> Member | None:
        """Return whom a noun phrase means of those already known, or None for a new speaker."""
        again = [m for _, m in self.scene.spoken if not m.mentions and m.name.casefold() == found.name.casefold()]
        if again:
            return again[-1]
        if not found.definite:
            return None
        return self._by_role(found) or self._by_name(found) or self._by_class(found)

    def _by_role(self, found: Phrase) -> Member | None:
        """ "The South Carolina senator": the person whose role has the head noun, and most of the rest."""
        asked = _words(found.text)
        fits = []
        for member in self.scene.members:
            has = _words(f"{member.role or ''} {member.name if not member.mentions else ''}")
            if found.singular in has and member.type in ("person", "anonymous", "group"):
                starts = [s for s, _ in member.mentions] + [at for at, m in self.scene.spoken if m is member]
                last = max([s for s in starts if s < self.at], default=None)
                if last is not None:
                    fits.append((len(asked & has), last, member))
        return max(fits, key=lambda f: f[:2])[2] if fits else None

    def _by_name(self, found: Phrase) -> Member | None:
        """ "The alliance": the body whose name has the head noun."""
        noun = found.singular
        if noun not in words("speakers.toml", "organization"):
            return None
        fits = [(s, m) for m in self.scene.members if noun in _words(m.name) for s, _ in m.mentions if s < self.at]
        fits += [(at, m) for at, m in self.scene.spoken if noun in _words(m.name)]
        return max(fits, key=lambda f: f[0])[1] if fits else None

    def _by_class(self, found: Phrase) -> Member | None:
        """ "The expert": the last person heard; "the organization": the last body heard."""
        if found.head != found.singular or found.text.casefold().startswith(("his ", "her ", "their ", "its ")):
            return None
        if found.singular in words("speakers.toml", "generic_person") and len(found.text.split()) <= 3:
            return self._last(("person",))
        if found.singular in words("speakers.toml", "generic_organization"):
            return self._last(("organization",))
        if found.singular in words("speakers.toml", "made"):
            return self._last(("document", "organization"))
        return None


def _ranges(claim: Claim) -> list[tuple[int, int]]:
    return [(s.start, s.end) for s in claim.content]


def _words(text: str) -> set[str]:
    return {mentions.singular(w.casefold()) for w in _WORD.findall(text)}


def _sex(member: Member) -> bool | None:
    """True for male, False for female, None where name and role do not tell."""
    told = [*_WORD.findall((member.role or "").casefold()), member.name.casefold().split(" ")[0]]
    male = any(w in words("speakers.toml", "male") for w in told)
    female = any(w in words("speakers.toml", "female") for w in told)
    return None if male == female else male
