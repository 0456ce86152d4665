from __future__ import annotations

import numpy as np
from spacy.tokens import DocBin

from secondhand.pipeline import records
from secondhand.pipeline.feelings import Feeling
from secondhand.pipeline.signals import Signals, signals, store
from secondhand.pipeline.syntax import Syntax
from tests.pipeline.making import NLP, claim

TEXT = "Ann spoke. She left."


def test_what_is_kept_survives_new_claims_and_a_docbin() -> None:
    doc = NLP.make_doc(TEXT)
    records.store(doc, [], ())
    token = np.arange(6)
    before, sure = np.array([0, 1, 2, 0, 4, 5]), np.array([1, 1, 1, 0.9, 1, 1], np.float32)
    read = Syntax(token, token, token, token, before, sure, np.array([0, 2.5, 0, 0, -1, 0], np.float32))
    felt = Feeling((4, 9), (0, 3), 0.9, 0.05, (4, 9))
    store(doc, [read], np.array([t.idx for t in doc]), np.array([1, 4]), [felt])
    records.store(doc, [claim(TEXT, "She left", "spoke", "Ann")], ())
    (again,) = DocBin(docs=[doc]).get_docs(NLP.vocab)
    expected = Signals({11: (0, 0.9)}, {4: 2.5, 15: -1.0}, (felt,))
    assert signals(doc) == expected
    assert signals(again) == expected
    assert len(records.claims(again)) == 1


def test_unlikely_antecedents_are_none() -> None:
    doc = NLP.make_doc(TEXT)
    records.store(doc, [], ())
    token = np.arange(6)
    sure = np.full(6, 0.1, np.float32)
    read = Syntax(token, token, token, token, np.zeros(6, np.int64), sure, np.zeros(6, np.float32))
    store(doc, [read], np.array([t.idx for t in doc]), np.zeros(0, np.int64), [])
    assert signals(doc) == Signals()


def test_a_doc_nobody_read_hints_at_nothing() -> None:
    assert signals(NLP.make_doc(TEXT)) == Signals()
