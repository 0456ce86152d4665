"""A correction being made: what the dialog begins with, and the edit that comes of what stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from secondhand.article import Article
from secondhand.claim import UNKNOWN, Analysis, Claim, Commitment, Framing, Link, Speaker, SpeakerType
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.correction import Correction
from secondhand.notes.edit import Edit
from secondhand.notes.family import find_likest
from secondhand.notes.highlight import Anchor
from secondhand.notes.settling import find_words
from secondhand.notes.versions import current_time, follow
from secondhand.publication import publication
from secondhand.safe_text import replace_surrogates
from secondhand.spans import likeness

SAME = 0.9
"""how like words to be claimed must be to those of a claim that was refused to be taken for it"""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the dialog says of a claim."""

    name: str
    """of the speaker; "" where nobody is named"""
    type: SpeakerType
    role: str
    commitment: Commitment
    framing: Framing
    chain: tuple[Link, ...]
    is_claim: bool = True
    cue: str = ""
    """the words of saying: only of a new claim"""

    @classmethod
    def of(cls, claim: Claim, speaker: Speaker | None) -> Draft:
        """Begin with ``claim`` as it stands."""
        known = speaker if speaker and speaker.name != UNKNOWN else None
        return cls(
            known.name if known else "",
            known.type if known else "unknown",
            (known.role or "") if known else "",
            claim.stance.commitment,
            claim.stance.framing,
            claim.chain,
            cue=claim.cue.text if claim.cue else "",
        )

    @property
    def speaker(self) -> Speaker:
        """Who says it; its id and mentions mean nothing."""
        if not self.name:
            return Speaker("", UNKNOWN, "unknown", None, ())
        return Speaker("", self.name, self.type, self.role or None, ())

    def said_by(self, name: str, type: SpeakerType, role: str) -> Draft:
        """Return the draft with another speaker; the end of the chain follows where it was the one before."""
        draft = replace(self, name=replace_surrogates(name), type=type, role=replace_surrogates(role))
        last = self.chain[-1] if self.chain else None
        if last is None or last.relation == "published" or last.name != self.speaker.name:
            return draft
        renamed = replace(last, name=draft.speaker.name, type=draft.speaker.type)
        return replace(draft, chain=(*self.chain[:-1], renamed))


@dataclass(frozen=True, slots=True)
class Matter:
    """What a correction is about."""

    text: str
    """of the article"""
    content: tuple[Anchor, ...]
    """the words claimed"""
    draft: Draft
    """what the dialog begins with"""
    model: Draft | None = None
    """what the model says; None of a claim it does not find"""
    before: Claim | None = None
    """the claim as the model had it"""
    old: Correction | None = None
    """what the reader said of it already"""

    @property
    def words(self) -> str:
        """The words claimed; " … " stands where pieces are apart."""
        return " … ".join(piece.exact for piece in self.content)

    def edit(self, draft: Draft) -> Edit | None:
        """Return the edit that makes ``draft`` hold, or None where nothing is to be changed."""
        if self.old and draft == self.draft:
            return None
        if self.model is None:
            after = self._make_claim(draft) if draft.is_claim else None
        elif draft == self.model:
            after = None
        else:
            after = self._make_change(draft, self.model)
        if (after is None and self.old is None) or _say_the_same(after, self.old):
            return None
        if after and self.old:
            after = follow(replace(after, created=self.old.created), self.old)
        return Edit(self.old, after)

    def _make_change(self, draft: Draft, model: Draft) -> Correction:
        """Return the correction that turns what the model says into ``draft``."""
        blank = Correction(
            self._id, self.content, current_time(), before=self.before, cue=self._cue, source=self._source
        )
        if not draft.is_claim:
            return replace(blank, verdict="no claim")
        followed = model.said_by(draft.name, draft.type, draft.role)
        return replace(
            blank,
            speaker=draft.speaker if draft.speaker != model.speaker else None,
            commitment=draft.commitment if draft.commitment != model.commitment else None,
            framing=draft.framing if draft.framing != model.framing else None,
            chain=draft.chain if draft.chain != followed.chain else None,
        )

    def _make_claim(self, draft: Draft) -> Correction:
        """Return a claim of the reader's own."""
        return Correction(
            self._id,
            self.content,
            current_time(),
            "new",
            self.cue(draft.cue),
            (),
            draft.speaker,
            draft.commitment,
            draft.framing,
            draft.chain,
        )

    def cue(self, wanted: str) -> Anchor | None:
        """Return where ``wanted`` stands nearest to the words claimed, or None where it is nowhere."""
        if self.model is None and self.old and self.old.cue and self.old.cue.exact == wanted:
            return self.old.cue
        first, last = self.content[0].start, self.content[-1].end
        after, before = self.text.find(wanted, last), self.text.rfind(wanted, 0, first)
        places = [(at - last if at >= last else first - at, at) for at in (after, before) if at >= 0]
        if not wanted or not places:
            return None
        at = min(places)[1]
        return make_anchor(self.text, at, at + len(wanted))

    @property
    def _id(self) -> str:
        return self.old.id if self.old else str(uuid4())

    @property
    def _cue(self) -> Anchor | None:
        cue = self.before.cue if self.before else None
        return make_anchor(self.text, cue.start, cue.end) if cue else None

    @property
    def _source(self) -> tuple[Anchor, ...]:
        return tuple(
            make_anchor(self.text, s.start, s.end) for s in (self.before.source if self.before else ())
        )


def draft_correction(
    article: Article,
    found: Analysis,
    corrections: Sequence[Correction],
    claim: Claim,
    speaker: Speaker | None,
) -> Matter:
    """Return what there is to correct about ``claim``, one of ``found`` with ``corrections`` applied."""
    content = tuple(make_anchor(article.text, span.start, span.end) for span in claim.content)
    mine = [c for c in corrections if c.verdict != "no claim" and _is_about(article.text, c, claim)]
    old, draft = (mine[-1] if mine else None), Draft.of(claim, speaker)
    before = find_likest(found.claims, claim.content, claim.cue) if claim.corrected else claim
    if before is None:
        return Matter(article.text, content, draft, None, None, old)
    model = Draft.of(before, found.speaker(before) if claim.corrected else speaker)
    return Matter(article.text, content, draft, model, before, old)


def find_refused(
    article: Article, found: Analysis | None, corrections: Sequence[Correction], start: int, end: int
) -> Matter | None:
    """Return the claim between ``start`` and ``end`` of which the reader said that it is none, or None."""
    for old in reversed(corrections):
        spans = find_words(article.text, old.content) if old.verdict == "no claim" else None
        if not spans or spans[0].start >= end or spans[-1].end <= start:
            continue
        before = find_likest(found.claims, spans, None) if found else None
        if found and before:
            model = Draft.of(before, found.speaker(before))
            return Matter(article.text, old.content, replace(model, is_claim=False), model, before, old)
    return None


def draft_claim(article: Article, start: int, end: int) -> Matter:
    """Return a claim to be made of the words from ``start`` to ``end``."""
    head = publication(article.text, article.publisher, article.date, article.credit)
    chain = (*head, Link(UNKNOWN, "unknown", "said"))
    draft = Draft("", "unknown", "", "certain", "neutral", chain)
    return Matter(article.text, (make_anchor(article.text, start, end),), draft)


def _is_about(text: str, correction: Correction, claim: Claim) -> bool:
    spans = find_words(text, correction.content)
    return bool(spans) and likeness(spans or (), claim.content) >= SAME


def _say_the_same(one: Correction | None, other: Correction | None) -> bool:
    """Return whether two corrections say the same, whenever they were made."""
    if one is None or other is None:
        return False
    return replace(one, created=other.created, changed=other.changed, earlier=other.earlier) == other
