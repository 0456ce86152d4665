from __future__ import annotations

from spacy.tokens import Doc

from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.descriptions import find_descriptions
from secondhand.pipeline.speakers.scene import Scene
from tests.pipeline.making import NLP

WORDS = ["Lee", "spoke", ".", "The", "Vermont", "senator", "left", ".", "The", "senator", "wept", "."]
HEADS = [1, 1, 1, 5, 5, 6, 6, 6, 9, 10, 10, 10]
DEPS = [
    "nsubj",
    "ROOT",
    "punct",
    "det",
    "compound",
    "nsubj",
    "ROOT",
    "punct",
    "det",
    "nsubj",
    "ROOT",
    "punct",
]
POS = ["PROPN", "VERB", "PUNCT", "DET", "PROPN", "NOUN", "VERB", "PUNCT", "DET", "NOUN", "VERB", "PUNCT"]


def test_a_phrase_that_leads_to_a_person_tells_their_role() -> None:
    doc = Doc(NLP.vocab, WORDS, heads=HEADS, deps=DEPS, pos=POS)
    lee = Entity("Lee", "person", [(0, 3)])
    before = {token.idx: ((0, 0.9),) for token in doc if token.text == "senator"}
    scene = Scene(doc, Origin(), [lee], {}, Hints(before))
    assert list(find_descriptions(scene)) == [(lee, "Vermont senator")]
    unsure = {token.idx: ((0, 0.6),) for token in doc if token.text == "senator"}
    assert list(find_descriptions(Scene(doc, Origin(), [lee], {}, Hints(unsure)))) == []
