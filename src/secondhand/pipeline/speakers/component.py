"""The component that tells who a source mention means: names, aliases, noun phrases, pronouns.

Rules over the named entities and the claims before; nothing is guessed where nothing tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from secondhand.claim import Claim, Resolution, Span, Speaker
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import signals
from secondhand.pipeline.mentions import mention, roles
from secondhand.pipeline.mentions.entities import Entity, can_name, gather_entities, name_key, store_entities
from secondhand.pipeline.mentions.mention import EntityMention, Mention
from secondhand.pipeline.mentions.outlet_names import outlet_pattern
from secondhand.pipeline.speakers import interviews, polls
from secondhand.pipeline.speakers.antecedents import Antecedents
from secondhand.pipeline.speakers.context import Context
from secondhand.pipeline.speakers.descriptions import described
from secondhand.quotations import MARKS

BESIDE = {"appos", "flat", "compound"}
"""relations of a name to a noun for the same one"""


class SpeakerResolver:
    """Names the speaker of every claim."""

    def __init__(self, name: str) -> None:
        """Take the component's name."""
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the claims on ``doc``."""
        claims = state.claims(doc)
        if not claims:
            return doc
        context = Context(
            doc.text, state.origin(doc), [t.idx for t in doc if t.is_sent_start or t.i == 0],
            gather_entities(doc), {c.id: c for c in claims}, signals=signals(doc),
            heads={t.idx: t.head.idx for t in doc if t.dep_ in BESIDE},
        )  # fmt: skip
        _roles(context, doc)
        resolutions: dict[str, Resolution] = {}
        sources: list[tuple[Entity, Span]] = []
        for claim in claims:
            entity, resolutions[claim.id] = _resolve(context, claim)
            if entity is None:
                continue
            context.speaker_of[claim.id] = entity
            context.last_claim = context.last_claim if claim.parent else claim
            context.turns.append(((claim.source or (claim.cue or claim.content[0],))[0].start, entity))
            sources += [(entity, span) for span in claim.source]
            entity.role = _told_role(entity, claim) or entity.role
            context.sources += [(span.start, span.end, entity) for span in claim.source]
        speakers, ids = _speakers(context, sources)
        done = [
            replace(
                c,
                speaker=ids[id(context.speaker_of[c.id])] if c.id in context.speaker_of else None,
                resolution=resolutions[c.id],
            )
            for c in claims
        ]
        state.store(doc, done, speakers)
        store_entities(doc, context.entities)
        return doc


def _roles(context: Context, doc: Doc) -> None:
    """Give everybody named the fullest role the article gives, beside the name or else away from it."""
    away: dict[int, str] = {}
    for entity, told_of in described(doc, context):
        away.setdefault(id(entity), told_of)
    for entity in context.entities:
        if entity.type not in ("person", "organization"):
            continue
        look = roles.find_role if entity.type == "person" else roles.find_role_of_body
        found = [look(context.text, s, e, context.sentence_bounds(s)) for s, e in entity.mentions]
        told = [role for role in found if role]
        full = [role for role in told if " " in role]
        entity.role = next(iter([*full, *told]), away.get(id(entity)))


def _told_role(entity: Entity, claim: Claim) -> str | None:
    """Return the role a source like "the Vermont senator" tells of somebody named, if that is news."""
    told = roles.read_role(claim.source[0].text) if claim.source else None
    if told is None or entity.type != "person" or not entity.mentions:
        return None
    return told if not entity.role or entity.role in told else None


def _resolve(context: Context, claim: Claim) -> tuple[Entity | None, Resolution]:
    if not claim.source:
        return interviews.implied(context, claim) or _continued(context, claim)
    span = claim.source[0]
    named = [
        EntityMention(m, s - span.start, e - span.start)
        for s, e, m in context.names_between(span.start, span.end)
    ]
    found = mention.parse_mention(span.text, named)
    if found.kind == "name" and found.entity:
        whole = any(found.entity.name in n.text for n in claim.source)
        return found.entity, "name" if whole else "alias"
    look = Antecedents(context, claim)
    if found.kind == "pronoun":
        return look.pronoun(found.text) or interviews.addressed(context, claim, found), "pronoun"
    if found.kind == "nominal":
        known = _spelled(context, found) or interviews.labelled(context, claim, found)
        known = known or polls.maker(context.text, context.entities, found, span.start)
        return (
            (known, "alias")
            if known
            else (
                look.nominal(found) or look.described(found) or look.ahead(found) or _unnamed(context, found),
                "nominal",
            )
        )
    return None, "none"


def _spelled(context: Context, found: Mention) -> Entity | None:
    """Return whom a phrase names that is no named entity here, but part of a name elsewhere."""
    if found.definite or not all(w[0].isupper() for w in found.text.split()):
        return None
    mine = name_key(found.text)
    return next((m for m in context.entities if m.mentions and can_name(mine, m.key, m.type)), None)


def _unnamed(context: Context, found: Mention) -> Entity:
    """Return a new speaker known by a noun phrase, or by an outlet's name or a title in it."""
    outlet = outlet_pattern().match(re.sub(r"^[Tt]he\s", "", found.text))
    if outlet and not re.match(r"\s[A-Z]", outlet.string[outlet.end() :]):  # else "National Weather Service"
        known = [
            m for m in context.entities if m.key == name_key(outlet.group()) and m.type == "organization"
        ]
        entity = known[0] if known else Entity(outlet.group(), "organization")
    else:
        titled = roles.split_role_and_name(found.text)
        entity = (
            Entity(titled[1], "person", role=titled[0])
            if titled
            else Entity(found.name, mention.infer_type(found))
        )
    if entity in context.entities:
        return entity
    context.entities.append(entity)
    return entity


def _continued(context: Context, claim: Claim) -> tuple[Entity | None, Resolution]:
    """A quotation without a source that follows another one: the same speaker goes on."""
    if claim.kind != "direct" or claim.parent or claim.content[0].text[:1] not in MARKS:
        return None, "none"
    before = context.last_claim
    if before and before.kind != "indirect" and claim.paragraph - before.paragraph <= 1:
        return context.speaker_of[before.id], "continuation"
    return None, "none"


def _speakers(
    context: Context, sources: Iterable[tuple[Entity, Span]]
) -> tuple[list[Speaker], dict[int, str]]:
    """Make the list of speakers, and ids by entity."""
    mine: dict[int, list[Span]] = {}
    for entity, span in sources:
        mine.setdefault(id(entity), []).append(span)
    ids: dict[int, str] = {}
    out: list[Speaker] = []
    heard = {id(entity) for entity in context.speaker_of.values()}
    for entity in [m for m in context.entities if id(m) in heard]:
        ids[id(entity)] = f"s{len(out) + 1}"
        spans = tuple(sorted(_mentions(context, entity, mine.get(id(entity), [])), key=lambda s: s.start))
        out.append(Speaker(ids[id(entity)], entity.name, entity.type, entity.role, spans))
    return out, ids


def _mentions(context: Context, entity: Entity, sources: list[Span]) -> Iterator[Span]:
    """Yield every mention once: the names, and the sources that hold none of them."""
    yield from (Span(s, e, context.text[s:e]) for s, e in entity.mentions)
    seen: set[tuple[int, int]] = set()
    for span in sources:
        inside = any(span.start <= s and e <= span.end for s, e in entity.mentions)
        if not inside and (span.start, span.end) not in seen:
            seen.add((span.start, span.end))
            yield span


@Language.factory("secondhand_speakers", requires=["doc.spans", "doc.ents"], assigns=["doc.spans"])
def make_speakers(nlp: Language, name: str) -> SpeakerResolver:
    """Make the component."""
    return SpeakerResolver(name)
