"""Article and analysis → members: all that may stand elsewhere too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondhand.article import Article
from secondhand.claim import UNKNOWN, Analysis, Claim, Speaker
from secondhand.statements.sentences import FEWEST, leave_own, split_sentences
from secondhand.statements.statement import Carrier, Member, Utterer

_CALLED = 12
"""different names an article has for one speaker that are looked at"""


def make_carrier(article: Article, source: str) -> Carrier:
    """Return ``article`` as one that carries statements, known as ``source``."""
    return Carrier(source, article.title, article.publisher, article.date, article.url)


def make_members(carrier: Carrier, analysis: Analysis) -> Iterator[Member]:
    """Yield what each claim of ``analysis`` says, sentence by sentence, in reading order."""
    speakers = {speaker.id: make_utterer(speaker) for speaker in analysis.speakers}
    for claim in analysis.claims:
        speaker = speakers.get(claim.speaker or "") or _find_origin(claim)
        yield from _split_claim(carrier, claim, analysis.children(claim), speaker)


def make_utterer(speaker: Speaker) -> Utterer:
    """Return ``speaker`` of one analysis as who members are given to."""
    names = tuple(dict.fromkeys(mention.text for mention in speaker.mentions))[:_CALLED]
    return Utterer(speaker.name, speaker.type, speaker.role, names)


def _find_origin(claim: Claim) -> Utterer:
    """Return the last of the chain, where the analysis names no speaker."""
    last = claim.chain[-1] if len(claim.chain) > 1 else None
    return Utterer(last.name, last.type) if last else Utterer(UNKNOWN, "unknown")


def _split_claim(
    carrier: Carrier, claim: Claim, children: Iterable[Claim], speaker: Utterer
) -> Iterator[Member]:
    stance = claim.stance
    children = tuple(children)
    for content in split_sentences(claim):
        own = leave_own(content, children)
        if len(own.split()) < FEWEST:
            continue
        yield Member(
            carrier,
            claim.id,
            claim.kind,
            content,
            speaker,
            claim.chain,
            stance.commitment,
            stance.framing,
            own,
            stance.commitment_evidence,
            _find_confidence(claim),
        )


def _find_confidence(claim: Claim) -> float:
    """Return how sure claim and speaker are together; what the reader set right is certain."""
    known = [sure for sure in (claim.confidence, claim.speaker_confidence) if sure is not None]
    return 1.0 if claim.corrected else min(known)
