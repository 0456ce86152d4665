"""The component that tells through whom a claim reached the reader: publisher, relays, speaker, origin.

A nested claim's chain is its parent's, continued. What the words of the sentence do not show is not claimed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from secondhand.claim import UNKNOWN, Claim, Link, Span, Speaker, SpeakerType
from secondhand.pipeline.chains import channels, outlets, polls, relays
from secondhand.pipeline.doc import state
from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.mentions import mention, outlet_names, roles
from secondhand.pipeline.mentions.entities import Entity, fold_name, load_entities
from secondhand.pipeline.mentions.mention import EntityMention
from secondhand.pipeline.text import dates
from secondhand.publication import publication

_PRINTED = re.compile(
    r"the (?:newspaper|paper|magazine|outlet|publication|broadcaster|network)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ChainContext:
    """What the chains of one article go on."""

    text: str
    origin: state.Origin
    sentences: Sequence[tuple[int, int]]
    entities: Sequence[Entity]

    def around(self, claim: Claim) -> tuple[int, int]:
        """Return the stretch of whole sentences that holds the cue and the source of ``claim``."""
        spans = [*claim.source, *([claim.cue] if claim.cue else [])] or list(claim.content)
        lo, hi = min(s.start for s in spans), max(s.end for s in spans)
        first = bisect_right(self.sentences, lo, key=lambda sentence: sentence[1])
        last = bisect_left(self.sentences, hi, key=lambda sentence: sentence[0]) - 1
        return (self.sentences[first][0], self.sentences[last][1]) if first <= last else (lo, hi)

    def span(self, start: int, end: int) -> Span:
        """Return the words from ``start`` to ``end``."""
        return Span(start, end, self.text[start:end])

    def url(self, start: int, end: int) -> str | None:
        """Return the address the page put on any of these words."""
        return next((u for s, e, u in self.origin.hyperlinks if s < end and start < e), None)


class ChainBuilder:
    """Builds the chain of every claim."""

    def __init__(self, name: str) -> None:
        """Take the component's name."""
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Build the chains of the claims on ``doc``."""
        claims, speakers = state.load_claims(doc), list(state.load_speakers(doc))
        setting = ChainContext(
            doc.text,
            state.load_origin(doc),
            [(s.start_char, s.end_char) for s in doc.sents],
            load_entities(doc),
        )
        done: dict[str, Claim] = {}
        for claim in claims:
            done[claim.id] = _build_chain(setting, claim, done, speakers)
        state.store_claims(doc, list(done.values()), speakers)
        return doc


def _build_chain(
    setting: ChainContext, claim: Claim, done: dict[str, Claim], speakers: list[Speaker]
) -> Claim:
    parent = done.get(claim.parent or "")
    head = parent.chain if parent else _publisher_links(setting)
    sentence = setting.around(claim)
    if parent:
        sentence = _clip_to_parent(sentence, parent)
    frame = setting.text[slice(*sentence)]
    speaker = next((s for s in speakers if s.id == claim.speaker), None)
    own = _speaker_link(setting, claim, speaker, sentence)
    before: list[Link] = []
    behind: list[Link] = []
    for relay in relays.find_relays(setting.text, claim, sentence):
        link = _relay_link(setting, relay)
        if link and not any(_is_same_link(link, known) for known in (*head, *before, own)):
            (behind if relay.origin else before).append(link)
    before += [link for link in _find_interview(setting, claim, sentence, done) if not before]
    asked = polls.find_poll_link(claim, speaker, reversed(done.values()))
    if asked and not any(_is_same_link(asked, known) for known in (*head, *before, own)):
        before.append(asked)
    repeated = own.name != UNKNOWN and (
        _is_same_link(own, head[-1]) if parent else _has_same_name(own, head[-1])
    )
    chain = (*head, *before, *(() if repeated else (own,)), *behind)
    if behind:
        named = behind[-1].type in ("person", "organization")
        cited = _speaker(setting.text, speakers, behind[-1])
        claim = replace(claim, speaker=cited, resolution="name" if named else "nominal")
    return replace(claim, chain=chain, channel=channels.find_channel(frame, claim))


def _find_interview(
    setting: ChainContext, claim: Claim, sentence: tuple[int, int], done: dict[str, Claim]
) -> Iterator[Link]:
    """Yield who had "the interview", named before, that ``claim`` or the one before it came from."""
    if claim.parent:
        return
    if found := outlets.find_interview_meant(setting.text, sentence):
        name, start, end = found
        if not any(s.start < end and start < s.end for s in claim.content):
            yield Link(name, "organization", "reported", (setting.span(start, end),))
        return
    mine = (c for c in reversed(done.values()) if not c.parent and c.speaker == claim.speaker)
    last = next(mine, None)
    if last and claim.speaker and last.paragraph == claim.paragraph:
        yield from (
            k for k in last.chain if k.evidence and outlets.THE_INTERVIEW.fullmatch(k.evidence[0].text)
        )


def _clip_to_parent(sentence: tuple[int, int], parent: Claim) -> tuple[int, int]:
    """Keep what is looked at inside the content of the parent."""
    held = [(max(sentence[0], s.start), min(sentence[1], s.end)) for s in parent.content]
    return max(held, key=lambda pair: pair[1] - pair[0], default=sentence)


def _publisher_links(setting: ChainContext) -> tuple[Link, ...]:
    origin = setting.origin
    return publication(setting.text, origin.publisher, origin.date, origin.credit)


def _speaker_link(
    setting: ChainContext, claim: Claim, speaker: Speaker | None, sentence: tuple[int, int]
) -> Link:
    evidence = (*claim.source, *([claim.cue] if claim.cue else []))
    words = _blank_content(setting.text, claim, sentence)
    spots = claim.source or evidence
    return Link(
        speaker.name if speaker else UNKNOWN,
        speaker.type if speaker else "unknown",
        channels.find_relation(claim, speaker),
        tuple(sorted(evidence, key=lambda s: s.start)) or claim.content,
        dates.find_date(words, setting.origin.date),
        next((u for s in spots if (u := setting.url(s.start, s.end))), None),
    )


def _blank_content(text: str, claim: Claim, sentence: tuple[int, int]) -> str:
    """The words of the sentence that are not content: only there is it told when something was said."""
    letters = [
        c if not any(s.start <= i < s.end for s in claim.content) else " "
        for i, c in enumerate(text[slice(*sentence)], sentence[0])
    ]
    return "".join(letters)


def _relay_link(setting: ChainContext, relay: relays.Relay) -> Link | None:
    """Return the link a relay makes, or None where it is no outlet and nobody who could speak."""
    start, end = relay.who
    here = [m for m in setting.entities if any(start <= s and e <= end for s, e in m.mentions)]
    named = _name_cited(setting, relay, here) if relay.origin else _name_outlet(setting, relay, here)
    if named is None and (relay.quotes or _PRINTED.fullmatch(setting.text, start, end)):
        named = _name_cited(setting, relay, here)
    if named is None:
        return None
    evidence = (setting.span(relay.start, relay.end),)
    return Link(*named, relay.relation, evidence, None, setting.url(start, end))


def _name_outlet(
    setting: ChainContext, relay: relays.Relay, here: Sequence[Entity]
) -> tuple[str, SpeakerType] | None:
    """Return name and type of an outlet, a show or a named interviewer."""
    start, end = relay.who
    told = setting.text[start:end]
    person = next((m for m in here if m.type == "person"), None)
    known = outlet_names.compile_outlet_names().search(told)
    if known and not outlet_names.is_end_of_longer_name(told, known):
        if person and (
            outlets.belongs_to_outlet(told[known.end() :], person.name) or told.startswith(person.name)
        ):
            return person.name, "person"
        return outlets.name_outlet(setting.text, start + known.start()) or known.group(), "organization"
    if person and _is_interviewer(setting.text, start, end, person):
        return person.name, "person"
    return None


def _name_cited(
    setting: ChainContext, relay: relays.Relay, here: Sequence[Entity]
) -> tuple[str, SpeakerType] | None:
    """Return name and type of whom somebody cites; a mere reason ("citing privacy rules") is nobody."""
    start, end = relay.who
    named = [
        EntityMention(m, s - start, e - start) for m in here for s, e in m.mentions if start <= s and e <= end
    ]
    found = mention.parse_mention(setting.text[start:end], sorted(named, key=lambda n: n.start))
    if outlet := outlets.find_outlet_meant(setting.text, start, found):
        return outlet, "organization"
    if found.entity:
        return found.entity.name, found.entity.type
    kind = mention.infer_type(found)
    reason = kind == "unknown" or (
        kind == "document" and found.singular not in load_words("documents.toml", "informing")
    )
    return None if reason or found.kind != "nominal" else (found.name, kind)


def _is_interviewer(text: str, start: int, end: int, person: Entity) -> bool:
    """Say whether the article makes somebody an interviewer: a host, or "of Fox News"."""
    near = f"{person.role or ''} {text[max(0, start - 20) : end]}"
    if re.search(r"\b(?:host|anchor|moderator|interviewer|correspondent|journalist)\b", near):
        return True
    after = text[end : end + 40]
    return bool(
        re.match(r"\s+(?:of|from|on|at)\s+", after) and outlet_names.compile_outlet_names().search(after)
    )


def _is_same_link(one: Link, other: Link) -> bool:
    mine, theirs = fold_name(one.name), fold_name(other.name)
    return (
        mine == theirs or set(mine) <= set(theirs) or (other.type != "unknown" and set(theirs) <= set(mine))
    )


def _has_same_name(own: Link, head: Link) -> bool:
    """Whether the article's own publisher (or agency) speaks; that is told once."""
    return fold_name(own.name) == fold_name(head.name)


def _speaker(text: str, speakers: list[Speaker], link: Link) -> str:
    """Return the id of the speaker a link names, new where there is none."""
    for known in speakers:
        if fold_name(known.name) == fold_name(link.name):
            return known.id
    shown = link.evidence[0]
    at = shown.start + max(0, shown.text.find(link.name))
    person = link.type == "person"
    role = roles.find_role(text, at, at + len(link.name), (shown.start, shown.end)) if person else None
    speakers.append(Speaker(f"s{len(speakers) + 1}", link.name, link.type, role, link.evidence))
    return speakers[-1].id


@Language.factory("secondhand_chains", requires=["doc.spans", "doc.ents"], assigns=["doc.spans"])
def make_chains(nlp: Language, name: str) -> ChainBuilder:
    """Make the component."""
    return ChainBuilder(name)
