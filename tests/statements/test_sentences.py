"""A claim sentence by sentence."""

from __future__ import annotations

from secondhand.statements.sentences import leave_own, split_sentences
from tests.claims import Teller, article_of


def _sentences(text: str, content: list[str]) -> list[list[str]]:
    teller = Teller(article_of(text))
    teller.claim(0, content, None, None, None)
    return [[span.text for span in spans] for spans in split_sentences(teller.claims[0])]


def test_each_sentence_of_a_quotation_stands_for_itself() -> None:
    said = "“Rates will stay where they are. Mr. Roe knows that very well.”"
    assert _sentences(said, [said]) == [
        ["“Rates will stay where they are."],
        ["Mr. Roe knows that very well.”"],
    ]


def test_a_sentence_that_he_said_breaks_is_one() -> None:
    text = "“Rates,” she said, “will stay where they are.”"
    assert _sentences(text, ["“Rates,”", "“will stay where they are.”"]) == [
        ["“Rates,”", "“will stay where they are.”"]
    ]


def test_a_short_sentence_goes_with_the_next() -> None:
    said = "“Not at all. Rates will stay where they are.”"
    assert _sentences(said, [said]) == [["“Not at all.", "Rates will stay where they are.”"]]


def test_what_a_claim_inside_says_is_not_its_own() -> None:
    teller = Teller(article_of("Roe complained about reports that rates will stay."))
    outer = teller.claim(0, ["about reports that rates will stay"], None, None, None)
    teller.claim(0, ["that rates will stay"], None, None, None, parent=outer)
    assert leave_own(teller.claims[0].content, [teller.claims[1]]).strip() == "about reports"
    assert leave_own(teller.claims[0].content, []) == "about reports that rates will stay"
