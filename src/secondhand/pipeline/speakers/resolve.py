"""From the source of a claim to who speaks; nothing is guessed where nothing tells, and nothing is added."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondhand.claim import Claim, Resolution, SpeakerFound
from secondhand.pipeline.mentions import mention
from secondhand.pipeline.mentions.entities import Entity, can_name, fold_name
from secondhand.pipeline.mentions.mention import EntityMention, Mention
from secondhand.pipeline.mentions.outlet_names import compile_outlet_names
from secondhand.pipeline.speakers import interviews, nominals, polls
from secondhand.pipeline.speakers.context import Context
from secondhand.pipeline.speakers.lookback import Answer, Lookback
from secondhand.pipeline.speakers.pronouns import make_speaker, resolve_pronoun
from secondhand.quotations import MARKS


def resolve_source(context: Context, claim: Claim) -> Answer:
    """Return who speaks by what the source says, or by what stands around where there is none."""
    if not claim.source:
        return interviews.find_by_letter(context, claim) or _continue_quotation(context, claim)
    span = claim.source[0]
    named = [
        EntityMention(e, start - span.start, end - span.start)
        for start, end, e in context.names_between(span.start, span.end)
    ]
    found = mention.parse_mention(span.text, named)
    if found.kind == "name" and found.entity:
        whole = any(found.entity.name in n.text for n in claim.source)
        if whole:
            return Answer("full name in the source", "name", (found.entity,))
        return Answer("shorter name in the source", "alias", (found.entity,))
    look = Lookback(context, claim)
    if found.kind == "pronoun":
        answer = resolve_pronoun(look, found.text)
        other = None if answer.entity else interviews.find_addressed(context, claim, found)
        return Answer("other side of an interview", "pronoun", (other,)) if other else answer
    return _resolve_nominal(look, found) if found.kind == "nominal" else Answer("nothing tells", "none")


def _resolve_nominal(look: Lookback, found: Mention) -> Answer:
    """Return whom a noun phrase means: somebody named, somebody described, or else a new speaker."""
    return next(answer for answer in _weigh_answers(look, found) if answer.candidates)


def _weigh_answers(look: Lookback, found: Mention) -> Iterator[Answer]:
    """Yield what each way to find whom a noun phrase means comes to, the surest way first."""
    context, claim = look.context, look.claim
    yield _make_answer("shorter name in the source", "alias", _find_spelled(context, found))
    yield _make_answer("label of a turn", "alias", interviews.find_by_label(context, claim, found))
    makers = polls.rank_makers(context.text, context.entities, found, look.at, context.settings.poll_reach)
    yield Answer("maker of a poll", "alias", makers)
    yield Answer("role or description", "nominal", nominals.find_known(look, found))
    yield _make_answer("coreference", "nominal", nominals.find_coreferent(look, found))
    yield Answer("named later", "nominal", nominals.find_ahead(look, found))
    made = _find_outlet(context, found) or make_speaker(found)
    yield Answer("noun phrase of the source", "nominal", (made,))


def _make_answer(how: SpeakerFound, resolution: Resolution, entity: Entity | None) -> Answer:
    return Answer(how, resolution, (entity,) if entity else ())


def _find_spelled(context: Context, found: Mention) -> Entity | None:
    """Return whom a phrase names that is no named entity here, but part of a name elsewhere."""
    if found.definite or not all(w[0].isupper() for w in found.text.split()):
        return None
    mine = fold_name(found.text)
    return next((e for e in context.entities if e.mentions and can_name(mine, e.key, e.type)), None)


def _find_outlet(context: Context, found: Mention) -> Entity | None:
    """Return the outlet whose name begins a phrase, new where it is not known; None where none does."""
    outlet = compile_outlet_names().match(re.sub(r"^[Tt]he\s", "", found.text))
    if not outlet or re.match(r"\s[A-Z]", outlet.string[outlet.end() :]):  # as in "National Weather Service"
        return None
    known = [e for e in context.entities if e.key == fold_name(outlet.group()) and e.type == "organization"]
    return known[0] if known else Entity(outlet.group(), "organization")


def _continue_quotation(context: Context, claim: Claim) -> Answer:
    """A quotation without a source that follows another one: the same speaker goes on."""
    before = context.last_claim
    opened = claim.kind == "direct" and not claim.parent and claim.content[0].text[:1] in MARKS
    if opened and before and before.kind != "indirect" and claim.paragraph - before.paragraph <= 1:
        return Answer("quotation goes on", "continuation", (context.speaker_of[before.id],))
    return Answer("nothing tells", "none")
