"""Corrections → claims: what the reader set right wins over what the model says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondhand.article import Article
from secondhand.claim import Analysis, Claim, Link, Span, Stance
from secondhand.notes.adding import add_claim
from secondhand.notes.correction import Correction
from secondhand.notes.family import find_likest, ids_below, remove_claim
from secondhand.notes.naming import add_speaker, rename_link, speaker_of_link
from secondhand.notes.settling import find_words, settle_chain
from secondhand.spans import likeness

AGAIN = 0.9
"""how like a claim of the model a new one must be to be taken for it: the model has learned it since"""


def apply_corrections(article: Article, found: Analysis, corrections: Sequence[Correction]) -> Analysis:
    """Return ``found`` with ``corrections`` to claims of ``article`` applied.

    Claims that a correction changes or adds say so (``Claim.corrected``), and are certain: confidence 1.
    Corrections whose words are nowhere in the text are left out. One to a claim that the model does not
    find any more brings it back.
    """
    for correction in corrections:
        content = find_words(article.text, correction.content)
        if content:
            found = _apply(article, found, correction, content)
    return found


def _apply(article: Article, found: Analysis, correction: Correction, content: tuple[Span, ...]) -> Analysis:
    cue = (find_words(article.text, [correction.cue]) or (None,))[0] if correction.cue else None
    claim = find_likest(found.claims, content, cue)
    if correction.verdict == "no claim":
        return replace(found, claims=remove_claim(found.claims, claim)) if claim else found
    if claim and correction.verdict == "new" and likeness(claim.content, content) < AGAIN:
        claim = None
    if claim is None:
        return add_claim(article, found, correction, content, cue)
    return _change(article, found, claim, correction)


def _change(article: Article, found: Analysis, claim: Claim, correction: Correction) -> Analysis:
    shown = tuple(sorted((*claim.source, *([claim.cue] if claim.cue else [])), key=lambda s: s.start))
    shown = shown or claim.content
    chain = settle_chain(article.text, correction.chain, shown) if correction.chain else claim.chain
    speaker, resolution = claim.speaker, claim.resolution
    wanted = correction.speaker
    if wanted is None and chain[-1].name != claim.chain[-1].name:
        wanted = speaker_of_link(chain[-1])
    if wanted:
        found, who = add_speaker(found, article.text, wanted, claim.source)
        speaker = who.id if who else None
        resolution = "none" if who is None else "name" if resolution == "none" else resolution
        if not correction.chain:
            head = chain if _ends_at_parent(found, claim) else chain[:-1]
            last = Link("", "unknown", "said", shown) if head is chain else chain[-1]
            chain = (*head, rename_link(last, who))
    new = replace(
        claim,
        speaker=speaker,
        resolution=resolution,
        chain=chain,
        stance=_correct_stance(claim.stance, correction),
        confidence=1.0,
        corrected=True,
    )
    return replace(found, claims=_replace_claim(found.claims, claim, new))


def _ends_at_parent(found: Analysis, claim: Claim) -> bool:
    """Say whether ``claim`` has no link of its own: its speaker is its parent's, or the publisher."""
    parent = next((c for c in found.claims if c.id == claim.parent), None)
    return len(claim.chain) == 1 or (parent is not None and claim.chain == parent.chain)


def _correct_stance(stance: Stance, correction: Correction) -> Stance:
    """Return ``stance`` as the reader has it: words that decided otherwise show nothing any more."""
    if correction.commitment and correction.commitment != stance.commitment:
        stance = replace(stance, commitment=correction.commitment, commitment_evidence=())
    if correction.framing and correction.framing != stance.framing:
        stance = replace(stance, framing=correction.framing, framing_evidence=())
    return stance


def _replace_claim(claims: Sequence[Claim], old: Claim, new: Claim) -> tuple[Claim, ...]:
    """Return ``claims`` with ``new`` in the place of ``old``; chains that go on from its chain follow."""
    inside, length = ids_below(claims, old), len(old.chain)

    def follow(claim: Claim) -> Claim:
        if claim.id not in inside or claim.chain[:length] != old.chain:
            return claim
        with_it = claim.speaker == old.speaker and len(claim.chain) == length
        speaker = new.speaker if with_it else claim.speaker
        return replace(claim, chain=(*new.chain, *claim.chain[length:]), speaker=speaker)

    return tuple(new if claim.id == old.id else follow(claim) for claim in claims)
