"""Characters to tokens, the same as spaCy's own slower way."""

from __future__ import annotations

import spacy

from secondhand.pipeline.doc.alignment import Aligner


def test_every_stretch_finds_the_tokens_that_hold_it() -> None:
    doc = spacy.blank("en")('He said: "It\'s 3pm," twice.')
    aligner = Aligner(doc)
    for token in doc:
        found = aligner.align(token.idx, token.idx + len(token))
        assert found is not None and (found.start, found.end) == (token.i, token.i + 1)
    wide = aligner.align(4, 12, "content", "c1")
    assert wide is not None and wide.text.startswith("said") and (wide.label_, wide.id_) == ("content", "c1")


def test_an_empty_doc_holds_nothing() -> None:
    assert Aligner(spacy.blank("en")("")).align(0, 1) is None
