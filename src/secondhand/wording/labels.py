"""What the labels of a claim mean, in plain English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from secondhand import filters
from secondhand.claim import (
    UNKNOWN,
    Attitude,
    Claim,
    Commitment,
    Framing,
    Link,
    Relation,
    Resolution,
    Span,
    Speaker,
)
from secondhand.filters import SIDES, STANDS, TYPES, UNCERTAIN
from secondhand.safe_text import make_safe
from secondhand.wording.days import format_when
from secondhand.wording.shortening import cut_middle

_MARKS = ' "“”'
_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
NOT_READ = "Not read yet…"
SO_FAR = "so far: the article is still being read"
UNREAD = "Not read yet: in a moment."
"""what a key answers that wants a claim"""
OWN_VOICE = "The article’s own voice: nobody else is quoted here."
SET_RIGHT = "✎ set right by you"
HIGHLIGHTED = "highlighted"
NOBODY = "unknown speaker"

COMMITMENTS: dict[Commitment, str] = {stand: words.capitalize() for stand, words in STANDS.items()}
FRAMINGS: dict[Framing, str] = {framing: words.capitalize() for framing, words in filters.FRAMINGS.items()}
_RESOLUTIONS: dict[Resolution, str] = {
    "name": "name",
    "alias": "short name",
    "nominal": "description",
    "pronoun": "pronoun",
    "continuation": "the quotation goes on",
    "none": "nobody is named",
}
RELATIONS: dict[Relation, str] = {
    "published": "published",
    "reported": "reported",
    "cited": "cited",
    "told": "told",
    "said": "said",
    "believed": "believes",
    "wrote": "wrote",
}


def speaker_name(speaker: Speaker | None) -> str:
    """Return the name of ``speaker``, or plain words where there is none."""
    return make_safe(speaker.name) if speaker and speaker.name != UNKNOWN else NOBODY


def speaker_kind(speaker: Speaker | None) -> str:
    """Return role and type of ``speaker`` in words: "French political philosopher · person"."""
    if speaker is None or speaker.type == "unknown":
        return "the text does not say who"
    return " · ".join(([make_safe(speaker.role)] if speaker.role else []) + [TYPES[speaker.type]])


def how_resolved(claim: Claim, speaker: Speaker | None) -> str | None:
    """Return how the words of the source led to the speaker, or None where they are the name itself.

    None also where the reader told who it is: the program's way there is of no interest then.
    """
    cited = claim.chain[-1].relation == "cited"
    if speaker is None or cited or claim.corrected or claim.resolution in {"name", "none"}:
        return None
    how = _RESOLUTIONS[claim.resolution]
    mention = quote_spans(claim.source)
    if _ARTICLE.sub("", mention.strip("“”")).casefold() == speaker_name(speaker).casefold():
        return None
    return f"{mention} → {speaker_name(speaker)} ({how})" if mention else f"{how} ({speaker_name(speaker)})"


def speaker_sure(claim: Claim) -> str | None:
    """Return how sure the speaker is, or None where nobody is named or the reader has said so."""
    return _sure_words("the speaker", claim.speaker_confidence, claim)


def chain_sure(claim: Claim) -> str | None:
    """Return how sure the whole chain is, or None where it is the publisher alone or the reader's own."""
    return _sure_words("this chain", claim.chain_confidence, claim)


def _sure_words(of: str, confidence: float | None, claim: Claim) -> str | None:
    if confidence is None or claim.corrected:
        return None
    return f"{round(confidence * 100)} % sure of {of}"


def commitment_words(claim: Claim) -> str:
    """Return how the speaker stands to the content, with the words that show it."""
    return _add_evidence(COMMITMENTS[claim.stance.commitment], claim.stance.commitment_evidence)


def framing_words(claim: Claim) -> str:
    """Return how the article stands to the claim, with the words that show it."""
    return _add_evidence(FRAMINGS[claim.stance.framing], claim.stance.framing_evidence)


def attitude_words(attitude: Attitude) -> str:
    """Return a feeling in words: "against Emmanuel Macron — “obtained nothing”"."""
    words = side_short(attitude)
    return _add_evidence(words[:1].upper() + words[1:], attitude.evidence)


def side_short(attitude: Attitude, clean: Callable[[str], str] = make_safe) -> str:
    """Return whom a feeling is for or against: "against Emmanuel Macron"."""
    return f"{SIDES[attitude.polarity]} {clean(attitude.target)}"


def stance_short(claim: Claim) -> str:
    """Return the stance in few words: "Says it as fact · against Emmanuel Macron"."""
    stance = claim.stance
    told = [COMMITMENTS[stance.commitment]]
    if stance.framing != "neutral":
        told.append(f"article {filters.FRAMINGS[stance.framing]}")
    for attitude in stance.attitudes:
        told.append(side_short(attitude))
    return " · ".join(told)


def chain_short(chain: Iterable[Link], clean: Callable[[str], str] = make_safe) -> str:
    """Return who passed a claim on: "Sputnik → The Washington Post → officials"."""
    return " → ".join(link_name(link, clean) for link in chain)


def confidence_short(claim: Claim) -> str:
    """Return how sure the claim is in few signs: "78 %", "41 % ?" where that is not much."""
    if claim.corrected:
        return SET_RIGHT[0]
    return f"{round(claim.confidence * 100)} %{'' if claim.confidence >= UNCERTAIN else ' ?'}"


def link_words(link: Link) -> str:
    """Return what a link of a chain did, and when: "reported · 17–23 February 2025"."""
    return " · ".join([RELATIONS[link.relation], *([format_when(link.when)] if link.when else [])])


def link_name(link: Link, clean: Callable[[str], str] = make_safe) -> str:
    """Return the name of a link, made safe by ``clean``; plain words for an unknown publisher or speaker."""
    if link.name != UNKNOWN:
        return clean(link.name)
    return "unknown publisher" if link.relation == "published" else NOBODY


def confidence_words(confidence: float) -> str:
    """Return a confidence (0 … 1) as a gauge and words: "▰▰▰▰▱ 78 % sure"."""
    confidence = min(max(confidence, 0.0), 1.0)
    full = round(confidence * 5)
    word = "sure" if confidence >= UNCERTAIN else "– uncertain"
    return f"{'▰' * full}{'▱' * (5 - full)} {round(confidence * 100)} % {word}"


def quote_spans(spans: Iterable[Span]) -> str:
    """Return the words of ``spans`` in quotation marks, their own outer ones left out."""
    return " … ".join(f"“{make_safe(span.text).strip(_MARKS)}”" for span in spans)


def claimed_words(claim: Claim, most: int = 300) -> str:
    """Return the words claimed, the middle left out where they are longer than ``most`` characters."""
    return cut_middle(" … ".join(make_safe(span.text) for span in claim.content), most)


def _add_evidence(words: str, evidence: Iterable[Span]) -> str:
    """Return ``words``, followed by the evidence for them where there is some."""
    shown = quote_spans(evidence)
    return f"{words} — {shown}" if shown else words
