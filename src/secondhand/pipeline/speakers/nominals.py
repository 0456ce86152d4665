"""Whom a noun phrase means: "the expert", "the Vermont senator", "the alliance"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from secondhand.pipeline.lexicon import load_lexicon, load_words
from secondhand.pipeline.mentions import mention
from secondhand.pipeline.mentions.entities import Entity, is_person
from secondhand.pipeline.mentions.mention import Mention
from secondhand.pipeline.patterns import LETTERS
from secondhand.pipeline.speakers.lookback import Lookback

BODIES = frozenset(
    {
        "court", "committee", "commission", "council", "university", "institute", "ministry", "department",
        "agency",
    }
)  # fmt: skip
"""nouns of names for bodies that a lead tells of before it names them"""
CAMPAIGN = frozenset({"campaign", "team", "camp"})
"""words for one body after a candidate's name"""
_OWNED = ("his ", "her ", "their ", "its ")
_DETERMINER = re.compile(r"^(?:the|this|that|a|an)\s+", re.IGNORECASE)


def find_known(look: Lookback, found: Mention) -> list[Entity]:
    """Return whom a noun phrase means of those already known, the best first; none for a new speaker."""
    again = [e for _, e in reversed(look.context.turns) if e.name.casefold() == found.name.casefold()]
    if again or not found.definite:
        return again[:1]
    for rank in (rank_by_role, _rank_by_name, _rank_by_class, _rank_by_office):
        if ranked := rank(look, found):
            return ranked
    return []


def find_coreferent(look: Lookback, found: Mention) -> Entity | None:
    """Return whom the coreference head takes a noun phrase for, where their type can be so described."""
    head = look.claim.source[0].text.casefold().rfind(found.head)
    if not found.definite or not found.head or head < 0:
        return None
    entity = look.context.follow_coreference(look.at + head)
    return entity if entity and mention.infer_type(found) in (entity.type, "unknown") else None


def find_ahead(look: Lookback, found: Mention) -> list[Entity]:
    """ "A federal appeals court" in a headline or a lead: the bodies named later by that noun, in order."""
    noun = found.singular
    if look.claim.paragraph > 1 or found.definite or found.head != noun or noun not in BODIES:
        return []
    later = look.context.names_between(look.at + len(found.text), look.at + look.reach)
    return [e for _, _, e in later if e.type == "organization" and noun in _fold_words(e.name)]


def rank_by_role(look: Lookback, found: Mention) -> list[Entity]:
    """ "The South Carolina senator": people whose role has the head noun, by how much of the rest it has."""
    if not is_person(found.head):
        return []
    asked, wanted = _fold_words(found.text), _fold_modifiers(found.text)
    fits = []
    for entity in look.context.entities:
        described = f"{entity.role or ''} {entity.name if not entity.mentions else ''}"
        has, own = _fold_words(described), _fold_modifiers(described)
        if found.singular not in has or (wanted and own and not wanted & own):
            continue
        last = max((at for at in _list_places(look, entity) if at < look.at), default=None)
        if last is not None:
            fits.append((len(asked & has) + len(wanted & own), last, entity))
    return _sort_fits(fits)


def _rank_by_office(look: Lookback, found: Mention) -> list[Entity]:
    """ "The Vermont senator", "the 51-year-old": the last one heard, if nothing else is known of them."""
    offices = load_words("people.toml", "offices_held")
    unnamed = found.head in load_words("people.toml", "informed") - offices
    if _is_owned(found) or found.head != found.singular or unnamed:
        return []
    reach = look.reach if found.head in offices else look.context.settings.description_reach
    people = [e for at, e in look.recent_turns() if e.type == "person" and look.at - at < reach]
    if not people or found.head == "year-old":
        return people
    role = people[0].role
    return people if is_person(found.head) and (not role or found.head in _fold_words(role)) else []


def _rank_by_name(look: Lookback, found: Mention) -> list[Entity]:
    """ "The alliance": the bodies whose names have the head noun."""
    noun = found.singular
    if noun not in load_words("organizations.toml", "organization"):
        return []
    asked = _fold_words(found.name)
    proper = {mention.to_singular(w.casefold()) for w in re.findall(LETTERS, found.name) if w[0].isupper()}
    alike = CAMPAIGN if noun in CAMPAIGN and proper else {noun}
    named = [(s, e) for e in look.context.entities for s, _ in e.mentions if s < look.at]
    return _sort_fits(
        [
            (len(asked & has), at, entity)
            for at, entity in named + look.context.turns
            if proper <= (has := _fold_words(entity.name)) and alike & has and entity.type != "person"
        ]
    )


def _rank_by_class(look: Lookback, found: Mention) -> list[Entity]:
    """ "The expert": the last person heard; "the organization": the last body heard."""
    contender = found.singular in load_words("people.toml", "contender")
    described = _fold_modifiers(found.text) and not contender
    if _is_owned(found) or found.head != found.singular or described:
        return []
    short = found.name.count(" ") <= 3
    classes: dict[tuple[str, str], Callable[[], list[Entity]]] = {
        ("people.toml", "experts"): lambda: _find_recent_experts(look),
        ("people.toml", "contender"): lambda: _rank_by_mentions(look),
        ("people.toml", "generic_person"): lambda: look.recent_speakers("person") if short else [],
        ("organizations.toml", "generic_organization"): lambda: look.recent_speakers("organization"),
        ("documents.toml", "made"): lambda: look.recent_speakers("document", "organization"),
    }
    fits = (rank for name, rank in classes.items() if found.singular in load_words(*name))
    return next((ranked for rank in fits if (ranked := rank())), [])


def _find_recent_experts(look: Lookback) -> list[Entity]:
    """The people heard whose role is one of somebody who is asked for what they know, the last one first."""
    knowing = load_words("people.toml", "experts")
    return [e for e in look.recent_speakers("person") if _fold_words(e.role or "") & knowing]


def _rank_by_mentions(look: Lookback) -> list[Entity]:
    """The people named so far, the one named most first."""
    people = [e for e in look.context.entities if e.type == "person"]
    counts = [(sum(s < look.at for s, _ in e.mentions), e) for e in people]
    return [e for count, e in sorted(counts, key=lambda c: -c[0]) if count]


def _list_places(look: Lookback, entity: Entity) -> Iterator[int]:
    """Yield where an entity is named, or speaks without a name."""
    yield from (start for start, _ in entity.mentions)
    if not entity.mentions:
        yield from (at for at, speaking in look.context.turns if speaking is entity)


def _sort_fits(fits: list[tuple[int, int, Entity]]) -> list[Entity]:
    """Return the entities of (words that fit, offset, entity): most words first, of these the last one."""
    return [entity for _, _, entity in sorted(fits, key=lambda f: f[:2], reverse=True)]


def _is_owned(found: Mention) -> bool:
    return found.text.casefold().startswith(_OWNED)


@lru_cache(4096)
def _fold_words(text: str) -> frozenset[str]:
    return frozenset(mention.to_singular(w.casefold()) for w in re.findall(LETTERS, text))


@lru_cache(4096)
def _fold_modifiers(text: str) -> frozenset[str]:
    """The capitalised words of a description, by what they stand for: "American" and "US" are one."""
    alike: dict[str, str] = load_lexicon("phrases.toml")["alike"]
    plain = _DETERMINER.sub("", text.replace("U.S.", "US").replace("U.K.", "UK"))
    found = {w.casefold() for w in re.findall(LETTERS, plain) if w[0].isupper() and not is_person(w)}
    return frozenset(alike.get(w, w) for w in found)
