from __future__ import annotations

from dataclasses import replace

import numpy as np
import spacy

from secondhand.pipeline.doc.parse import read_token_offsets, set_parses
from secondhand.pipeline.network.syntax import Syntax
from tests.pipeline.making import EVEN

SETTINGS = replace(
    EVEN, tags=("NOUN|Number=Plur", "VERB|Tense=Past", "PUNCT"), relations=("nsubj", "punct", "root")
)
NLP = spacy.blank("en")


def parsed(tokens: list[int], tags: list[int], heads: list[int], relations: list[int]) -> Syntax:
    none = np.zeros(len(tokens), np.float32)
    made = (np.array(column, np.int64) for column in (tokens, tags, heads, relations))
    return Syntax(*made, np.array(tokens, np.int64), none, none)


def test_tags_heads_and_relations_come_onto_the_tokens() -> None:
    doc = NLP.make_doc("Dogs barked.  Cats slept.")
    set_parses(
        doc,
        [
            parsed([0, 1, 2], [0, 1, 2], [1, 1, 1], [0, 2, 1]),
            parsed([4, 5, 6], [0, 1, 2], [5, 5, 5], [0, 2, 1]),
        ],
        SETTINGS,
    )
    assert [t.pos_ for t in doc] == ["NOUN", "VERB", "PUNCT", "SPACE", "NOUN", "VERB", "PUNCT"]
    assert [str(t.morph) for t in doc[:3]] == ["Number=Plur", "Tense=Past", ""]
    assert [t.head.i for t in doc] == [1, 1, 1, 2, 5, 5, 5]
    assert [t.dep_ for t in doc] == ["nsubj", "ROOT", "punct", "dep", "nsubj", "ROOT", "punct"]
    assert [s.text.strip() for s in doc.sents] == ["Dogs barked.", "Cats slept."]
    assert [c.text for c in doc.noun_chunks] == ["Dogs", "Cats"]


def test_what_nobody_read_hangs_on_its_neighbour() -> None:
    doc = NLP.make_doc("\nDogs barked")
    set_parses(doc, [parsed([1, 2], [0, 1], [2, 2], [0, 2])], SETTINGS)
    assert [t.head.i for t in doc] == [1, 2, 2]
    assert doc[0].pos_ == "SPACE"


def test_a_doc_nobody_read_is_still_a_doc() -> None:
    doc = NLP.make_doc("Dogs barked")
    set_parses(doc, [], SETTINGS)
    assert [t.head.i for t in doc] == [0, 1]
    set_parses(NLP.make_doc(""), [], SETTINGS)


def test_offsets_are_code_points() -> None:
    starts, ends = read_token_offsets(NLP.make_doc("𝕏 says é"))
    assert starts.tolist() == [0, 2, 7]
    assert ends.tolist() == [1, 6, 8]
