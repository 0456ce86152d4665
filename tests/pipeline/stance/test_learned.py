from __future__ import annotations

from dataclasses import replace
from math import exp

import numpy as np

from secondhand.claim import Span, Stance
from secondhand.pipeline.network.attributions import Felt
from secondhand.pipeline.network.manner import Manner
from secondhand.pipeline.stance.learned import read_felt, weigh_stance
from secondhand.pipeline.stance.stance_settings import StanceSettings

SAID = (Span(0, 4, "said"),)


def manner(commitment: tuple[float, ...], framing: tuple[float, ...] = (1.0, 0.0, 0.0)) -> Manner:
    return Manner(commitment, framing, (1.0, 0.0, 0.0, 0.0, 0.0, 0.0))


def test_what_is_all_but_sure_needs_no_words() -> None:
    found = weigh_stance(Stance("certain", "neutral"), manner((0.01, 0.0, 0.0, 0.0, 0.99), (0.1, 0.0, 0.9)))
    assert (found.commitment, found.framing) == ("uncommitted", "distancing")


def test_words_that_state_a_stance_weigh_where_the_head_is_in_doubt() -> None:
    stated = Stance("possible", "neutral", commitment_evidence=SAID)
    found = weigh_stance(stated, manner((0.5, 0.0, 0.4, 0.0, 0.1)))
    assert (found.commitment, found.commitment_evidence) == ("possible", SAID)


def test_words_that_are_overruled_are_no_evidence() -> None:
    stated = Stance("possible", "endorsing", (), SAID, SAID)
    found = weigh_stance(stated, manner((0.99, 0.0, 0.0, 0.0, 0.01), (0.99, 0.005, 0.005)))
    assert found == Stance("certain", "neutral")


def test_attitudes_are_those_that_are_likely() -> None:
    text = "He called the ban a disgrace and the plan fine."
    ban, plan = text.index("the ban"), text.index("the plan")
    felt = [Felt(ban, ban + 7, 0.8, 0.1), Felt(plan, plan + 8, 0.1, 0.3)]
    (only,) = read_felt(text, felt)
    assert (only.target, only.polarity, only.confidence) == ("the ban", "negative", 0.8)
    assert only.evidence == (Span(ban, ban + 7, "the ban"),)


def test_what_words_state_is_worth_more_than_what_none_do() -> None:
    # Between the two weights: what is stated stands, what is only not stated otherwise falls.
    settings = StanceSettings(stated_weight=2.0, unstated_weight=0.5)
    odds = exp(1.0)
    doubt = manner(
        (1 / (1 + odds), 0.0, 0.0, 0.0, odds / (1 + odds)), (1 / (1 + odds), 0.0, odds / (1 + odds))
    )
    stated = Stance("certain", "neutral", commitment_evidence=SAID, framing_evidence=SAID)
    assert weigh_stance(stated, doubt, settings) == stated
    found = weigh_stance(Stance("certain", "neutral"), doubt, settings)
    assert (found.commitment, found.framing) == ("uncommitted", "distancing")
    # Each weighs by its own words.
    found = weigh_stance(replace(stated, framing_evidence=()), doubt, settings)
    assert (found.commitment, found.framing) == ("certain", "distancing")


def test_a_stance_that_nothing_speaks_against_stays_with_its_words() -> None:
    stated = Stance("denied", "endorsing", (), SAID, SAID)
    assert weigh_stance(stated, manner((0.0, 0.0, 0.0, 1.0, 0.0), (0.0, 1.0, 0.0))) == stated


def test_names_are_in_the_order_of_the_heads() -> None:
    committed = [
        weigh_stance(Stance("certain", "neutral"), manner(one)).commitment for one in np.eye(5).tolist()
    ]
    assert committed == ["certain", "probable", "possible", "denied", "uncommitted"]
    framed = [
        weigh_stance(Stance("certain", "neutral"), manner((1.0, 0, 0, 0, 0), tuple(one))).framing
        for one in np.eye(3).tolist()
    ]
    assert framed == ["neutral", "endorsing", "distancing"]


def test_an_attitude_is_for_or_against_by_what_is_likelier() -> None:
    text = "the ban"
    settings = StanceSettings(attitude_least=0.5)
    felt = [Felt(0, 7, 0.5, 0.49), Felt(0, 7, 0.1, 0.51239), Felt(0, 7, 0.49, 0.49), Felt(4, 7, 0.6, 0.6)]
    found = [(a.polarity, a.confidence, a.target) for a in read_felt(text, felt, settings)]
    assert found == [
        ("negative", 0.5, "the ban"), ("positive", 0.5124, "the ban"), ("negative", 0.6, "ban"),
    ]  # fmt: skip
