from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from secondhand.pipeline.doc.noun_chunks import noun_chunks

NLP = spacy.blank("en")


def chunks(rows: str) -> list[str]:
    """The phrases of a sentence given as "word/POS/head/relation", heads counted from 1."""
    words, pos, heads, deps = zip(*(row.split("/") for row in rows.split()), strict=True)
    own = [int(head) - 1 if head != "0" else at for at, head in enumerate(heads)]
    doc = Doc(NLP.vocab, list(words), pos=list(pos), heads=own, deps=list(deps))
    return [doc[start:end].text for start, end, _ in noun_chunks(doc)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "The/DET/3/det German/ADJ/3/amod chancellor/NOUN/4/nsubj met/VERB/0/ROOT Angela/PROPN/4/obj "
            "Merkel/PROPN/5/flat in/ADP/8/case Paris/PROPN/4/obl",
            ["The German chancellor", "Angela Merkel", "Paris"],
        ),
        (
            "Macron/PROPN/3/nmod 's/PART/1/case plan/NOUN/4/nsubj failed/VERB/0/ROOT",
            ["Macron 's plan"],
        ),
        (
            "the/DET/2/det head/NOUN/0/ROOT of/ADP/5/case the/DET/5/det state/NOUN/2/nmod",
            ["the head", "the state"],
        ),
        ("It/PRON/2/nsubj rains/VERB/0/ROOT", ["It"]),
        ("go/VERB/0/ROOT", []),
    ],
)
def test_phrases_stand_without_what_hangs_on_them(rows: str, expected: list[str]) -> None:
    assert chunks(rows) == expected
