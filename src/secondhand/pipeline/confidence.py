"""The component that tells how sure each claim, its speaker and its chain are.

Logistic regressions (Platt, 1999) over what is known of how they were found, fitted by
``secondhand.training.certainty`` on articles annotated with claims. They say how often what is like this
one is a claim, and how often such claims have their speaker and their whole chain right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import exp, log, log1p
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from secondhand.claim import Claim, Span
from secondhand.pipeline.doc import state
from secondhand.pipeline.lexicon import load_lexicon

FITTED = "certainty.json"
WAYS = ("name", "alias", "nominal", "pronoun", "continuation")
TOLD = 0.9
"""the chance of a speaker whom the layout tells"""
FARTHEST = 3
"""links after the publisher; longer chains count as this long"""


def measure_claim_evidence(claim: Claim) -> tuple[float, ...]:
    """Return what tells whether it is a claim: how sure the network is of cue, source and content, or that
    words or layout alone tell of it, each apart where it is nested; its kind; words of source and content.
    """
    given = claim.trace.evidence if claim.trace else ()
    told = (*(given or (0.0, 0.0, 0.0)), float(not given))
    nested = float(claim.parent is not None)
    kind = (float(claim.kind == "direct"), float(claim.kind == "mixed"))
    words = (float(not claim.source), _count_words(claim.source), _count_words(claim.content))
    return (*told, nested, *(nested * sure for sure in told), *kind, *words)


def _count_words(spans: Iterable[Span]) -> float:
    """Return the logarithm of one more than the words of ``spans``: the first ones tell most."""
    return log1p(sum(len(span.text.split()) for span in spans))


def measure_speaker_evidence(claim: Claim) -> tuple[float, ...]:
    """Return what tells whether the speaker is right: the way to them, how likely they are by the ranking,
    the claim's nesting.
    """
    way = [float(claim.resolution == name) for name in WAYS]
    ranked = claim.trace.chance if claim.trace else None
    likely = find_log_odds(TOLD if ranked is None else ranked)
    return (*way, likely, float(claim.parent is not None))


def measure_chain_evidence(claim: Claim) -> tuple[float, ...]:
    """Return what tells whether the chain is right: its length, and how the last but one passed it on."""
    links = min(len(claim.chain) - 1, FARTHEST)
    length = [float(links == number) for number in range(1, FARTHEST + 1)]
    told = any(link.relation in ("cited", "told") for link in claim.chain[1:])
    return (*length, float(told), *measure_speaker_evidence(claim))


def add_confidence(claim: Claim, fitted: Mapping[str, Sequence[float]]) -> Claim:
    """Return ``claim`` with how sure it, its speaker and chain are; ``fitted`` are intercepts and weights."""
    known = claim.speaker is not None and claim.resolution != "none"
    return replace(
        claim,
        confidence=estimate_chance(measure_claim_evidence(claim), fitted["claim"]),
        speaker_confidence=estimate_chance(measure_speaker_evidence(claim), fitted["speaker"])
        if known
        else None,
        chain_confidence=estimate_chance(measure_chain_evidence(claim), fitted["chain"])
        if len(claim.chain) > 1
        else None,
    )


def estimate_chance(evidence: Sequence[float], weights: Sequence[float]) -> float:
    """Return how likely it is by ``evidence``; ``weights`` are an intercept and one for each piece of it."""
    total = weights[0] + sum(w * x for w, x in zip(weights[1:], evidence, strict=True))
    return round(1 / (1 + exp(-total)), 4)


def find_log_odds(chance: float) -> float:
    """Return the log-odds of ``chance``, its ends cut off."""
    kept = min(max(chance, 0.01), 0.99)
    return log(kept / (1 - kept))


class CertaintyReader:
    """Tells how sure every claim, its speaker and its chain are."""

    def __init__(self, name: str) -> None:
        """Take the component's name."""
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Set the confidences of the claims on ``doc``."""
        claims = state.load_claims(doc)
        if claims:
            fitted: dict[str, Any] = load_lexicon(FITTED)
            state.store_claims(
                doc, [add_confidence(claim, fitted) for claim in claims], state.load_speakers(doc)
            )
        return doc


@Language.factory("secondhand_certainty", requires=["doc.spans"], assigns=["doc.spans"])
def make_certainty(nlp: Language, name: str) -> CertaintyReader:
    """Make the component."""
    return CertaintyReader(name)
