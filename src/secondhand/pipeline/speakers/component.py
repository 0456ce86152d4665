"""The component that tells who a source mention means: names, aliases, noun phrases, pronouns.

Rules over the named entities and the claims before; nothing is guessed where nothing tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace

from spacy.language import Language
from spacy.tokens import Doc

from secondhand.claim import Claim, Span, Speaker, Trace
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import load_hints
from secondhand.pipeline.mentions import roles
from secondhand.pipeline.mentions.entities import Entity, gather_entities, store_entities
from secondhand.pipeline.speakers.context import Context
from secondhand.pipeline.speakers.descriptions import find_descriptions
from secondhand.pipeline.speakers.lookback import Answer
from secondhand.pipeline.speakers.resolve import resolve_source
from secondhand.pipeline.speakers.settings import SpeakerSettings

BESIDE = {"appos", "flat", "compound"}
"""relations of a name to a noun for the same one"""
DEFAULTS = SpeakerSettings()


class SpeakerResolver:
    """Names the speaker of every claim."""

    def __init__(self, name: str, settings: SpeakerSettings = DEFAULTS) -> None:
        """Take the component's name and its choices."""
        self.name = name
        self.settings = settings

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the claims on ``doc``."""
        claims = state.load_claims(doc)
        if not claims:
            return doc
        context = Context(
            doc.text, state.load_origin(doc), [t.idx for t in doc if t.is_sent_start or t.i == 0],
            gather_entities(doc), {c.id: c for c in claims}, settings=self.settings, hints=load_hints(doc),
            heads={t.idx: t.head.idx for t in doc if t.dep_ in BESIDE},
        )  # fmt: skip
        _give_roles(context, doc)
        answers = {claim.id: _resolve_and_add(context, claim) for claim in claims}
        speakers, ids = _make_speakers(context)
        done = [_set_speaker(claim, answers[claim.id], ids) for claim in claims]
        state.store_claims(doc, done, speakers)
        store_entities(doc, context.entities)
        return doc


def _resolve_and_add(context: Context, claim: Claim) -> Answer:
    """Resolve ``claim``, and add what was found to ``context``; nothing else adds to it."""
    answer = resolve_source(context, claim)
    entity = answer.entity
    if entity is None:
        return answer
    if not any(known is entity for known in context.entities):
        context.entities.append(entity)
    context.speaker_of[claim.id] = entity
    context.last_claim = context.last_claim if claim.parent else claim
    context.turns.append(((claim.source or (claim.cue or claim.content[0],))[0].start, entity))
    entity.role = _find_role_in_source(entity, claim) or entity.role
    context.sources += [(span.start, span.end, entity) for span in claim.source]
    return answer


def _set_speaker(claim: Claim, answer: Answer, ids: Mapping[int, str]) -> Claim:
    """Return ``claim`` with its speaker, and with how that was found."""
    other = answer.runner_up
    trace = replace(
        claim.trace or Trace(),
        speaker=answer.how if answer.entity else "nothing tells",
        runner_up=other.name if other else None,
    )
    speaker = ids[id(answer.entity)] if answer.entity else None
    return replace(claim, speaker=speaker, resolution=answer.resolution, trace=trace)


def _give_roles(context: Context, doc: Doc) -> None:
    """Give everybody named the fullest role the article gives, beside the name or else away from it."""
    away: dict[int, str] = {}
    for entity, told_of in find_descriptions(doc, context):
        away.setdefault(id(entity), told_of)
    for entity in context.entities:
        if entity.type not in ("person", "organization"):
            continue
        look = roles.find_role if entity.type == "person" else roles.find_role_of_body
        found = [look(context.text, s, e, context.sentence_bounds(s)) for s, e in entity.mentions]
        told = [role for role in found if role]
        full = [role for role in told if " " in role]
        entity.role = next(iter([*full, *told]), away.get(id(entity)))


def _find_role_in_source(entity: Entity, claim: Claim) -> str | None:
    """Return the role a source like "the Vermont senator" tells of somebody named, if that is news."""
    told = roles.read_role(claim.source[0].text) if claim.source else None
    if told is None or entity.type != "person" or not entity.mentions:
        return None
    return told if not entity.role or entity.role in told else None


def _make_speakers(context: Context) -> tuple[list[Speaker], dict[int, str]]:
    """Make the list of speakers, and ids by entity."""
    mine: dict[int, list[Span]] = {}
    for start, end, entity in context.sources:
        mine.setdefault(id(entity), []).append(Span(start, end, context.text[start:end]))
    ids: dict[int, str] = {}
    out: list[Speaker] = []
    heard = {id(entity) for entity in context.speaker_of.values()}
    for entity in [m for m in context.entities if id(m) in heard]:
        ids[id(entity)] = f"s{len(out) + 1}"
        spans = tuple(
            sorted(_list_mentions(context, entity, mine.get(id(entity), [])), key=lambda s: s.start)
        )
        out.append(Speaker(ids[id(entity)], entity.name, entity.type, entity.role, spans))
    return out, ids


def _list_mentions(context: Context, entity: Entity, sources: list[Span]) -> Iterator[Span]:
    """Yield every mention once: the names, and the sources that hold none of them."""
    yield from (Span(s, e, context.text[s:e]) for s, e in entity.mentions)
    seen: set[tuple[int, int]] = set()
    for span in sources:
        inside = any(span.start <= s and e <= span.end for s, e in entity.mentions)
        if not inside and (span.start, span.end) not in seen:
            seen.add((span.start, span.end))
            yield span


@Language.factory(
    "secondhand_speakers",
    requires=["doc.spans", "doc.ents"],
    assigns=["doc.spans"],
    default_config=asdict(DEFAULTS),
)
def make_speakers(
    nlp: Language,
    name: str,
    pronoun_reach: int,
    description_reach: int,
    opening: int,
    poll_reach: int,
    coreference_least: float,
    coreference_steps: int,
) -> SpeakerResolver:
    """Make the component; its config has the choices of ``SpeakerSettings``."""
    return SpeakerResolver(
        name,
        SpeakerSettings(
            pronoun_reach, description_reach, opening, poll_reach, coreference_least, coreference_steps
        ),
    )
