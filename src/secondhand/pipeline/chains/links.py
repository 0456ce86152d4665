"""One link of a chain: the publisher, the one who speaks, an outlet or somebody cited between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondhand.claim import UNKNOWN, Claim, Link, Speaker, SpeakerType
from secondhand.pipeline.chains import channels, outlets, relays
from secondhand.pipeline.chains.chain_context import ChainContext
from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.mentions import mention, outlet_names
from secondhand.pipeline.mentions.entities import Entity, fold_name
from secondhand.pipeline.mentions.mention import EntityMention
from secondhand.pipeline.patterns import FULL_NAME
from secondhand.pipeline.text import dates
from secondhand.publication import publication
from secondhand.spans import Range, contains

_PRINTED = re.compile(
    r"the (?:newspaper|paper|magazine|outlet|publication|broadcaster|network)", re.IGNORECASE
)

_APPOSED = re.compile(rf"\s(?P<name>{FULL_NAME})")
"""the name behind what an outlet is: "the state news agency | Tanjug" """


def make_publisher_links(context: ChainContext) -> tuple[Link, ...]:
    """Return the links every chain begins with: the publisher, and the agency it is credited to."""
    origin = context.origin
    return publication(context.text, origin.publisher, origin.date, origin.credit)


def make_speaker_link(context: ChainContext, claim: Claim, speaker: Speaker | None, frame: Range) -> Link:
    """Return the link of the one who speaks; ``frame`` are the sentences around ``claim``."""
    evidence = (*claim.source, *([claim.cue] if claim.cue else []))
    words = _blank_content(context.text, claim, frame)
    spots = claim.source or evidence
    return Link(
        speaker.name if speaker else UNKNOWN,
        speaker.type if speaker else "unknown",
        channels.find_relation(claim, speaker),
        tuple(sorted(evidence, key=lambda s: s.start)) or claim.content,
        dates.find_date(words, context.origin.date),
        next((u for s in spots if (u := context.find_url(s.start, s.end))), None),
    )


def _blank_content(text: str, claim: Claim, frame: Range) -> str:
    """The words of the sentence that are not content: only there is it told when something was said."""
    letters = [
        c if not any(s.start <= i < s.end for s in claim.content) else " "
        for i, c in enumerate(text[slice(*frame)], frame[0])
    ]
    return "".join(letters)


def make_relay_link(context: ChainContext, relay: relays.Relay) -> Link | None:
    """Return the link a relay makes, or None where it is no outlet and nobody who could speak."""
    here = [m for m in context.entities if any(contains(relay.who, place) for place in m.mentions)]
    named = _name_cited(context, relay, here) if relay.origin else _name_outlet(context, relay, here)
    if named is None and (relay.quotes or _PRINTED.fullmatch(context.text, *relay.who)):
        named = _name_cited(context, relay, here)
    if named is None:
        return None
    evidence = (context.cut_span(relay.start, relay.end),)
    return Link(*named, relay.relation, evidence, None, context.find_url(*relay.who))


def _name_outlet(
    context: ChainContext, relay: relays.Relay, here: Sequence[Entity]
) -> tuple[str, SpeakerType] | None:
    """Return name and type of an outlet, a show or a named interviewer."""
    start, end = relay.who
    words = context.text[start:end]
    person = next((m for m in here if m.type == "person"), None)
    known = outlet_names.compile_outlet_names().search(words)
    if known and not outlet_names.is_end_of_longer_name(words, known):
        if person and (
            outlets.belongs_to_outlet(words[known.end() :], person.name) or words.startswith(person.name)
        ):
            return person.name, "person"
        apposed = _APPOSED.match(words, known.end()) if known.group().islower() else None
        named = apposed["name"] if apposed else outlets.name_outlet(context.text, start + known.start())
        return named or known.group(), "organization"
    if person and _is_interviewer(context.text, start, end, person):
        return person.name, "person"
    return None


def _name_cited(
    context: ChainContext, relay: relays.Relay, here: Sequence[Entity]
) -> tuple[str, SpeakerType] | None:
    """Return name and type of whom somebody cites; a mere reason ("citing privacy rules") is nobody."""
    start, end = relay.who
    named = [
        EntityMention(m, s - start, e - start)
        for m in here
        for s, e in m.mentions
        if contains(relay.who, (s, e))
    ]
    cited = mention.parse_mention(context.text[start:end], sorted(named, key=lambda n: n.start))
    lookback = context.settings.outlet_lookback
    if outlet := outlets.find_outlet_meant(context.text, start, cited, lookback):
        return outlet, "organization"
    if cited.entity:
        return cited.entity.name, cited.entity.type
    kind = mention.infer_type(cited)
    reason = kind == "unknown" or (
        kind == "document" and cited.singular not in load_words("documents.toml", "informing")
    )
    return None if reason or cited.kind != "nominal" else (cited.name, kind)


def _is_interviewer(text: str, start: int, end: int, person: Entity) -> bool:
    """Say whether the article makes somebody an interviewer: a host, or "of Fox News"."""
    near = f"{person.role or ''} {text[max(0, start - 20) : end]}"
    if re.search(r"\b(?:host|anchor|moderator|interviewer|correspondent|journalist)\b", near):
        return True
    after = text[end : end + 40]
    names = outlet_names.compile_outlet_names()
    return bool(re.match(r"\s+(?:of|from|on|at)\s+", after) and names.search(after))


def is_same_link(one: Link, other: Link) -> bool:
    """Say whether two links are of one source, by their names."""
    mine, theirs = fold_name(one.name), fold_name(other.name)
    return (
        mine == theirs or set(mine) <= set(theirs) or (other.type != "unknown" and set(theirs) <= set(mine))
    )


def has_same_name(own: Link, head: Link) -> bool:
    """Say whether the agency the article is credited to speaks; that is told once."""
    return fold_name(own.name) == fold_name(head.name)
