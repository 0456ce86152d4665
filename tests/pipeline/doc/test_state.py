from __future__ import annotations

from datetime import date

import pytest
from spacy.tokens import Doc, DocBin

from secondhand.claim import Attitude, Claim, Link, Span, Speaker, Stance
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.state import Origin
from tests.pipeline.making import NLP, doc_of, find, span

TEXT = 'Ann Lee told CNN that Bob "never" wrote.'
ORIGIN = Origin(
    "Politico", date(2025, 2, 27), "AP", ("Jo Day",), ((0, 7, "https://a.example/"),), ((0, len(TEXT)),)
)


def claims() -> tuple[Claim, ...]:
    outer = Claim(
        "c1", None, 0, "mixed", (span(TEXT, 'Bob "never" wrote'),), span(TEXT, "told"),
        (span(TEXT, "Ann Lee"),),
        "s1", "name", "interview",
        (
            Link("Politico", "organization", "published"),
            Link("CNN", "organization", "reported", (span(TEXT, "told CNN"),), "2025-02-26", "https://a.example/"),
            Link("Ann Lee", "person", "told", (span(TEXT, "Ann Lee"), span(TEXT, "told"))),
        ),
        Stance(
            "denied", "distancing",
            (Attitude("Bob", "negative", 0.6, (span(TEXT, "never"),)),),
            (span(TEXT, "never"),), (span(TEXT, "told"),),
        ),
        0.75,
    )  # fmt: skip
    inner = Claim(
        "c2", "c1", 0, "indirect", (span(TEXT, "never"),), None, (), None, "none", None,
        (Link("unknown", "unknown", "said"),), Stance("certain", "neutral"), 0.5,
    )  # fmt: skip
    return outer, inner


SPEAKERS = (Speaker("s1", "Ann Lee", "person", "senator", (span(TEXT, "Ann Lee"),)),)


@pytest.fixture
def doc() -> Doc:
    made = doc_of(TEXT, origin=ORIGIN)
    state.store_claims(made, claims(), SPEAKERS)
    return made


def test_what_was_stored_is_given_back(doc: Doc) -> None:
    assert state.load_claims(doc) == claims()
    assert state.load_speakers(doc) == SPEAKERS


def test_the_getters_give_the_same(doc: Doc) -> None:
    assert doc._.claims == claims()
    assert doc._.speakers == SPEAKERS


def test_records_survive_bytes(doc: Doc) -> None:
    back = Doc(NLP.vocab).from_bytes(doc.to_bytes())
    assert state.load_claims(back) == claims()
    assert state.load_speakers(back) == SPEAKERS
    assert state.load_origin(back) == ORIGIN


@pytest.mark.parametrize("user_data", [True, False])
def test_records_survive_a_docbin(doc: Doc, user_data: bool) -> None:
    kept = DocBin(store_user_data=user_data)
    kept.add(doc)
    (back,) = DocBin().from_bytes(kept.to_bytes()).get_docs(NLP.vocab)
    assert state.load_claims(back) == claims()
    assert state.load_speakers(back) == SPEAKERS


def test_spans_carry_label_and_claim(doc: Doc) -> None:
    found = {(s.text, s.label_, s.id_) for s in doc.spans["claims"]}
    assert found == {
        ('Bob "never" wrote', "content", "c1"),
        ("Ann Lee", "source", "c1"),
        ("told", "cue", "c1"),
        ("never", "content", "c2"),
    }


def test_a_span_inside_a_token_is_widened_but_its_record_is_exact() -> None:
    doc = doc_of("A well-to-do friend spoke.")
    start, end = find(doc.text, "friend")
    half = Span(start, end - 3, "fri")
    one = claims()[1]
    made = Claim("c1", None, 0, "indirect", (half,), None, (), None, "none", None, one.chain, one.stance, 0.5)
    state.store_claims(doc, [made], ())
    assert [s.text for s in doc.spans["claims"]] == ["friend"]
    assert state.load_claims(doc)[0].content == (half,)


def test_storing_again_takes_the_place_of_what_was_there(doc: Doc) -> None:
    state.store_claims(doc, claims()[:1], ())
    assert [c.id for c in state.load_claims(doc)] == ["c1"]
    assert state.load_speakers(doc) == ()
    assert {s.id_ for s in doc.spans["claims"]} == {"c1"}


def test_a_doc_nobody_read_has_no_claims() -> None:
    doc = doc_of(TEXT)
    assert doc._.claims == ()
    assert doc._.speakers == ()


def test_spans_of_somebody_else_under_the_same_key_are_no_claims() -> None:
    doc = doc_of(TEXT)
    doc.spans["claims"] = [doc[0:2]]
    assert state.load_claims(doc) == ()


def test_docs_that_lost_their_records_have_no_claims(doc: Doc) -> None:
    with pytest.warns(UserWarning, match="Skipping Doc custom extension"):
        merged = Doc.from_docs([doc, doc])
    assert state.load_claims(merged) == ()  # type: ignore[arg-type]
    assert state.load_claims(doc[0:4].as_doc()) == ()


def test_what_was_told_of_the_origin_is_given_back() -> None:
    assert state.load_origin(doc_of(TEXT, origin=ORIGIN)) == ORIGIN


def test_of_an_unknown_origin_only_the_paragraphs_are_known() -> None:
    assert state.load_origin(doc_of("One.\n\nTwo.")) == Origin(paragraphs=((0, 4), (6, 10)))


def test_paragraphs_are_read_off_the_text_where_nobody_told_them() -> None:
    found = state.load_origin(doc_of("One.\nTwo.", origin=Origin("Politico")))
    assert (found.publisher, found.date, found.paragraphs) == ("Politico", None, ((0, 4), (5, 9)))
