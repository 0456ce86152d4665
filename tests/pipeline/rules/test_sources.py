from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.sources import repair_sources
from tests.pipeline.making import attribution, parsed, passage

SAID = (
    "The/DET/det/1 mayor/NOUN/nsubj/3 has/AUX/aux/3 attacked/VERB/ROOT/3 the/DET/det/5 plan/NOUN/obj/3 "
    "and/CCONJ/cc/7 fears/VERB/conj/3 a/DET/det/9 flood/NOUN/obj/7"
)
ACCUSED = (
    "Lee/PROPN/nsubj/2 was/AUX/aux/2 accused/VERB/ROOT/2 of/ADP/case/4 fraud/NOUN/obl/2 "
    "by/ADP/case/7 the/DET/det/7 board/NOUN/obl/2"
)


def read(words: str, content: str, cue: str, source: str | None = None) -> list[str]:
    """Return the sources of the one attribution of ``words``, repaired."""
    doc = parsed(words)
    for token in doc:
        if token.lower_ in ("was", "accused"):
            token.set_morph("Voice=Pass")
    given = replace(passage(doc.text), doc=doc)
    (node,) = repair_sources(given, [Node(attribution(doc.text, content, cue, source))])
    return [doc.text[s:e] for s, e in node.attribution.source]


@pytest.mark.parametrize(
    ("content", "cue"), [("the plan", "has attacked"), ("a flood", "fears"), ("the plan and", "attacked")]
)
def test_the_subject_of_a_cue_is_its_source(content: str, cue: str) -> None:
    assert read(SAID, content, cue) == ["The mayor"]


def test_a_source_that_was_found_stays() -> None:
    assert read(SAID, "a flood", "fears", "mayor") == ["mayor"]


def test_a_source_in_its_own_content_is_none() -> None:
    assert read(SAID, "the plan", "has attacked", "plan") == ["The mayor"]
    assert read(SAID, "The mayor", "has attacked") == []


def test_who_accuses_stands_after_by() -> None:
    assert read(ACCUSED, "of fraud", "was accused") == ["the board"]
    assert read(ACCUSED.rsplit(" ", 3)[0], "of fraud", "was accused") == []


def test_who_is_asked_does_not_ask() -> None:
    words = (
        "Asked/VERB/advcl/6 whether/SCONJ/mark/3 it/PRON/nsubj/3 rains/VERB/ccomp/0 ,/PUNCT/punct/0 "
        "Lee/PROPN/nsubj/6 nodded/VERB/ROOT/6"
    )
    assert read(words, "whether it rains", "Asked") == []
    assert read(words.replace("Asked", "Wondering"), "whether it rains", "Wondering") == ["Lee"]


def test_a_noun_has_no_subject() -> None:
    assert read(SAID, "a flood", "plan") == []


def test_what_is_nested_is_repaired_too() -> None:
    doc = parsed(SAID)
    outer = Node(attribution(doc.text, doc.text, "fears", "The mayor"))
    inner = Node(attribution(doc.text, "the plan", "has attacked"))
    (node,) = repair_sources(replace(passage(doc.text), doc=doc), [replace(outer, children=(inner,))])
    assert [doc.text[s:e] for s, e in node.children[0].attribution.source] == ["The mayor"]


def test_without_a_parse_nothing_changes() -> None:
    node = Node(attribution("Lee said it rained.", "it rained", "said"))
    assert repair_sources(passage("Lee said it rained."), [node]) == [node]


def test_who_stands_right_behind_according_to_tells_it() -> None:
    words = (
        "It/PRON/nsubj/1 rains/VERB/ROOT/1 according/VERB/case/4 to/ADP/fixed/2 Lee/PROPN/obl/1 "
        "as/SCONJ/mark/6 quoted/VERB/advcl/1 by/ADP/case/9 the/DET/det/9 agency/NOUN/obl/6"
    )
    assert read(words, "It rains", "according to", "the agency") == ["Lee"]
    assert read(words, "It rains", "according to", "Lee") == ["Lee"]


def test_of_two_subjects_the_one_beside_the_cue_tells_it() -> None:
    words = (
        "Read/VERB/advcl/5 by/ADP/case/2 counsel/NOUN/obl/0 Ida/PROPN/nsubj/5 Lee/PROPN/nsubj/5 "
        "said/VERB/ROOT/5 it/PRON/nsubj/7 rains/VERB/ccomp/5"
    )
    assert read(words, "it rains", "said", "Ida") == ["Lee"]
    assert read(words, "it rains", "said", "counsel") == ["counsel"]


def test_a_source_holds_no_other_subject_before_its_own() -> None:
    words = (
        "Read/VERB/advcl/6 by/ADP/case/2 counsel/NOUN/obl/0 Ida/PROPN/nsubj/0 ,/PUNCT/punct/5 "
        "Lee/PROPN/nsubj/6 said/VERB/ROOT/6 it/PRON/nsubj/8 rains/VERB/ccomp/6"
    )
    assert read(words, "it rains", "said", "Ida , Lee") == ["Lee"]
    assert read(words.replace("Ida/PROPN/nsubj/0", "Ida/PROPN/appos/5"), "it rains", "said", "Ida , Lee") == [
        "Ida , Lee"
    ]
