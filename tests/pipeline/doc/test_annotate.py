from __future__ import annotations

from secondhand.pipeline.doc import annotate
from tests.pipeline.making import doc_of, find

TEXT = "Ann Lee left. Rome slept."


def test_sentences_are_set_and_the_first_token_always_begins_one() -> None:
    doc = doc_of(TEXT)
    annotate.set_sentences(doc, [14])
    assert [s.text for s in doc.sents] == ["Ann Lee left.", "Rome slept."]


def test_a_start_inside_a_token_begins_a_sentence_there() -> None:
    doc = doc_of("One.Two three")
    annotate.set_sentences(doc, [find(doc.text, "Two")[0]])
    assert doc.has_annotation("SENT_START")
    assert next(iter(doc.sents)).start == 0


def test_entities_are_widened_to_whole_tokens() -> None:
    doc = doc_of("The U.S.-backed Kremlin left.")
    annotate.set_entities(doc, [(*find(doc.text, "Krem"), "ORG")])
    assert [(e.text, e.label_) for e in doc.ents] == [("Kremlin", "ORG")]


def test_of_entities_that_meet_the_longer_wins() -> None:
    doc = doc_of("The Bank of England left.")
    found = [(*find(doc.text, "England"), "LOC"), (*find(doc.text, "Bank of England"), "ORG")]
    annotate.set_entities(doc, found)
    assert [(e.text, e.label_) for e in doc.ents] == [("Bank of England", "ORG")]


def test_setting_entities_again_forgets_the_old() -> None:
    doc = doc_of(TEXT, {"Ann Lee": "PERSON"})
    annotate.set_entities(doc, [])
    assert doc.ents == ()
