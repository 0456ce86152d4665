from __future__ import annotations

import pickle
from dataclasses import dataclass

import numpy as np
import pytest
import srsly
from spacy.tokens import Doc

from secondhand.claim import Span, Speaker
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.encoding import keep_on_docs
from secondhand.pipeline.doc.raw_attributions import RawAttributions, load_attributions, store_attributions
from secondhand.pipeline.doc.state import KEY, Origin
from secondhand.pipeline.network.read_window import Node
from tests.pipeline.making import NLP, attribution, claim, doc_of

TEXT = "Ann said “Bob thinks it rains”."
LEE = Speaker("s1", "Ann Lee", "person", None, (Span(0, 3, "Ann"),))


def back(value: object) -> object:
    """What is read of what was written of ``value``."""
    return srsly.msgpack_loads(srsly.msgpack_dumps(value))


def test_what_is_kept_stands_there_as_it_is() -> None:
    doc = doc_of(TEXT)
    one = claim(TEXT, "“Bob thinks it rains”", "said", "Ann")
    state.store_claims(doc, [one], [LEE])
    assert state.load_claims(doc)[0] is one and state.load_speakers(doc)[0] is LEE


def test_a_pickled_doc_has_its_claims_and_origin() -> None:
    doc = doc_of(TEXT, origin=Origin("Politico", title="Rain"))
    state.store_claims(doc, [claim(TEXT, "“Bob thinks it rains”", "said", "Ann")], [LEE])
    again: Doc = pickle.loads(pickle.dumps(doc))
    assert state.load_claims(again) == state.load_claims(doc)
    assert state.load_speakers(again) == (LEE,)
    assert state.load_origin(again) == state.load_origin(doc)


def test_trees_of_attributions_survive_bytes() -> None:
    inner = Node(attribution(TEXT, "it rains", "thinks", "Bob"), rules=("nest_claims",))
    outer = Node(attribution(TEXT, "“Bob thinks it rains”", "said", "Ann"), (inner,))
    doc = doc_of(TEXT)
    store_attributions(doc, [outer], (1.0, 0.5))
    again = Doc(NLP.vocab).from_bytes(doc.to_bytes())
    assert load_attributions(again) == RawAttributions((outer,), (1.0, 0.5))


def test_a_copy_of_a_doc_keeps_its_own_claims() -> None:
    doc = doc_of(TEXT)
    state.store_claims(doc, [claim(TEXT, "“Bob thinks it rains”", "said", "Ann")], [LEE])
    copied = doc.copy()
    state.store_claims(doc, [], [])
    assert len(state.load_claims(copied)) == 1 and state.load_claims(doc) == ()


def test_what_others_write_is_left_as_it_is() -> None:
    assert back({"secondhand": "nobody", "bytes": b""}) == {"secondhand": "nobody", "bytes": b""}
    assert back([{"secondhand": 1}, {"claims": "x"}]) == [{"secondhand": 1}, {"claims": "x"}]
    array = back(np.arange(3))
    assert isinstance(array, np.ndarray) and array.tolist() == [0, 1, 2]


def test_a_class_that_nobody_named_is_refused_though_it_has_a_known_name() -> None:
    doc = doc_of(TEXT)
    state.store_claims(doc, [], [])
    doc.spans[KEY].attrs["own"] = dataclass(type("Speaker", (), {"__annotations__": {"name": str}}))("Ann")
    with pytest.raises(TypeError):
        doc.to_bytes()


def test_another_dataclass_can_be_kept() -> None:
    keep_on_docs(Kept)
    assert back({"own": Kept("x", (1, 2))}) == {"own": Kept("x", (1, 2))}


@dataclass(frozen=True)
class Kept:
    name: str
    place: tuple[int, int]
