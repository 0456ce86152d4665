import json
from dataclasses import replace
from typing import Any

from secondhand.export.notebooks import render
from secondhand.notes.notebook import Notebook
from tests.export.expanding import expanded
from tests.export.literals import ANALYSIS, ARTICLE

S = "https://schema.org/"


def nodes(kind: str) -> list[Any]:
    every = expanded(render("schema-org", [Notebook(ARTICLE, ANALYSIS)], "claims"))
    return [node for node in every if node["@type"] == [S + kind]]


def name(node: Any) -> str:
    return str(node[0][S + "name"][0]["@value"])


def test_quotations_are_spoken_by_whom_they_quote_and_based_on_who_passed_them_on() -> None:
    said, reported, *_ = nodes("Quotation")
    assert name(said[S + "spokenByCharacter"]) == "Ann Lee"
    radio = said[S + "isBasedOn"][0]
    assert name(radio[S + "creator"]) == "Radio One"
    assert name(radio[S + "isBasedOn"][0][S + "creator"]) == "Ann Lee"
    assert said[S + "datePublished"] == [{"@value": "2025-02-27"}]
    assert name(reported[S + "creator"]) == "officials"
    assert S + "spokenByCharacter" not in reported


def test_claims_have_an_author_and_where_they_appeared() -> None:
    said, reported, _, unsaid = nodes("Claim")
    assert name(said[S + "author"]) == "Ann Lee"
    assert reported[S + "appearance"] == [{"@id": "https://daily.example/1"}]
    assert name(reported[S + "firstAppearance"][0][S + "creator"]) == "The Post"
    assert unsaid[S + "firstAppearance"] == [{"@id": "https://daily.example/1"}]
    assert S + "author" not in unsaid


def test_nothing_is_rated() -> None:
    assert not nodes("ClaimReview")
    (article,) = nodes("NewsArticle")
    assert article["@id"] == "https://daily.example/1"


def test_it_does_not_end_the_script_element_it_stands_in() -> None:
    text = render("schema-org", [Notebook(replace(ARTICLE, title="</script><b>"), ANALYSIS)], "claims")
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["headline"] == "</script><b>"
