from __future__ import annotations

from secondhand.claim import Span, Stance
from secondhand.pipeline.network.attributions import Felt
from secondhand.pipeline.network.manner import Manner
from secondhand.pipeline.stance.learned import read_felt, weigh_stance

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
