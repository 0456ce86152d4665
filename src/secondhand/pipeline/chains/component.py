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
from secondhand.pipeline.lexicon import words
from secondhand.pipeline.mentions import entities, mention, outlet_names, roles
from secondhand.pipeline.mentions.mention import Named
from secondhand.pipeline.text import dates
from secondhand.publication import publication

_PRINTED = re.compile(
    r"the (?:newspaper|paper|magazine|outlet|publication|broadcaster|network)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the chains of one article go on."""

    text: str
    origin: state.Origin
    sentences: Sequence[tuple[int, int]]
    members: Sequence[entities.Member]

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
        claims, speakers = state.claims(doc), list(state.speakers(doc))
        setting = Setting(
            doc.text, state.origin(doc), [(s.start_char, s.end_char) for s in doc.sents], entities.kept(doc)
        )
        done: dict[str, Claim] = {}
        for claim in claims:
            done[claim.id] = _chained(setting, claim, done, speakers)
        state.store(doc, list(done.values()), speakers)
        return doc


def _chained(setting: Setting, claim: Claim, done: dict[str, Claim], speakers: list[Speaker]) -> Claim:
    parent = done.get(claim.parent or "")
    head = parent.chain if parent else _publication(setting)
    sentence = setting.around(claim)
    if parent:
        sentence = _clipped(sentence, parent)
    frame = setting.text[slice(*sentence)]
    speaker = next((s for s in speakers if s.id == claim.speaker), None)
    own = _own(setting, claim, speaker, sentence)
    before: list[Link] = []
    behind: list[Link] = []
    for relay in relays.relays(setting.text, claim, sentence):
        link = _link(setting, relay)
        if link and not any(_same(link, known) for known in (*head, *before, own)):
            (behind if relay.origin else before).append(link)
    before += [link for link in _referred(setting, claim, sentence, done) if not before]
    asked = polls.poll(claim, speaker, reversed(done.values()))
    if asked and not any(_same(asked, known) for known in (*head, *before, own)):
        before.append(asked)
    repeated = own.name != UNKNOWN and (_same(own, head[-1]) if parent else _one(own, head[-1]))
    chain = (*head, *before, *(() if repeated else (own,)), *behind)
    if behind:
        named = behind[-1].type in ("person", "organization")
        cited = _speaker(setting.text, speakers, behind[-1])
        claim = replace(claim, speaker=cited, resolution="name" if named else "nominal")
    return replace(claim, chain=chain, channel=channels.channel(frame, claim))


def _referred(
    setting: Setting, claim: Claim, sentence: tuple[int, int], done: dict[str, Claim]
) -> Iterator[Link]:
    """Yield who had "the interview", named before, that ``claim`` or the one before it came from."""
    if claim.parent:
        return
    if found := outlets.interview(setting.text, sentence):
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


def _clipped(sentence: tuple[int, int], parent: Claim) -> tuple[int, int]:
    """Keep what is looked at inside the content of the parent."""
    held = [(max(sentence[0], s.start), min(sentence[1], s.end)) for s in parent.content]
    return max(held, key=lambda pair: pair[1] - pair[0], default=sentence)


def _publication(setting: Setting) -> tuple[Link, ...]:
    origin = setting.origin
    return publication(setting.text, origin.publisher, origin.date, origin.credit)


def _own(setting: Setting, claim: Claim, speaker: Speaker | None, sentence: tuple[int, int]) -> Link:
    evidence = (*claim.source, *([claim.cue] if claim.cue else []))
    words = _outside(setting.text, claim, sentence)
    spots = claim.source or evidence
    return Link(
        speaker.name if speaker else UNKNOWN,
        speaker.type if speaker else "unknown",
        channels.relation(claim, speaker),
        tuple(sorted(evidence, key=lambda s: s.start)) or claim.content,
        dates.when(words, setting.origin.date),
        next((u for s in spots if (u := setting.url(s.start, s.end))), None),
    )


def _outside(text: str, claim: Claim, sentence: tuple[int, int]) -> str:
    """The words of the sentence that are not content: only there is it told when something was said."""
    letters = [
        c if not any(s.start <= i < s.end for s in claim.content) else " "
        for i, c in enumerate(text[slice(*sentence)], sentence[0])
    ]
    return "".join(letters)


def _link(setting: Setting, relay: relays.Relay) -> Link | None:
    """Return the link a relay makes, or None where it is no outlet and nobody who could speak."""
    start, end = relay.who
    here = [m for m in setting.members if any(start <= s and e <= end for s, e in m.mentions)]
    named = _cited(setting, relay, here) if relay.origin else _outlet(setting, relay, here)
    if named is None and (relay.quotes or _PRINTED.fullmatch(setting.text, start, end)):
        named = _cited(setting, relay, here)
    if named is None:
        return None
    evidence = (setting.span(relay.start, relay.end),)
    return Link(*named, relay.relation, evidence, None, setting.url(start, end))


def _outlet(
    setting: Setting, relay: relays.Relay, here: Sequence[entities.Member]
) -> tuple[str, SpeakerType] | None:
    """Return name and type of an outlet, a show or a named interviewer."""
    start, end = relay.who
    told = setting.text[start:end]
    person = next((m for m in here if m.type == "person"), None)
    known = outlet_names.outlet_pattern().search(told)
    if known and not outlet_names.part(told, known):
        if person and (outlets.owned(told[known.end() :], person.name) or told.startswith(person.name)):
            return person.name, "person"
        return outlets.show(setting.text, start + known.start()) or known.group(), "organization"
    if person and _interviews(setting.text, start, end, person):
        return person.name, "person"
    return None


def _cited(
    setting: Setting, relay: relays.Relay, here: Sequence[entities.Member]
) -> tuple[str, SpeakerType] | None:
    """Return name and type of whom somebody cites; a mere reason ("citing privacy rules") is nobody."""
    start, end = relay.who
    named = [Named(m, s - start, e - start) for m in here for s, e in m.mentions if start <= s and e <= end]
    found = mention.phrase(setting.text[start:end], sorted(named, key=lambda n: n.start))
    if outlet := outlets.again(setting.text, start, found):
        return outlet, "organization"
    if found.member:
        return found.member.name, found.member.type
    kind = mention.type_of(found)
    reason = kind == "unknown" or (
        kind == "document" and found.singular not in words("speakers.toml", "informing")
    )
    return None if reason or found.kind != "nominal" else (found.name, kind)


def _interviews(text: str, start: int, end: int, person: entities.Member) -> bool:
    """Say whether the article makes somebody an interviewer: a host, or "of Fox News"."""
    near = f"{person.role or ''} {text[max(0, start - 20) : end]}"
    if re.search(r"\b(?:host|anchor|moderator|interviewer|correspondent|journalist)\b", near):
        return True
    after = text[end : end + 40]
    return bool(re.match(r"\s+(?:of|from|on|at)\s+", after) and outlet_names.outlet_pattern().search(after))


def _same(one: Link, other: Link) -> bool:
    mine, theirs = entities.key(one.name), entities.key(other.name)
    return (
        mine == theirs or set(mine) <= set(theirs) or (other.type != "unknown" and set(theirs) <= set(mine))
    )


def _one(own: Link, head: Link) -> bool:
    """Whether the article's own publisher (or agency) speaks; that is told once."""
    return entities.key(own.name) == entities.key(head.name)


def _speaker(text: str, speakers: list[Speaker], link: Link) -> str:
    """Return the id of the speaker a link names, new where there is none."""
    for known in speakers:
        if entities.key(known.name) == entities.key(link.name):
            return known.id
    shown = link.evidence[0]
    at = shown.start + max(0, shown.text.find(link.name))
    person = link.type == "person"
    role = roles.role(text, at, at + len(link.name), (shown.start, shown.end)) if person else None
    speakers.append(Speaker(f"s{len(speakers) + 1}", link.name, link.type, role, link.evidence))
    return speakers[-1].id


@Language.factory("secondhand_chains", requires=["doc.spans", "doc.ents"], assigns=["doc.spans"])
def make_chains(nlp: Language, name: str) -> ChainBuilder:
    """Make the component."""
    return ChainBuilder(name)
