from __future__ import annotations

from typing import Any

from secondhand.claim import Claim
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.raw_attributions import store_attributions
from secondhand.pipeline.network.read_window import Node
from tests.pipeline.making import EVEN, NLP, attribution, doc_of


def claims(text: str, *nodes: Node, **config: Any) -> tuple[Claim, ...]:
    """The claims made of what was read in ``text``, by a pipeline with ``config``."""
    doc = doc_of(text)
    store_attributions(doc, nodes, EVEN.calibration)
    return state.load_claims(type(NLP)().add_pipe("secondhand_claims", config=config)(doc))


def test_how_far_apart_and_how_alike_one_claim_found_twice_may_be_is_set() -> None:
    text = "Ann said on Monday: “It rains.”"
    said = Node(attribution(text, "“It rains.”", "said", "Ann"))
    colon = Node(attribution(text, "“It rains.”", ":", "Ann"))
    assert len(claims(text, said, colon)) == 1
    apart = text.index(":") - text.index(" on")
    assert [len(claims(text, said, colon, cue_distance=at)) for at in (apart, apart - 1)] == [1, 2]
    shorter = Node(attribution(text, "It rains.”", ":", "Ann"))
    assert len(claims(text, said, shorter)) == 1
    assert len(claims(text, said, shorter, content_likeness=0.95)) == 2


def test_how_far_before_it_a_content_may_begin_that_holds_a_claim_is_set() -> None:
    text = "Ann said that the rain Bob says has come is cold."
    said = Node(attribution(text, "that the rain Bob says has come is cold", "said", "Ann"))
    inner = Node(attribution(text, "has come", "says", "Bob"))
    assert [one.parent for one in claims(text, said, inner)] == [None, "c1"]
    assert [one.parent for one in claims(text, said, inner, holder_reach=10)][-1] is None
