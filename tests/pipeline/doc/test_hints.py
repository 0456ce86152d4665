from __future__ import annotations

import numpy as np
from spacy.tokens import DocBin

from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import Signals, signals, store
from secondhand.pipeline.network.sentiment import Feeling
from secondhand.pipeline.network.syntax import Syntax
from tests.pipeline.making import NLP, claim

TEXT = "Ann spoke. She left."


def test_what_is_kept_survives_new_claims_and_a_docbin() -> None:
    doc = NLP.make_doc(TEXT)
    state.store(doc, [], ())
    token = np.arange(6)
    before, sure = np.tile(token[:, None], (1, 2)), np.zeros((6, 2), np.float32)
    before[3], sure[3] = (0, 1), (0.75, 0.125)
    read = Syntax(token, token, token, token, before, sure, np.array([0, 2.5, 0, 0, -1, 0], np.float32))
    felt = Feeling((4, 9), (0, 3), 0.9, 0.05, (4, 9))
    asked = {"mentions": np.array([3]), "predicates": np.array([1, 4])}
    store(doc, [read], asked, np.array([t.idx for t in doc]), [felt])
    state.store(doc, [claim(TEXT, "She left", "spoke", "Ann")], ())
    (again,) = DocBin(docs=[doc]).get_docs(NLP.vocab)
    expected = Signals({11: ((0, 0.75), (4, 0.125))}, {4: 2.5, 15: -1.0}, (felt,))
    assert signals(doc) == expected
    assert signals(again) == expected
    assert len(state.claims(again)) == 1


def test_unlikely_antecedents_are_none() -> None:
    doc = NLP.make_doc(TEXT)
    state.store(doc, [], ())
    token = np.arange(6)
    sure = np.full((6, 1), 0.01, np.float32)
    read = Syntax(token, token, token, token, np.zeros((6, 1), np.int64), sure, np.zeros(6, np.float32))
    asked = {"mentions": token, "predicates": np.zeros(0, np.int64)}
    store(doc, [read], asked, np.array([t.idx for t in doc]), [])
    assert signals(doc) == Signals()


def test_a_doc_nobody_read_hints_at_nothing() -> None:
    assert signals(NLP.make_doc(TEXT)) == Signals()
