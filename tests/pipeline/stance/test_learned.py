from __future__ import annotations

from dataclasses import replace
from math import exp

import numpy as np

from secondhand.claim import Span, Speaker, Stance
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.network.contents import Felt
from secondhand.pipeline.network.manner import Manner
from secondhand.pipeline.stance.learned import read_felt, weigh_stance
from secondhand.pipeline.stance.stance_settings import StanceSettings
from secondhand.pipeline.stance.targets import TargetNames
from tests.pipeline.making import find, parsed

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


TEXT = "He called the old ban a disgrace and Bob Fry , the mayor , a hero ."
DOC = parsed(
    "He/PRON/nsubj/1 called/VERB/ROOT/1 the/DET/det/4 old/ADJ/amod/4 ban/NOUN/obj/1 a/DET/det/6 "
    "disgrace/NOUN/xcomp/1 and/CCONJ/cc/9 Bob/PROPN/compound/9 Fry/PROPN/conj/4 ,/PUNCT/punct/12 "
    "the/DET/det/12 mayor/NOUN/appos/9 ,/PUNCT/punct/9 a/DET/det/15 hero/NOUN/xcomp/1 ./PUNCT/punct/1/_"
)
FRY = Entity("Robert Fry", "person", [find(TEXT, "Bob Fry")])


def read(*felt: Felt, speaker: str | None = None, **antecedents: str) -> list[tuple[str, str, float]]:
    """Target, polarity and confidence of what is ``felt``."""
    led = {find(TEXT, word)[0]: ((find(TEXT, to)[0], 0.9),) for word, to in antecedents.items()}
    known = [Speaker("s1", "Robert Fry", "person", None, ())]
    names = TargetNames(TEXT, [FRY], known, Hints(antecedents=led), speaker)
    return [(a.target, a.polarity, a.confidence) for a in read_felt(DOC, felt, names)]


def felt(words: str, against: float, for_: float) -> Felt:
    return Felt(*find(TEXT, words), against, for_)


def test_attitudes_are_those_that_are_likely() -> None:
    assert DOC.text == TEXT
    assert read(felt("old ban", 0.8, 0.1), felt("a disgrace", 0.1, 0.2)) == [("old ban", "negative", 0.8)]


def test_somebody_known_is_named_in_full_and_once() -> None:
    assert read(felt("Fry", 0.1, 0.6), felt("Bob", 0.4, 0.1)) == [("Robert Fry", "positive", 0.6)]
    assert read(felt("Fry", 0.1, 0.6), speaker="s1") == []


def test_a_pronoun_is_whom_it_stands_for_or_nobody() -> None:
    assert read(felt("He", 0.6, 0.1)) == []
    assert read(felt("He", 0.6, 0.1), He="Bob") == [("Robert Fry", "negative", 0.6)]


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
    assert read(felt("old ban", 0.5, 0.49)) == [("old ban", "negative", 0.5)]
    assert read(felt("old ban", 0.1, 0.51239)) == [("old ban", "positive", 0.5124)]
    assert read(felt("old ban", 0.6, 0.6)) == [("old ban", "negative", 0.6)]
    assert read(felt("old ban", 0.29, 0.29)) == []
