from __future__ import annotations

import numpy as np
from spacy.tokens import DocBin

from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.views import load_views, store_views
from secondhand.pipeline.network.word_views import WordViews
from tests.pipeline.making import NLP, claim

TEXT = "Ann spoke. She left."


def views(token: list[int], *rows: list[float]) -> WordViews:
    return WordViews(np.array(token), np.array(rows, np.float16))


def test_what_is_kept_survives_new_claims_and_a_docbin() -> None:
    doc = NLP.make_doc(TEXT)
    state.store_claims(doc, [], ())
    store_views(doc, [views([0, 1], [1, 2], [3, 4]), views([4], [5, 6])])
    state.store_claims(doc, [claim(TEXT, "She left", "spoke", "Ann")], ())
    (again,) = DocBin(docs=[doc]).get_docs(NLP.vocab)
    wanted = [[1, 2], [3, 4], [0, 0], [0, 0], [5, 6], [0, 0]]
    assert load_views(doc).tolist() == load_views(again).tolist() == wanted


def test_a_doc_nobody_read_has_no_views() -> None:
    doc = NLP.make_doc(TEXT)
    assert load_views(doc).shape == (6, 0)
    state.store_claims(doc, [], ())
    store_views(doc, [])
    assert load_views(doc).shape == (6, 0)
