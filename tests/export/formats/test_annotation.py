from typing import Any

from secondhand.export.notebooks import render
from secondhand.notes.notebook import Notebook
from tests.export.expanding import expanded
from tests.export.literals import ANALYSIS, ARTICLE
from tests.export.notebooks import NOTEBOOK, WORLD

OA = "http://www.w3.org/ns/oa#"
VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
ITEMS = "https://www.w3.org/ns/activitystreams#items".replace("https", "http")


def annotations(text: str) -> list[Any]:
    (collection,) = expanded(text)
    assert collection["@type"] == ["http://www.w3.org/ns/activitystreams#OrderedCollection"]
    (page,) = collection["http://www.w3.org/ns/activitystreams#first"]
    return list(page[ITEMS][0]["@list"])


def bodies(node: Any, purpose: str) -> list[str]:
    return [
        b[VALUE][0]["@value"] for b in node[OA + "hasBody"] if b[OA + "hasPurpose"] == [{"@id": OA + purpose}]
    ]


def test_each_highlight_is_an_annotation_in_the_words_of_the_standard() -> None:
    whole, inner, lost, correction = annotations(render("annotation", [NOTEBOOK]))
    assert {node["@type"][0] for node in (whole, inner, lost, correction)} == {OA + "Annotation"}
    assert whole["@id"] == "urn:uuid:00000000-0000-4000-8000-000000000001"
    assert [
        node[OA + "motivatedBy"][0]["@id"].removeprefix(OA) for node in (whole, inner, lost, correction)
    ] == [
        "commenting",
        "highlighting",
        "commenting",
        "editing",
    ]
    assert bodies(whole, "tagging") == ["money", "to check", "a:b|#c"]
    assert bodies(whole, "commenting")[0].startswith("=1+1 is a *formula*;\n")
    assert bodies(whole, "describing") == [
        "— Ann Lee, chief economist (to Radio One)\nDaily News → Radio One → Ann Lee\n"
        "thinks it possible; the article takes no side"
    ]


def test_words_are_quoted_and_placed() -> None:
    whole = annotations(render("annotation", [NOTEBOOK]))[0]
    first, second = whole[OA + "hasTarget"]
    assert first[OA + "hasSource"] == [{"@id": "https://daily.example/1"}]
    quote, place = first[OA + "hasSelector"]
    assert quote[OA + "exact"] == [{"@value": "“Rates may rise,”"}]
    assert quote[OA + "suffix"] == [{"@value": " Ann Lee told Radio One on Monda"}]
    number = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
    assert place[OA + "start"] == [{"@type": number, "@value": 0}]
    assert place[OA + "end"] == [{"@type": number, "@value": 17}]
    assert second[OA + "hasSelector"][0][OA + "exact"] == [{"@value": "“But not [bold]soon[/bold].”"}]


def test_claim_and_speaker_survive_an_expansion_as_data() -> None:
    whole = annotations(render("annotation", [NOTEBOOK]))[0]
    (claim,) = whole["urn:x-secondhand:claim"]
    assert claim["@type"] == "@json"
    assert claim["@value"]["chain"][1]["name"] == "Radio One"
    assert whole["urn:x-secondhand:speaker"][0]["@value"]["name"] == "Ann Lee"
    assert whole["urn:x-secondhand:colour"] == [{"@value": "green"}]


def test_an_article_without_an_address_goes_by_the_sum_of_its_text() -> None:
    (target,) = annotations(render("annotation", [WORLD]))[0][OA + "hasTarget"]
    assert target[OA + "hasSource"][0]["@id"].startswith("ni:///sha-256;")


def test_claims_are_identified_not_highlighted() -> None:
    found = annotations(render("annotation", [Notebook(ARTICLE, ANALYSIS)], "claims"))
    assert {node[OA + "motivatedBy"][0]["@id"] for node in found} == {OA + "identifying"}
    assert len({node["@id"] for node in found}) == 4
