from __future__ import annotations

from typing import Any

from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.state import Origin
from tests.pipeline.making import NLP, claim, doc_of, told_by


def chain(text: str, content: str, source: str, **config: Any) -> list[str]:
    """The chain of what Ann Lee said, by a pipeline with ``config``."""
    doc = doc_of(text, {"Ann Lee": "PERSON"}, Origin("Sputnik"))
    made = claim(text, content, f"|said| {content}", source, speaker="s1")
    state.store_claims(doc, (made,), (told_by(text, "s1", "Ann Lee"),))
    doc = type(NLP)().add_pipe("secondhand_chains", config=config)(doc)
    return [link.name for link in state.load_claims(doc)[0].chain]


def test_how_far_before_the_interview_may_be_named_is_set() -> None:
    text = "Ann Lee gave an interview with Le Monde. In the interview, she said it rains."
    assert chain(text, "it rains", "she") == ["Sputnik", "Le Monde", "Ann Lee"]
    assert chain(text, "it rains", "she", outlet_lookback=5) == ["Sputnik", "Ann Lee"]


def test_how_far_before_an_interview_another_giver_is_looked_for_is_set() -> None:
    text = "Challenged by Bob Fry in an interview with CNN, Ann Lee said it rains."
    assert chain(text, "it rains", "Ann Lee") == ["Sputnik", "Ann Lee"]
    assert chain(text, "it rains", "Ann Lee", interview_lookback=5) == ["Sputnik", "CNN", "Ann Lee"]
