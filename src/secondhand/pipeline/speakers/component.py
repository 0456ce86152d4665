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
from secondhand.pipeline.mentions.entities import Member, cast, keep, key, same
from secondhand.pipeline.mentions.mention import Named, Phrase
from secondhand.pipeline.mentions.outlet_names import outlet_pattern
from secondhand.pipeline.speakers import interviews, polls
from secondhand.pipeline.speakers.antecedents import Antecedents
from secondhand.pipeline.speakers.context import Scene
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
        scene = Scene(
            doc.text, state.origin(doc), [t.idx for t in doc if t.is_sent_start or t.i == 0], cast(doc),
            {c.id: c for c in claims}, signals=signals(doc),
            heads={t.idx: t.head.idx for t in doc if t.dep_ in BESIDE},
        )  # fmt: skip
        _roles(scene, doc)
        resolutions: dict[str, Resolution] = {}
        sources: list[tuple[Member, Span]] = []
        for claim in claims:
            member, resolutions[claim.id] = _resolve(scene, claim)
            if member is None:
                continue
            scene.of[claim.id] = member
            scene.last = scene.last if claim.parent else claim
            scene.spoken.append(((claim.source or (claim.cue or claim.content[0],))[0].start, member))
            sources += [(member, span) for span in claim.source]
            member.role = _told_role(member, claim) or member.role
            scene.sources += [(span.start, span.end, member) for span in claim.source]
        speakers, ids = _speakers(scene, sources)
        done = [
            replace(
                c, speaker=ids[id(scene.of[c.id])] if c.id in scene.of else None, resolution=resolutions[c.id]
            )
            for c in claims
        ]
        state.store(doc, done, speakers)
        keep(doc, scene.members)
        return doc


def _roles(scene: Scene, doc: Doc) -> None:
    """Give everybody named the fullest role the article gives, beside the name or else away from it."""
    away: dict[int, str] = {}
    for member, told_of in described(doc, scene):
        away.setdefault(id(member), told_of)
    for member in scene.members:
        if member.type not in ("person", "organization"):
            continue
        look = roles.role if member.type == "person" else roles.of_body
        found = [look(scene.text, s, e, scene.bounds(s)) for s, e in member.mentions]
        told = [role for role in found if role]
        full = [role for role in told if " " in role]
        member.role = next(iter([*full, *told]), away.get(id(member)))


def _told_role(member: Member, claim: Claim) -> str | None:
    """Return the role a source like "the Vermont senator" tells of somebody named, if that is news."""
    told = roles.described(claim.source[0].text) if claim.source else None
    if told is None or member.type != "person" or not member.mentions:
        return None
    return told if not member.role or member.role in told else None


def _resolve(scene: Scene, claim: Claim) -> tuple[Member | None, Resolution]:
    if not claim.source:
        return interviews.implied(scene, claim) or _continued(scene, claim)
    span = claim.source[0]
    named = [Named(m, s - span.start, e - span.start) for s, e, m in scene.named(span.start, span.end)]
    found = mention.phrase(span.text, named)
    if found.kind == "name" and found.member:
        whole = any(found.member.name in n.text for n in claim.source)
        return found.member, "name" if whole else "alias"
    look = Antecedents(scene, claim)
    if found.kind == "pronoun":
        return look.pronoun(found.text) or interviews.addressed(scene, claim, found), "pronoun"
    if found.kind == "nominal":
        known = _spelled(scene, found) or interviews.labelled(scene, claim, found)
        known = known or polls.maker(scene.text, scene.members, found, span.start)
        return (
            (known, "alias")
            if known
            else (
                look.nominal(found) or look.described(found) or look.ahead(found) or _unnamed(scene, found),
                "nominal",
            )
        )
    return None, "none"


def _spelled(scene: Scene, found: Phrase) -> Member | None:
    """Return whom a phrase names that is no named entity here, but part of a name elsewhere."""
    if found.definite or not all(w[0].isupper() for w in found.text.split()):
        return None
    mine = key(found.text)
    return next((m for m in scene.members if m.mentions and same(mine, m.key, m.type)), None)


def _unnamed(scene: Scene, found: Phrase) -> Member:
    """Return a new speaker known by a noun phrase, or by an outlet's name or a title in it."""
    outlet = outlet_pattern().match(re.sub(r"^[Tt]he\s", "", found.text))
    if outlet and not re.match(r"\s[A-Z]", outlet.string[outlet.end() :]):  # else "National Weather Service"
        known = [m for m in scene.members if m.key == key(outlet.group()) and m.type == "organization"]
        member = known[0] if known else Member(outlet.group(), "organization")
    else:
        titled = roles.titled(found.text)
        member = (
            Member(titled[1], "person", role=titled[0])
            if titled
            else Member(found.name, mention.type_of(found))
        )
    if member in scene.members:
        return member
    scene.members.append(member)
    return member


def _continued(scene: Scene, claim: Claim) -> tuple[Member | None, Resolution]:
    """A quotation without a source that follows another one: the same speaker goes on."""
    if claim.kind != "direct" or claim.parent or claim.content[0].text[:1] not in MARKS:
        return None, "none"
    before = scene.last
    if before and before.kind != "indirect" and claim.paragraph - before.paragraph <= 1:
        return scene.of[before.id], "continuation"
    return None, "none"


def _speakers(scene: Scene, sources: Iterable[tuple[Member, Span]]) -> tuple[list[Speaker], dict[int, str]]:
    """Make the list of speakers, and ids by member."""
    mine: dict[int, list[Span]] = {}
    for member, span in sources:
        mine.setdefault(id(member), []).append(span)
    ids: dict[int, str] = {}
    out: list[Speaker] = []
    heard = {id(member) for member in scene.of.values()}
    for member in [m for m in scene.members if id(m) in heard]:
        ids[id(member)] = f"s{len(out) + 1}"
        spans = tuple(sorted(_mentions(scene, member, mine.get(id(member), [])), key=lambda s: s.start))
        out.append(Speaker(ids[id(member)], member.name, member.type, member.role, spans))
    return out, ids


def _mentions(scene: Scene, member: Member, sources: list[Span]) -> Iterator[Span]:
    """Yield every mention once: the names, and the sources that hold none of them."""
    yield from (Span(s, e, scene.text[s:e]) for s, e in member.mentions)
    seen: set[tuple[int, int]] = set()
    for span in sources:
        inside = any(span.start <= s and e <= span.end for s, e in member.mentions)
        if not inside and (span.start, span.end) not in seen:
            seen.add((span.start, span.end))
            yield span


@Language.factory("secondhand_speakers", requires=["doc.spans", "doc.ents"], assigns=["doc.spans"])
def make_speakers(nlp: Language, name: str) -> SpeakerResolver:
    """Make the component."""
    return SpeakerResolver(name)
