from __future__ import annotations

from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.raw_attributions import (
    RawAttributions,
    load_attributions,
    load_cues,
    store_attributions,
)
from secondhand.pipeline.network.read_window import Node
from tests.pipeline.making import attribution, claim, doc_of

TEXT = "Ann said Bob thinks it rains. Cid left."
THINKS = Node(attribution(TEXT, "it rains", "thinks", "Bob"))
SAID = Node(attribution(TEXT, "Bob thinks it rains", "said", "Ann"), (THINKS,))


def test_what_was_read_is_kept_with_what_its_scores_are_worth() -> None:
    doc = doc_of(TEXT)
    store_attributions(doc, [SAID], [1.0, 0.5])
    assert load_attributions(doc) == RawAttributions((SAID,), (1.0, 0.5))


def test_on_a_doc_that_nobody_read_there_is_nothing() -> None:
    doc = doc_of(TEXT)
    assert load_attributions(doc) == RawAttributions((), ())
    assert load_cues(doc) == {}
    state.store_claims(doc, [], [])
    assert load_attributions(doc) == RawAttributions((), ())


def test_what_was_kept_before_goes_and_the_claims_made_of_it() -> None:
    doc = doc_of(TEXT)
    store_attributions(doc, [SAID], [1.0])
    state.store_claims(doc, [claim(TEXT, "it rains", "thinks", "Bob")], [])
    store_attributions(doc, [THINKS], [2.0])
    assert load_attributions(doc) == RawAttributions((THINKS,), (2.0,))
    assert state.load_claims(doc) == ()
    assert len(doc.spans[state.KEY]) == 0


def test_claims_do_not_take_the_attributions_away() -> None:
    doc = doc_of(TEXT)
    store_attributions(doc, [SAID], [1.0])
    state.store_claims(doc, [claim(TEXT, "it rains", "thinks", "Bob")], [])
    assert load_attributions(doc).nodes == (SAID,)


def test_attributions_of_any_depth_are_found_by_their_cues() -> None:
    doc = doc_of(TEXT)
    store_attributions(doc, [SAID], [1.0])
    assert load_cues(doc) == {SAID.cue[0]: SAID.attribution, THINKS.cue[0]: THINKS.attribution}
