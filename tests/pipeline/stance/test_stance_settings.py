from __future__ import annotations

from typing import Any

import numpy as np

from secondhand.claim import Stance
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import store_hints
from secondhand.pipeline.network.sentiment import Feeling
from tests.pipeline.making import NLP, claim, doc_of, find

TEXT = "Ann Lee opposed the new dam levy. It could rain, she said of Bob Fry."
ENTS = {"Ann Lee": "PERSON", "Bob Fry": "PERSON"}


def stances(**config: Any) -> list[Stance]:
    """The stances of two claims, by a pipeline with ``config``; the second feels something of Bob Fry."""
    doc = doc_of(TEXT, ENTS)
    opposed = claim(TEXT, "the new dam levy", "opposed", "Ann Lee")
    said = claim(TEXT, ["It could rain", "Bob Fry"], "said", "she", id="c2")
    state.store_claims(doc, (opposed, said), ())
    felt = Feeling(find(TEXT, "said"), find(TEXT, "Bob Fry"), 0.9, 0.0, find(TEXT, "rain"))
    store_hints(doc, (), {}, np.zeros(0, np.int64), [felt])
    doc = type(NLP)().add_pipe("secondhand_stance", config=config)(doc)
    return [one.stance for one in state.load_claims(doc)]


def test_the_confidence_and_length_of_what_words_state_are_set() -> None:
    assert [(a.target, a.confidence) for a in stances()[0].attitudes] == [("new dam levy", 0.65)]
    assert stances(stated_confidence=0.4)[0].attitudes[0].confidence == 0.4
    assert stances(longest_target=3)[0].attitudes and not stances(longest_target=2)[0].attitudes


def test_the_least_likelihood_of_a_feeling_is_set() -> None:
    assert [a.target for a in stances()[1].attitudes] == ["Bob Fry"]
    assert stances(felt_least=0.9)[1].attitudes and not stances(felt_least=0.91)[1].attitudes


def test_how_early_a_hedge_counts_is_set() -> None:
    assert stances()[1].commitment == "possible"
    reach = len("It could")
    assert [stances(hedge_reach=at)[1].commitment for at in (reach, reach - 1)] == ["possible", "certain"]
