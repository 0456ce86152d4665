from __future__ import annotations

from dataclasses import replace

import pytest
import spacy

from secondhand.claim import Claim, Link, Span, Stance, Trace
from secondhand.pipeline.confidence import (
    add_confidence,
    make_certainty,
    measure_chain_evidence,
    measure_claim_evidence,
    measure_speaker_evidence,
)
from secondhand.pipeline.lexicon import load_lexicon

CHAIN = (Link("Sputnik", "organization", "published"), Link("Ann Lee", "person", "said"))
CLAIM = Claim(
    id="c1", parent=None, paragraph=0, kind="indirect", content=(Span(8, 20, "it will rain"),),
    cue=Span(3, 7, "said"), source=(Span(0, 2, "He"),), speaker="s1", resolution="pronoun", channel=None,
    chain=CHAIN, stance=Stance("certain", "neutral"), confidence=0.9,
)  # fmt: skip
FITTED = {
    "claim": [0.5, 5.0, 0.0, 3.0, 0.2, -1.5, -3.5, 0.0, 0.0, -2.5, 0.8, 0.0, -0.4, 0.1, 0.8],
    "speaker": [0.0, 2.0, 1.0, 0.5, -1.0, 0.0, 0.6, -0.5],
    "chain": [0.0, 1.0, -1.0, -2.0, -0.5, *[0.0] * 7],
}
SURE, UNSURE = Trace((-0.01, -0.01, -0.01)), Trace((-0.3, -0.01, -0.2))


def test_what_is_fitted_decides_how_sure_the_speaker_is() -> None:
    named = add_confidence(replace(CLAIM, resolution="name"), FITTED)
    pronoun = add_confidence(CLAIM, FITTED)
    assert named.speaker_confidence and pronoun.speaker_confidence
    assert 0 < pronoun.speaker_confidence < named.speaker_confidence < 1


def test_a_claim_the_network_is_sure_of_is_surer() -> None:
    sure, unsure = (add_confidence(replace(CLAIM, trace=trace), FITTED) for trace in (SURE, UNSURE))
    assert unsure.confidence < sure.confidence


def test_what_words_tell_inside_a_claim_is_less_sure_than_outside() -> None:
    outer, inner = (add_confidence(replace(CLAIM, parent=parent), FITTED) for parent in (None, "c0"))
    assert inner.confidence < outer.confidence


def test_a_longer_content_is_surer() -> None:
    longer = (*CLAIM.content, Span(30, 60, "and that the wind will be strong"))
    assert (
        add_confidence(replace(CLAIM, content=longer), FITTED).confidence
        > add_confidence(CLAIM, FITTED).confidence
    )


def test_a_speaker_the_ranking_is_sure_of_is_surer() -> None:
    likely, unlikely = (add_confidence(replace(CLAIM, trace=Trace(chance=c)), FITTED) for c in (0.95, 0.4))
    assert likely.speaker_confidence and unlikely.speaker_confidence
    assert unlikely.speaker_confidence < likely.speaker_confidence


def test_one_the_layout_tells_is_as_sure_as_a_likely_one() -> None:
    told, ranked = (add_confidence(replace(CLAIM, trace=Trace(chance=c)), FITTED) for c in (None, 0.9))
    assert told.speaker_confidence == ranked.speaker_confidence


def test_a_longer_chain_is_less_sure() -> None:
    longer = replace(CLAIM, chain=(CLAIM.chain[0], Link("CNN", "organization", "told"), CLAIM.chain[1]))
    short, long = (
        add_confidence(CLAIM, FITTED).chain_confidence,
        add_confidence(longer, FITTED).chain_confidence,
    )
    assert short and long
    assert long < short


def test_nothing_is_said_of_a_speaker_nobody_names_and_of_the_publisher_alone() -> None:
    bare = replace(CLAIM, speaker=None, resolution="none", chain=CLAIM.chain[:1])
    found = add_confidence(bare, FITTED)
    assert found.speaker_confidence is None
    assert found.chain_confidence is None


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_the_ends_of_the_scale_are_borne(chance: float) -> None:
    found = add_confidence(replace(CLAIM, trace=Trace(chance=chance)), FITTED)
    assert found.speaker_confidence is not None


def test_what_is_shipped_has_a_weight_for_each_piece_of_evidence() -> None:
    fitted = load_lexicon("certainty.json")
    assert len(fitted["claim"]) == 1 + len(measure_claim_evidence(CLAIM))
    assert len(fitted["speaker"]) == 1 + len(measure_speaker_evidence(CLAIM))
    assert len(fitted["chain"]) == 1 + len(measure_chain_evidence(CLAIM))


def test_a_doc_without_claims_is_left_alone() -> None:
    nlp = spacy.blank("en")
    doc = nlp.make_doc("Nobody said anything.")
    assert make_certainty(nlp, "certainty")(doc) is doc
