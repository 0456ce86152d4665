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
    Stance,
)
from secondhand.filters import SIDES, STANDS, TYPES
from secondhand.safe_text import make_safe
from secondhand.wording.days import format_when
from secondhand.wording.shortening import cut_middle

_MARKS = ' "“”'
_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
NOT_READ = "Not read yet…"
SO_FAR = "so far: the article is still being read"
UNREAD = "Not read yet: in a moment."
"""what a key answers that wants a claim"""
_EVIDENCE = 80
"""characters of a piece of evidence that are shown: the rest stands in the text beside it"""
SURE = 80
"""from this confidence on nothing is said of it, in percent"""
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


def speaker_role(speaker: Speaker | None) -> str:
    """Return what is told of ``speaker`` beside the name: role, or type where unnamed; "" for neither."""
    if speaker is None or speaker.type == "unknown":
        return ""
    if speaker.role:
        return make_safe(speaker.role)
    return "" if speaker.type in ("person", "organization") else TYPES[speaker.type]


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


def doubt_words(claim: Claim) -> str | None:
    """Return what is least sure of ``claim``, where that is less than ``SURE``: "73 % sure of the speaker".

    None where nothing is in doubt; what the reader set right is not.
    """
    if claim.corrected:
        return None
    least, of = find_least_sure(claim)
    return f"{least} % sure{of}" if least < SURE else None


def find_least_sure(claim: Claim) -> tuple[int, str]:
    """Return how many per cent sure what is least sure of ``claim`` is, and of what: "" is all of it."""
    speaker, chain = claim.speaker_confidence, claim.chain_confidence
    known = (("", claim.confidence), (" of the speaker", speaker), (" of the chain", chain))
    return min((round(sure * 100), of) for of, sure in known if sure is not None)


def count_unsure(count: int) -> str:
    """Return how many claims are likelier wrong than right: "2 unsure claims"."""
    return f"{count} unsure {'claim' if count == 1 else 'claims'}"


def stance_line(claim: Claim) -> str:
    """Return the stance in few words, and what is in doubt: "Says it as fact · 71 % sure"."""
    return " · ".join([stance_short(claim), *doubt_parts(claim)])


def doubt_parts(claim: Claim) -> tuple[str, ...]:
    """Return what is in doubt, or that the reader set it right, as part of a line; nothing where neither."""
    doubt = SET_RIGHT if claim.corrected else doubt_words(claim)
    return (doubt,) if doubt else ()


def evidence_words(claim: Claim) -> str:
    """Return the words that show how the speaker stands to the content, "" where none do."""
    return quote_spans(claim.stance.commitment_evidence)


def framing_words(claim: Claim) -> str:
    """Return how the article stands to the claim, with the words that show it."""
    return _add_evidence(FRAMINGS[claim.stance.framing], claim.stance.framing_evidence)


def attitude_words(attitude: Attitude) -> str:
    """Return a feeling in words, and any doubt: "Against Macron — “obtained nothing” · 30 % sure"."""
    words = side_short(attitude)
    # The words that name whom it is towards stand there already.
    shown = [e for e in attitude.evidence if e.text.casefold() not in attitude.target.casefold()]
    told = _add_evidence(words[:1].upper() + words[1:], shown)
    sure = round(attitude.confidence * 100)
    return told if sure >= SURE else f"{told} · {sure} % sure"


def sides_short(stance: Stance, clean: Callable[[str], str] = make_safe) -> list[str]:
    """Return whom the speaker is for or against, guesses left out."""
    likely = (a for a in stance.attitudes if a.confidence >= filters.UNCERTAIN)
    return [side_short(attitude, clean) for attitude in likely]


def side_short(attitude: Attitude, clean: Callable[[str], str] = make_safe) -> str:
    """Return whom a feeling is for or against: "against Emmanuel Macron"."""
    return f"{SIDES[attitude.polarity]} {clean(attitude.target)}"


def stance_short(claim: Claim) -> str:
    """Return the stance in few words: "Says it as fact · against Emmanuel Macron"."""
    stance = claim.stance
    told = [COMMITMENTS[stance.commitment]]
    if stance.framing != "neutral":
        told.append(f"article {filters.FRAMINGS[stance.framing]}")
    return " · ".join([*told, *sides_short(stance)])


def chain_short(chain: Iterable[Link], clean: Callable[[str], str] = make_safe) -> str:
    """Return who passed a claim on: "Sputnik → The Washington Post → officials"."""
    return " → ".join(link_name(link, clean) for link in chain)


def link_words(link: Link) -> str:
    """Return what a link of a chain did, and when: "reported · 17–23 February 2025"."""
    return " · ".join([RELATIONS[link.relation], *([format_when(link.when)] if link.when else [])])


def link_evidence(link: Link) -> str:
    """Return a link, what it did, and the words that show it: "officials · cited — “citing officials”"."""
    return _add_evidence(f"{link_name(link)} · {link_words(link)}", link.evidence)


def link_name(link: Link, clean: Callable[[str], str] = make_safe) -> str:
    """Return the name of a link, made safe by ``clean``; plain words for an unknown publisher or speaker."""
    if link.name != UNKNOWN:
        return clean(link.name)
    return "unknown publisher" if link.relation == "published" else NOBODY


def quote_spans(spans: Iterable[Span]) -> str:
    """Return the words of ``spans`` in quotation marks, without their own and the middle of long ones."""
    return " … ".join(f"“{cut_middle(make_safe(span.text).strip(_MARKS), _EVIDENCE)}”" for span in spans)


def claimed_words(claim: Claim, most: int = 300) -> str:
    """Return the words claimed, the middle left out where they are longer than ``most`` characters."""
    return cut_middle(" … ".join(make_safe(span.text) for span in claim.content), most)


def quoted_words(claim: Claim) -> str:
    """Return the words claimed in quotation marks, their own outer ones left out."""
    return f"“{claimed_words(claim).strip(f'{_MARKS},')}”"


def _add_evidence(words: str, evidence: Iterable[Span]) -> str:
    """Return ``words``, followed by the evidence for them where there is some."""
    shown = quote_spans(evidence)
    return f"{words} — {shown}" if shown else words
