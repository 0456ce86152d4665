"""Whom "he", "they", "who" or "the expert" means, from what stands before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from secondhand.claim import Claim
from secondhand.pipeline.lexicon import load, words
from secondhand.pipeline.mentions import mention
from secondhand.pipeline.mentions.entities import Entity, is_person
from secondhand.pipeline.mentions.mention import Mention
from secondhand.pipeline.mentions.roles import split_role_and_name

if TYPE_CHECKING:
    from secondhand.pipeline.speakers.context import Context

NEAR = 1500
"""characters a pronoun reaches back"""
CLOSE = 600
"""characters that a description of anybody reaches back"""
OPENING = 20
"""characters of a content in which a pronoun means the one who speaks"""
BODIES = {
    "court",
    "committee",
    "commission",
    "council",
    "university",
    "institute",
    "ministry",
    "department",
    "agency",
}
"""nouns of names for bodies that a lead tells of before it names them"""
CAMPAIGN = {"campaign", "team", "camp"}
"""words for one body after a candidate's name"""
_DETERMINER = re.compile(r"^(?:the|this|that|a|an)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_CALLED = re.compile(
    r"[.?!:,\"“]\s?(?:(?:Mr|Mrs|Ms|Dr|Sen|Senator|Secretary|President|Governor)\.?\s)?[\"“]?$"
)
_TITLED = re.compile(r"\b((?:Mr|Mrs|Ms|Dr|Senator|Secretary|President|Governor)\.?\s[A-Z][\w’'-]+),\s")
_OFFICE = re.compile(r"\b[Tt]he (?:[A-Z][\w.’'-]* )*([a-z]+)\b(?! [A-Z])")
_MALE = {"he", "him", "his", "himself"}


class Antecedents:
    """Looks back from one claim."""

    def __init__(self, context: Context, claim: Claim) -> None:
        """Look back from the source of ``claim``."""
        self.context = context
        self.claim = claim
        self.at = claim.source[0].start
        self.parent = context.claims.get(claim.parent or "")

    def pronoun(self, word: str) -> Entity | None:
        """Return whom a pronoun means, or None where nothing tells."""
        if word in mention.OWN:
            return self._own()
        if word in mention.RELATIVE and word != "that":
            return self._relative()
        if word in mention.OTHER:
            return self._addressed()
        return self._linked(word) or self._weighed(word)

    def _addressed(self) -> Entity | None:
        """ "You" is whom the words before call by name: "Mr. Lee, do you …"."""
        start = self.parent.content[0].start if self.parent else self.at
        called = [
            m
            for s, e, m in self.context.names_between(max(start, self.at - NEAR), self.at)
            if self.context.text[e : e + 1] == ","
            and _CALLED.search(self.context.text, max(start, s - 20), s)
        ]
        if called and called[-1].type == "person":
            return called[-1]
        titled = list(_TITLED.finditer(self.context.text, start, self.at))
        return self._new(mention.parse_mention(titled[-1][1], [])) if titled else None

    def _weighed(self, word: str) -> Entity | None:
        """Return whom a pronoun of the third person means by who was named and heard before it."""
        if word in mention.SINGULAR:
            return self._person(male=word in _MALE)
        if word in mention.PLURAL:
            return self._last(("group", "organization", "anonymous")) or self._last(("person",))
        if word in mention.THING:
            return self._last(("organization", "document")) or self._named("organization")
        return None

    def _linked(self, word: str) -> Entity | None:
        """Return whom the coreference head leads to, where the pronoun can mean them."""
        entity = None if word in mention.OTHER else self.context.follow_coreference(self.at)
        return entity if entity and _may_be(word, entity) else None

    def described(self, found: Mention) -> Entity | None:
        """Return whom the coreference head takes a noun phrase for, where their type can be so described."""
        head = self.claim.source[0].text.casefold().rfind(found.head)
        entity = (
            self.context.follow_coreference(self.at + head)
            if found.definite and found.head and head >= 0
            else None
        )
        kind = mention.infer_type(found)
        return entity if entity and kind in (entity.type, "unknown") else None

    def _own(self) -> Entity | None:
        """ "I" and "we": the speaker of the claim around; outside any, the author or the publisher."""
        if self.parent:
            return self.context.speaker_of.get(self.parent.id)
        last = self.context.last_claim
        if last and last.kind == "direct" and any(s.start <= self.at < s.end for s in last.content):
            return self.context.speaker_of[last.id]
        origin = self.context.origin
        name = origin.authors[0] if origin.authors else origin.publisher
        if not name:
            return None
        entity = Entity(name, "person" if origin.authors else "organization")
        known = [m for m in self.context.entities if m.key == entity.key]
        if not known:
            self.context.entities.append(entity)
        return known[0] if known else entity

    def _relative(self) -> Entity | None:
        """The name, or else the noun phrase, that ends right before the pronoun."""
        ends = [(e, m) for _, e, m in self.context.names_between(self.at - NEAR, self.at) if self.at - e <= 3]
        if ends:
            return ends[-1][1]
        start, _ = self.context.sentence_bounds(self.at)
        left = self.context.text[start : self.at].rstrip(' ,"”’')
        tail = re.split(
            r"[,;:()\"“”–—]|\b(?:by|to|with|and|but|that|from|for|is|are|was|were|has|have)\b", left
        )[-1].strip()
        if not tail or len(tail) > 80:
            return None
        begun = start + left.rfind(tail)
        apposed = [(e, m) for _, e, m in self.context.names_between(start, begun) if begun - e <= 3]
        if apposed and ", " in self.context.text[apposed[0][0] : self.at]:
            return apposed[0][1]
        found = mention.parse_mention(tail, [])
        return self.nominal(found) or self._new(found)

    def _new(self, found: Mention) -> Entity:
        role, name = split_role_and_name(found.text) or (None, "")
        entity = Entity(name or found.name, "person" if name else mention.infer_type(found), role=role)
        self.context.entities.append(entity)
        return entity

    def _person(self, *, male: bool) -> Entity | None:
        """Weigh the people named or heard before; the nearest sentence's first one wins in general."""
        here = self.context.sentence_number(self.at)
        best: tuple[float, Entity] | None = None
        near: dict[int, tuple[Entity, list[int]]] = {}
        own = self.claim.content if self.claim.kind == "direct" else ()  # few speak of themselves by name
        for at, _, entity in self.context.names_between(self.at - NEAR, self.at):
            if not any(s.start <= at < s.end for s in own):
                near.setdefault(id(entity), (entity, []))[1].append(at)
        for at, entity in (*self._heard(), *self._offices()):
            near.setdefault(id(entity), (entity, []))[1].append(at)
        for entity, places in near.values():
            if not _single(entity) or _sex(entity) not in (None, male):
                continue
            score = max(self._weight(at, here) for at in places) + 0.1 * min(len(places), 5)
            score += 0.7 * (next(self._heard(), (0, None))[1] is entity)
            score += self._fit(entity) + 0.3 * (_sex(entity) is male)
            if best is None or score > best[0]:
                best = (score, entity)
        return best[1] if best else None

    def _offices(self) -> Iterator[tuple[int, Entity]]:
        """Yield where and who of the people spoken of by their offices near before: "the US president"."""
        for match in _OFFICE.finditer(self.context.text, max(0, self.at - NEAR), self.at):
            found = mention.parse_mention(match.group(), []) if is_person(match[1]) else None
            entity = self._by_role(found) if found and found.head == found.singular else None
            if entity:
                yield match.start(), entity

    def _heard(self) -> Iterator[tuple[int, Entity]]:
        """Yield where and who of the claims near before, the last one first."""
        for at, entity in reversed(self.context.turns):
            if self.at - at > NEAR:
                break
            if at < self.at:
                yield at, entity

    def _weight(self, at: int, here: int) -> float:
        """Nearness in sentences; who comes first in a sentence is likely its subject."""
        there = self.context.sentence_number(at)
        start, _ = self.context.sentence_bounds(at)
        return -1.0 * min(here - there, 6) + 0.8 * max(0.0, 1 - (at - start) / 60) + 0.2 * (here == there)

    def _fit(self, entity: Entity) -> float:
        """Inside direct speech "he" is not the speaker; inside reported speech he well may be."""
        if self.parent is None:
            return 0.0
        speaking = self.context.speaker_of.get(self.parent.id) is entity
        if self.parent.kind == "direct":
            return -2.0 * speaking
        # Whom the content names itself is as likely, but for a pronoun it begins with.
        opens = self.at - self.parent.content[0].start <= OPENING
        return (0.8 if opens else 0.0) * speaking

    def _last(self, types: tuple[str, ...]) -> Entity | None:
        return next((m for _, m in self._heard() if m.type in types), None)

    def _expert(self) -> Entity | None:
        """The last person heard whose role is one of somebody who is asked for what they know."""
        knowing = words("speakers.toml", "experts")
        return next(
            (m for _, m in self._heard() if m.type == "person" and _words(m.role or "") & knowing), None
        )

    def _main(self) -> Entity | None:
        """The person named most so far."""
        people = [m for m in self.context.entities if m.type == "person"]
        counts = [(sum(s < self.at for s, _ in m.mentions), m) for m in people]
        most = max(counts, key=lambda c: c[0], default=(0, None))
        return most[1] if most[0] else None

    def _named(self, kind: str) -> Entity | None:
        near = [m for _, _, m in self.context.names_between(self.at - NEAR, self.at) if m.type == kind]
        return near[-1] if near else None

    def ahead(self, found: Mention) -> Entity | None:
        """ "A federal appeals court" in a headline or a lead: the first body named later by that noun."""
        noun = found.singular
        if self.claim.paragraph > 1 or found.definite or found.head != noun or noun not in BODIES:
            return None
        later = self.context.names_between(self.at + len(found.text), self.at + NEAR)
        return next((m for _, _, m in later if m.type == "organization" and noun in _words(m.name)), None)

    def nominal(self, found: Mention) -> Entity | None:
        """Return whom a noun phrase means of those already known, or None for a new speaker."""
        again = next(
            (m for _, m in reversed(self.context.turns) if m.name.casefold() == found.name.casefold()), None
        )
        if again:
            return again
        if not found.definite:
            return None
        return self._by_role(found) or self._by_name(found) or self._by_class(found) or self._by_office(found)

    def _by_role(self, found: Mention) -> Entity | None:
        """ "The South Carolina senator": the person whose role has the head noun, and most of the rest."""
        if not is_person(found.head):
            return None
        asked, wanted = _words(found.text), _modifiers(found.text)
        fits = []
        for entity in self.context.entities:
            told = f"{entity.role or ''} {entity.name if not entity.mentions else ''}"
            has, own = _words(told), _modifiers(told)
            if found.singular not in has or (wanted and own and not wanted & own):
                continue
            last = max((at for at in self._places(entity) if at < self.at), default=None)
            if last is not None:
                fits.append((len(asked & has) + len(wanted & own), last, entity))
        return max(fits, key=lambda f: f[:2])[2] if fits else None

    def _by_office(self, found: Mention) -> Entity | None:
        """ "The Vermont senator", "the 51-year-old": the last one heard, if nothing else is known of them."""
        owned = found.text.casefold().startswith(("his ", "her ", "their ", "its "))
        offices = words("speakers.toml", "offices_held")
        if (
            owned
            or found.head != found.singular
            or found.head in words("speakers.toml", "informed") - offices
        ):
            return None
        reach = NEAR if found.head in offices else CLOSE
        last = next((m for at, m in self._heard() if m.type == "person" and self.at - at < reach), None)
        if found.head == "year-old":
            return last
        told = is_person(found.head) and last and (not last.role or found.head in _words(last.role))
        return last if told else None

    def _places(self, entity: Entity) -> Iterator[int]:
        """Yield where a entity is named, or speaks without a name."""
        yield from (start for start, _ in entity.mentions)
        if not entity.mentions:
            yield from (at for at, heard in self.context.turns if heard is entity)

    def _by_name(self, found: Mention) -> Entity | None:
        """ "The alliance": the body whose name has the head noun."""
        noun = found.singular
        if noun not in words("speakers.toml", "organization"):
            return None
        asked = _words(found.name)
        proper = {mention.to_singular(w.casefold()) for w in _WORD.findall(found.name) if w[0].isupper()}
        alike = CAMPAIGN if noun in CAMPAIGN and proper else {noun}
        places = [
            (s, m) for m in self.context.entities for s, _ in m.mentions if s < self.at
        ] + self.context.turns
        fits = [
            (len(asked & told), at, m)
            for at, m in places
            if proper <= (told := _words(m.name)) and alike & told and m.type != "person"
        ]
        return max(fits, key=lambda f: f[:2])[2] if fits else None

    def _by_class(self, found: Mention) -> Entity | None:
        """ "The expert": the last person heard; "the organization": the last body heard."""
        owned = found.text.casefold().startswith(("his ", "her ", "their ", "its "))
        contender = found.singular in words("speakers.toml", "contender")
        if owned or found.head != found.singular or (_modifiers(found.text) and not contender):
            return None
        classes: dict[str, Callable[[], Entity | None]] = {
            "experts": self._expert,
            "contender": self._main,
            "generic_person": lambda: self._last(("person",)) if found.name.count(" ") <= 3 else None,
            "generic_organization": lambda: self._last(("organization",)),
            "made": lambda: self._last(("document", "organization")),
        }
        fits = (look for name, look in classes.items() if found.singular in words("speakers.toml", name))
        return next((entity for look in fits if (entity := look())), None)


@lru_cache(4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(mention.to_singular(w.casefold()) for w in _WORD.findall(text))


@lru_cache(4096)
def _modifiers(text: str) -> frozenset[str]:
    """The capitalised words of a description, by what they stand for: "American" and "US" are one."""
    alike: dict[str, str] = load("speakers.toml")["alike"]
    plain = _DETERMINER.sub("", text.replace("U.S.", "US").replace("U.K.", "UK"))
    found = {w.casefold() for w in _WORD.findall(plain) if w[0].isupper() and not is_person(w)}
    return frozenset(alike.get(w, w) for w in found)


def _sex(entity: Entity) -> bool | None:
    """True for male, False for female, None where name and role do not tell."""
    told = [*_WORD.findall((entity.role or "").casefold()), entity.name.casefold().split(" ")[0]]
    male = any(w in words("speakers.toml", "male") for w in told)
    female = any(w in words("speakers.toml", "female") for w in told)
    return None if male == female else male


def _single(entity: Entity) -> bool:
    """Whether somebody is one person, named or not: "a person close to Lee"."""
    head = mention.parse_mention(entity.name, []).head if entity.type == "anonymous" else ""
    return entity.type == "person" or (is_person(head) and head == mention.to_singular(head))


def _may_be(word: str, entity: Entity) -> bool:
    """Whether a pronoun can mean ``entity``."""
    if word in mention.SINGULAR:
        return _single(entity) and _sex(entity) in (None, word in _MALE)
    return entity.type != "person"
