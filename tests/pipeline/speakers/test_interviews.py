from __future__ import annotations

from datetime import date

from secondhand.claim import Claim
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.speakers.component import SpeakerResolver
from tests.pipeline.making import claim, doc_of

PUBLISHED = Origin("The Tolland Review", date(2025, 3, 4), authors=("Ida Moss",))
LEAD = "Ida Moss met Ann Lee at the lock. Lee is an engineer; Tom Hale is her neighbour.\n"
NAMES = {
    "Ida Moss": "PERSON",
    "Ann Lee": "PERSON",
    "Lee": "PERSON",
    "Tom Hale": "PERSON",
    "Radio Aune": "ORG",
}


def who(text: str, *claims: Claim, origin: Origin = PUBLISHED) -> list[str | None]:
    """The names of the speakers."""
    doc = doc_of(text, NAMES, origin)
    state.store_claims(doc, claims, ())
    doc = SpeakerResolver("speakers")(doc)
    names = {s.id: s.name for s in state.load_speakers(doc)}
    return [names.get(c.speaker or "") for c in state.load_claims(doc)]


def test_questions_are_the_publishers_and_answers_of_the_one_named_most_before() -> None:
    text = f"{LEAD}Q. How deep is it?\nA. Nine feet."
    asked, answered = claim(text, "How deep is it?", "Q."), claim(text, "Nine feet.", "A.", id="c2")
    assert who(text, asked, answered) == ["The Tolland Review", "Ann Lee"]


def test_without_a_publisher_nobody_is_told_to_ask() -> None:
    text = f"{LEAD}Q. How deep is it?"
    assert who(text, claim(text, "How deep is it?", "Q."), origin=Origin()) == [None]


def test_you_in_a_question_is_the_one_interviewed() -> None:
    text = f"{LEAD}Q. You said it is deep?"
    asked = claim(text, "You said it is deep?", "Q.")
    inner = claim(text, "it is deep", "You |said|", "You", id="c2", parent="c1")
    assert who(text, asked, inner) == ["The Tolland Review", "Ann Lee"]


def test_a_label_is_the_end_of_the_publishers_name_or_of_another_bodys() -> None:
    text = f"{LEAD}REVIEW: How deep?\nAUNE: How wide? Radio Aune asked that."
    first = claim(text, "How deep?", ":", "REVIEW")
    second = claim(text, "How wide?", "AUNE|:|", "AUNE", id="c2")
    assert who(text, first, second) == ["The Tolland Review", "Radio Aune"]


def test_a_noun_in_a_headline_is_the_one_whose_role_it_is() -> None:
    text = "Engineer: Lock is safe\n\nThe lock was built in 1958, and Ann Lee, an engineer, saw it on Monday."
    assert who(text, claim(text, "Lock is safe", ":", "Engineer")) == ["Ann Lee"]


def test_several_of_them_are_not() -> None:
    text = (
        "Engineers: Lock is safe\n\nThe lock was built in 1958, and Ann Lee, an engineer, saw it on Monday."
    )
    assert who(text, claim(text, "Lock is safe", ":", "Engineers")) == ["engineers"]


def test_nor_is_a_noun_without_an_article_in_the_body() -> None:
    text = "Lock is old\n\nThe lock was built in 1958, and Ann Lee, an engineer, saw it. Mayor: It leaks."
    assert who(text, claim(text, "It leaks.", "Mayor|:|", "Mayor")) == ["mayor"]
