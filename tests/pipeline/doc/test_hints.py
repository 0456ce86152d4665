from __future__ import annotations

import numpy as np
from spacy.tokens import DocBin

from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import Hints, load_hints, store_hints
from secondhand.pipeline.network.sentiment import Feeling
from secondhand.pipeline.network.syntax import Syntax
from tests.pipeline.making import NLP, claim

TEXT = "Ann spoke. She left."


def test_what_is_kept_survives_new_claims_and_a_docbin() -> None:
    doc = NLP.make_doc(TEXT)
    state.store_claims(doc, [], ())
    token = np.arange(6)
    before, sure = np.tile(token[:, None], (1, 2)), np.zeros((6, 2), np.float32)
    before[3], sure[3] = (0, 1), (0.75, 0.125)
    read = Syntax(token, token, token, token, before, sure, np.array([0, 2.5, 0, 0, -1, 0], np.float32))
    felt = Feeling((4, 9), (0, 3), 0.9, 0.05, (4, 9))
    asked = {"mentions": np.array([3]), "predicates": np.array([1, 4])}
    store_hints(doc, [read], asked, np.array([t.idx for t in doc]), [felt])
    state.store_claims(doc, [claim(TEXT, "She left", "spoke", "Ann")], ())
    (again,) = DocBin(docs=[doc]).get_docs(NLP.vocab)
    expected = Hints({11: ((0, 0.75), (4, 0.125))}, {4: 2.5, 15: -1.0}, (felt,))
    assert load_hints(doc) == expected
    assert load_hints(again) == expected
    assert len(state.load_claims(again)) == 1


def test_unlikely_antecedents_are_none() -> None:
    doc = NLP.make_doc(TEXT)
    state.store_claims(doc, [], ())
    token = np.arange(6)
    sure = np.full((6, 1), 0.01, np.float32)
    read = Syntax(token, token, token, token, np.zeros((6, 1), np.int64), sure, np.zeros(6, np.float32))
    asked = {"mentions": token, "predicates": np.zeros(0, np.int64)}
    store_hints(doc, [read], asked, np.array([t.idx for t in doc]), [])
    assert load_hints(doc) == Hints()


def test_a_doc_nobody_read_hints_at_nothing() -> None:
    assert load_hints(NLP.make_doc(TEXT)) == Hints()
