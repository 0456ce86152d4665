"""The component that tells through whom a claim reached the reader: publisher, relays, speaker, origin.

A nested claim's chain is its parent's, continued. What the words of the sentence do not show is not claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from spacy.language import Language
from spacy.tokens import Doc

from secondhand.claim import UNKNOWN, Claim, Link, Speaker
from secondhand.pipeline.chains import channels, outlets, polls, relays
from secondhand.pipeline.chains.chain_context import ChainContext, read_context
from secondhand.pipeline.chains.chain_settings import DEFAULTS, ChainSettings
from secondhand.pipeline.chains.links import (
    has_same_name,
    is_same_link,
    make_publisher_links,
    make_relay_link,
    make_speaker_link,
)
from secondhand.pipeline.doc import state
from secondhand.pipeline.mentions import roles
from secondhand.pipeline.mentions.entities import fold_name
from secondhand.spans import Range, overlaps, range_of


class ChainBuilder:
    """Builds the chain of every claim."""

    def __init__(self, name: str, settings: ChainSettings = DEFAULTS) -> None:
        """Take the component's name and its choices."""
        self.name = name
        self.settings = settings

    def __call__(self, doc: Doc) -> Doc:
        """Build the chains of the claims on ``doc``."""
        claims, speakers = state.load_claims(doc), list(state.load_speakers(doc))
        context = read_context(doc, self.settings)
        done: dict[str, Claim] = {}
        for claim in claims:
            done[claim.id], cited = _build_chain(context, claim, done, speakers)
            if cited and cited not in speakers:
                speakers.append(cited)
        state.store_claims(doc, list(done.values()), speakers)
        return doc


def _build_chain(
    context: ChainContext, claim: Claim, done: dict[str, Claim], speakers: Sequence[Speaker]
) -> tuple[Claim, Speaker | None]:
    """Return ``claim`` with its chain, and the speaker it cites as its source, where it cites one."""
    parent = done.get(claim.parent or "")
    head = parent.chain if parent else make_publisher_links(context)
    frame = context.find_frame(claim, parent)
    speaker = next((s for s in speakers if s.id == claim.speaker), None)
    own = make_speaker_link(context, claim, speaker, frame)
    credited = not parent and own.name != UNKNOWN and len(head) > 1 and has_same_name(own, head[-1])
    before, behind = _find_links(context, claim, frame, (*head, own))
    before = before or list(_find_interview(context, claim, frame, done))
    asked = polls.find_poll_link(claim, speaker, reversed(done.values()))
    if asked and not any(is_same_link(asked, known) for known in (*head, *before, own)):
        before.append(asked)
    cited = _find_speaker(context.text, speakers, behind[-1]) if behind else None
    if cited:
        named = behind[-1].type in ("person", "organization")
        claim = replace(claim, speaker=cited.id, resolution="name" if named else "nominal")
    chain = (*head, *before, *(() if credited else (own,)), *behind)
    channel = channels.find_channel(context.text[slice(*frame)], claim)
    return replace(claim, chain=chain, channel=channel), cited


def _find_links(
    context: ChainContext, claim: Claim, frame: Range, known: Sequence[Link]
) -> tuple[list[Link], list[Link]]:
    """Return the links before the speaker and those behind, as the words tell; none that are ``known``."""
    before: list[Link] = []
    behind: list[Link] = []
    lookback = context.settings.interview_lookback
    for relay in relays.find_relays(context.text, claim, frame, lookback):
        link = make_relay_link(context, relay)
        if link and not any(is_same_link(link, other) for other in (*known, *before)):
            (behind if relay.origin else before).append(link)
    return before, behind


def _find_interview(
    context: ChainContext, claim: Claim, frame: Range, done: dict[str, Claim]
) -> Iterator[Link]:
    """Yield who had "the interview", named before, that ``claim`` or the one before it came from."""
    if claim.parent:
        return
    if meant := outlets.find_interview_meant(context.text, frame, context.settings.outlet_lookback):
        name, start, end = meant
        if not any(overlaps(range_of(span), (start, end)) for span in claim.content):
            yield Link(name, "organization", "reported", (context.cut_span(start, end),))
        return
    mine = (c for c in reversed(done.values()) if not c.parent and c.speaker == claim.speaker)
    last = next(mine, None)
    if last and claim.speaker and last.paragraph == claim.paragraph:
        yield from (
            k for k in last.chain if k.evidence and outlets.THE_INTERVIEW.fullmatch(k.evidence[0].text)
        )


def _find_speaker(text: str, speakers: Sequence[Speaker], link: Link) -> Speaker:
    """Return the speaker a link names, a new one where there is none."""
    for known in speakers:
        if fold_name(known.name) == fold_name(link.name):
            return known
    shown = link.evidence[0]
    at = shown.start + max(0, shown.text.find(link.name))
    person = link.type == "person"
    role = roles.find_role(text, at, at + len(link.name), (shown.start, shown.end)) if person else None
    return Speaker(f"s{len(speakers) + 1}", link.name, link.type, role, link.evidence)


@Language.factory(
    "secondhand_chains",
    requires=["doc.spans", "doc.ents"],
    assigns=["doc.spans"],
    default_config=asdict(DEFAULTS),
)
def make_chains(nlp: Language, name: str, outlet_lookback: int, interview_lookback: int) -> ChainBuilder:
    """Make the component; its config has the choices of ``ChainSettings``."""
    return ChainBuilder(name, ChainSettings(outlet_lookback, interview_lookback))
