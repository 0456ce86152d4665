"""What holds of every analysis."""

from __future__ import annotations

from collections.abc import Iterator

from secondhand.claim import Analysis, Claim, Span


def spans(analysis: Analysis) -> Iterator[Span]:
    """Every span an analysis holds."""
    for claim in analysis.claims:
        yield from claim.parts
        yield from (s for link in claim.chain for s in link.evidence)
        yield from (*claim.stance.commitment_evidence, *claim.stance.framing_evidence)
        yield from (s for attitude in claim.stance.attitudes for s in attitude.evidence)
    yield from (s for speaker in analysis.speakers for s in speaker.mentions)


def check(analysis: Analysis, text: str) -> None:
    """Check that spans are true and that claims, speakers and chains hang together."""
    for span in spans(analysis):
        assert 0 <= span.start < span.end <= len(text)
        assert span.text == text[span.start : span.end]
    known: set[str] = set()
    for claim in analysis.claims:
        assert claim.parent is None or claim.parent in known
        known.add(claim.id)
        _check_claim(claim, {speaker.id for speaker in analysis.speakers})
    assert len(known) == len(analysis.claims)


def _check_claim(claim: Claim, speakers: set[str]) -> None:
    assert claim.content
    assert claim.speaker is None or claim.speaker in speakers
    assert claim.chain[0].relation == "published"
    assert 0 <= claim.confidence <= 1
    assert all(0 <= attitude.confidence <= 1 for attitude in claim.stance.attitudes)
