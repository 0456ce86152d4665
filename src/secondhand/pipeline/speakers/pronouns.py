"""Whom "he", "they", "who" or "I" means, from what stands before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.mentions import mention
from secondhand.pipeline.mentions.entities import Entity, is_person
from secondhand.pipeline.mentions.given_names import infer_sex
from secondhand.pipeline.mentions.roles import split_role_and_name
from secondhand.pipeline.patterns import CALLED, CAPITALIZED, LETTERS, NAME_PART
from secondhand.pipeline.speakers.lookback import Answer, Lookback
from secondhand.pipeline.speakers.nominals import find_known, rank_by_role

_BEFORE_NOUN = re.compile(r"[,;:()\"“”–—]|\b(?:by|to|with|and|but|that|from|for|is|are|was|were|has|have)\b")
_CALLED = re.compile(rf"[.?!:,\"“]\s?(?:{CALLED}\.?\s)?[\"“]?$")
_CALLED_BY_TITLE = re.compile(rf"\b({CALLED}\.?\s{CAPITALIZED}),\s")
_OFFICE = re.compile(rf"\b[Tt]he (?:{NAME_PART} )*([a-z]+)\b(?! [A-Z])")
_MALE = load_words("pronouns.toml", "male")


def resolve_pronoun(look: Lookback, word: str) -> Answer:
    """Return whom a pronoun means; nobody where nothing tells."""
    if word in mention.OWN:
        return _resolve_own(look)
    if word in mention.RELATIVE and word != "that":
        return Answer("named right before", "pronoun", _find_right_before(look))
    if word in mention.OTHER:
        return Answer("called by name", "pronoun", _find_addressed(look))
    linked = look.context.follow_coreference(look.at)
    ranked = _rank_third_person(look, word)
    if linked and _can_mean(word, linked):
        return Answer("coreference", "pronoun", (linked, *ranked))
    return Answer("nearest fit before", "pronoun", ranked)


def make_speaker(found: mention.Mention) -> Entity:
    """Return a new entity known by a noun phrase, or by the name at its end: "US President Ann Lee"."""
    role, name = split_role_and_name(found.text) or (None, "")
    return Entity(name or found.name, "person" if name else mention.infer_type(found), role=role)


def _resolve_own(look: Lookback) -> Answer:
    """ "I" and "we": the speaker of the claim around; outside any, the author or the publisher."""
    context = look.context
    last = context.last_claim
    if look.parent:
        around = context.speaker_of.get(look.parent.id)
        return Answer("speaker around it", "pronoun", (around,) if around else ())
    if last and last.kind == "direct" and any(s.start <= look.at < s.end for s in last.content):
        return Answer("speaker around it", "pronoun", (context.speaker_of[last.id],))
    origin = context.origin
    name = origin.authors[0] if origin.authors else origin.publisher
    if not name:
        return Answer("nothing tells", "pronoun")
    own = Entity(name, "person" if origin.authors else "organization")
    known = next((e for e in context.entities if e.key == own.key), own)
    return Answer("author or publisher", "pronoun", (known,))


def _find_addressed(look: Lookback) -> list[Entity]:
    """ "You" is whom the words before call by name: "Mr. Lee, do you …"."""
    text = look.context.text
    start = look.parent.content[0].start if look.parent else look.at
    called = [
        e
        for s, end, e in look.context.names_between(max(start, look.at - look.reach), look.at)
        if text[end : end + 1] == "," and _CALLED.search(text, max(start, s - 20), s)
    ]
    if called and called[-1].type == "person":
        return called[::-1]
    titled = list(_CALLED_BY_TITLE.finditer(text, start, look.at))
    return [make_speaker(mention.parse_mention(titled[-1][1], []))] if titled else []


def _find_right_before(look: Lookback) -> list[Entity]:
    """The name, or else the noun phrase, that ends right before the pronoun."""
    text, at = look.context.text, look.at
    ends = [e for _, end, e in look.names_before() if at - end <= 3]
    if ends:
        return ends[-1:]
    start, _ = look.context.sentence_bounds(at)
    left = text[start:at].rstrip(' ,"”’')
    tail = _BEFORE_NOUN.split(left)[-1].strip()
    if not tail or len(tail) > 80:
        return []
    begun = start + left.rfind(tail)
    apposed = [(end, e) for _, end, e in look.context.names_between(start, begun) if begun - end <= 3]
    if apposed and ", " in text[apposed[0][0] : at]:
        return [apposed[0][1]]
    found = mention.parse_mention(tail, [])
    return find_known(look, found) or [make_speaker(found)]


def _rank_third_person(look: Lookback, word: str) -> list[Entity]:
    """Return whom a pronoun of the third person can mean by who was named and heard before it."""
    if word in mention.SINGULAR:
        return _rank_people(look, male=word in _MALE)
    if word in mention.PLURAL:
        return look.recent_speakers("group", "organization", "anonymous") or look.recent_speakers("person")
    if word in mention.THING:
        named = [e for _, _, e in look.names_before() if e.type == "organization"]
        return look.recent_speakers("organization", "document") or named[::-1]
    return []


def _rank_people(look: Lookback, *, male: bool) -> list[Entity]:
    """Weigh the people named or heard before; the nearest sentence's first one wins in general."""
    here = look.context.sentence_number(look.at)
    last = next((entity for _, entity in look.recent_turns()), None)
    scores: list[tuple[float, Entity]] = []
    for entity, places in _gather_people(look):
        sex = _infer_sex(entity)
        if not _is_single(entity) or sex not in (None, male):
            continue
        score = max(_weigh_place(look, at, here) for at in places) + 0.1 * min(len(places), 5)
        score += 0.7 * (last is entity)
        score += _weigh_speaker_around(look, entity) + 0.3 * (sex is male)
        scores.append((score, entity))
    return [entity for _, entity in sorted(scores, key=lambda s: -s[0])]


def _gather_people(look: Lookback) -> list[tuple[Entity, list[int]]]:
    """Return who was named, heard or spoken of by their office near before, each with where."""
    near: dict[int, tuple[Entity, list[int]]] = {}
    own = look.claim.content if look.claim.kind == "direct" else ()  # few speak of themselves by name
    named = [(at, e) for at, _, e in look.names_before() if not any(s.start <= at < s.end for s in own)]
    for at, entity in (*named, *look.recent_turns(), *_find_offices(look)):
        near.setdefault(id(entity), (entity, []))[1].append(at)
    return list(near.values())


def _find_offices(look: Lookback) -> Iterator[tuple[int, Entity]]:
    """Yield where and who of the people spoken of by their offices near before: "the US president"."""
    for match in _OFFICE.finditer(look.context.text, max(0, look.at - look.reach), look.at):
        found = mention.parse_mention(match.group(), []) if is_person(match[1]) else None
        ranked = rank_by_role(look, found) if found and found.head == found.singular else []
        if ranked:
            yield match.start(), ranked[0]


def _weigh_place(look: Lookback, at: int, here: int) -> float:
    """Nearness in sentences; who comes first in a sentence is likely its subject."""
    there = look.context.sentence_number(at)
    start, _ = look.context.sentence_bounds(at)
    return -1.0 * min(here - there, 6) + 0.8 * max(0.0, 1 - (at - start) / 60) + 0.2 * (here == there)


def _weigh_speaker_around(look: Lookback, entity: Entity) -> float:
    """Inside direct speech "he" is not the speaker; inside reported speech he well may be."""
    if look.parent is None:
        return 0.0
    speaking = look.context.speaker_of.get(look.parent.id) is entity
    if look.parent.kind == "direct":
        return -2.0 * speaking
    # Whom the content names itself is as likely, but for a pronoun it begins with.
    opens = look.at - look.parent.content[0].start <= look.context.settings.opening
    return (0.8 if opens else 0.0) * speaking


def _infer_sex(entity: Entity) -> bool | None:
    """True for male, False for female, None where name and role do not tell."""
    words_of = [*re.findall(LETTERS, (entity.role or "").casefold()), entity.name.casefold().split(" ")[0]]
    return infer_sex(words_of)


def _is_single(entity: Entity) -> bool:
    """Whether somebody is one person, named or not: "a person close to Lee"."""
    head = mention.parse_mention(entity.name, []).head if entity.type == "anonymous" else ""
    return entity.type == "person" or (is_person(head) and head == mention.to_singular(head))


def _can_mean(word: str, entity: Entity) -> bool:
    """Whether a pronoun can mean ``entity``."""
    if word in mention.SINGULAR:
        return _is_single(entity) and _infer_sex(entity) in (None, word in _MALE)
    return entity.type != "person"
