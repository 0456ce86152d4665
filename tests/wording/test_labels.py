from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from secondhand import claim as shapes
from secondhand.claim import Attitude, Claim, Link, Span, Speaker, Stance
from secondhand.wording import labels
from tests.claims import Teller, article_of


@pytest.fixture
def claim() -> Claim:
    t = Teller(article_of("Later “he” could have claimed that \x1b[0mred [sic] [/foo] is a colour."))
    t.speaker("Ann Lee", "person", "painter")
    t.claim(
        0, ["\x1b[0mred [sic] [/foo] is a colour"], "claimed", "“he”", "Ann Lee", resolution="pronoun",
        commitment="possible", commitment_evidence=["could"], framing="distancing",
    )  # fmt: skip
    return t.claims[0]


def test_of_long_evidence_the_middle_is_left_out() -> None:
    words = "Nobody wanted to stop the ships,” the operator said. “They knew the brakes were worn, and hoped"
    link = Link("one of them", "group", "said", (Span(0, len(words), words),))
    told = labels.link_evidence(link)
    assert told.startswith("one of them · said — “Nobody wanted to stop") and told.endswith("and hoped”")
    assert " … " in told and len(told) < 110
    assert labels.quote_spans([Span(0, 80, "x" * 80)]) == f"“{'x' * 80}”"


def test_stance_with_the_words_that_show_it(claim: Claim) -> None:
    assert labels.stance_short(claim).startswith("Thinks it possible")
    assert labels.evidence_words(claim) == "“could”"
    assert labels.framing_words(claim) == "Keeps its distance — “claimed”"
    assert labels.attitude_words(Attitude("red", "negative", 0.8)) == "Against red"


def test_a_feeling_in_words() -> None:
    named, shown = Span(0, 3, "Red"), Span(9, 13, "mean")
    unsure = Attitude("the red", "negative", 0.7, (named, shown))
    assert labels.attitude_words(unsure) == "Against the red — “mean” · 70 % sure"
    assert labels.attitude_words(replace(unsure, evidence=(named,), confidence=0.9)) == "Against the red"


def test_a_claim_in_few_words(claim: Claim) -> None:
    assert labels.stance_short(claim) == "Thinks it possible · article keeps its distance"
    feelings = (Attitude("red", "negative", 0.7), Attitude("blue \x1b", "positive", 0.7))
    plain = replace(claim, stance=Stance("certain", "neutral", feelings))
    assert labels.stance_short(plain) == "Says it as fact · against red · for blue ␛"
    guessed = replace(feelings[0], confidence=0.49), replace(feelings[1], confidence=0.5)
    plain = replace(claim, stance=Stance("certain", "neutral", guessed))
    assert labels.stance_short(plain) == "Says it as fact · for blue ␛"
    assert labels.chain_short(claim.chain) == "unknown publisher → Ann Lee"
    sure = [replace(claim, confidence=0.776), replace(claim, confidence=0.8), replace(claim, corrected=True)]
    said = "Thinks it possible · article keeps its distance"
    assert [labels.stance_line(one).removeprefix(said) for one in sure] == [
        " · 78 % sure", "", " · ✎ set right by you",
    ]  # fmt: skip


def test_what_is_least_sure_is_what_is_in_doubt(claim: Claim) -> None:
    assert (
        labels.doubt_words(replace(claim, confidence=0.7, speaker_confidence=0.6))
        == "60 % sure of the speaker"
    )
    assert labels.doubt_words(replace(claim, confidence=0.5, chain_confidence=0.6)) == "50 % sure"
    assert labels.doubt_words(replace(claim, chain_confidence=0.794)) == "79 % sure of the chain"
    assert labels.doubt_words(replace(claim, confidence=0.795, speaker_confidence=0.9)) is None


def test_unsure_claims_are_counted() -> None:
    assert [labels.count_unsure(count) for count in (1, 2)] == ["1 unsure claim", "2 unsure claims"]


def test_how_a_speaker_was_found(claim: Claim) -> None:
    speaker = Speaker("s", "Ann Lee", "person", "painter", ())
    assert labels.how_resolved(claim, speaker) == "“he” → Ann Lee (pronoun)"
    assert labels.how_resolved(replace(claim, resolution="name"), speaker) is None
    assert labels.how_resolved(claim, None) is None
    assert labels.how_resolved(replace(claim, corrected=True), speaker) is None
    same = replace(claim, source=(replace(claim.source[0], text="The expert"),), resolution="nominal")
    assert labels.how_resolved(same, replace(speaker, name="expert")) is None
    unsaid = replace(claim, resolution="continuation", source=())
    assert labels.how_resolved(unsaid, speaker) == "the quotation goes on (Ann Lee)"
    assert labels.speaker_kind(speaker) == "painter · person"


def test_one_who_is_cited_is_not_said_to_be_whom_the_source_means(claim: Claim) -> None:
    chain = (*claim.chain, Link("officials", "anonymous", "cited"))
    cited = replace(claim, chain=chain, resolution="nominal")
    assert labels.how_resolved(cited, Speaker("s", "officials", "anonymous", None, ())) is None


def test_the_unknown_is_called_unknown() -> None:
    nobody = Speaker("s", "unknown", "unknown", None, ())
    assert labels.speaker_name(None) == labels.speaker_name(nobody) == "unknown speaker"
    assert labels.speaker_kind(None) == labels.speaker_kind(nobody)
    assert labels.link_name(Link("unknown", "unknown", "published")) == "unknown publisher"
    assert labels.link_name(Link("unknown", "unknown", "said")) == "unknown speaker"


def test_long_words_lose_their_middle(claim: Claim) -> None:
    assert labels.claimed_words(claim) == "␛[0mred [sic] [/foo] is a colour"
    assert labels.claimed_words(claim, most=28) == "␛[0mred [sic] [/foo] … colour"
    unbroken = replace(claim, content=(replace(claim.content[0], text="x" * 10_000),))
    assert len(labels.claimed_words(unbroken)) < 310


def test_every_label_has_words(claim: Claim) -> None:
    for commitment in get_args(shapes.Commitment):
        assert labels.stance_short(replace(claim, stance=Stance(commitment, "neutral")))
    for framing in get_args(shapes.Framing):
        assert labels.framing_words(replace(claim, stance=Stance("certain", framing)))
    for relation in get_args(shapes.Relation):
        assert labels.link_words(Link("A", "person", relation))
    for kind in get_args(shapes.SpeakerType):
        assert labels.speaker_kind(Speaker("s", "A", kind, None, ()))
    for resolution in get_args(shapes.Resolution):
        labels.how_resolved(replace(claim, resolution=resolution), Speaker("s", "A", "person", None, ()))
