import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from secondhand.article import Article, Place
from secondhand.claim import Analysis, SpeakerFound, Trace
from secondhand.export.json import dumps
from secondhand.record import analysis_of, analysis_record, article_of
from tests.export.literals import ANALYSIS, ARTICLE, BARE, NOTHING, TEXT

SCHEMA = json.loads((Path(__file__).parent / "analysis.schema.json").read_text("utf-8"))


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object with an offset and a text anywhere inside ``value``."""
    if isinstance(value, dict):
        if "start" in value and "text" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from spans(item)


@pytest.mark.parametrize(("article", "analysis"), [(ARTICLE, ANALYSIS), (BARE, NOTHING)])
def test_the_record_is_what_the_schema_says(article: Article, analysis: Analysis) -> None:
    checker = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    checker.validate(json.loads(dumps(analysis_record(article, analysis))))


def test_the_schema_refuses_a_wrong_record() -> None:
    found = json.loads(dumps(analysis_record(ARTICLE, ANALYSIS)))
    found["claims"][0]["kind"] = "gossip"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, SCHEMA)


def test_every_span_holds_the_words_at_its_offsets() -> None:
    found = json.loads(dumps(analysis_record(ARTICLE, ANALYSIS)))
    assert found["article"]["text"] == TEXT
    all_spans = list(spans(found))
    assert len(all_spans) == 27
    for span in all_spans:
        assert TEXT[span["start"] : span["end"]] == span["text"]


def test_the_record_holds_more_than_the_schema_asks() -> None:
    found = json.loads(dumps(analysis_record(ARTICLE, ANALYSIS)))
    assert found["article"]["credit"] == "Reuters"
    link = found["article"]["hyperlinks"][0]
    assert TEXT[link["start"] : link["end"]] == "Post"
    assert [span["text"] for span in found["claims"][0]["stance"]["commitment_evidence"]] == ["may"]


def test_the_record_reads_back() -> None:
    written = json.loads(dumps(analysis_record(ARTICLE, ANALYSIS)))
    assert article_of(written["article"]) == ARTICLE
    again = analysis_of(written)
    assert json.loads(dumps(analysis_record(ARTICLE, again))) == written
    assert again.claims[0].content == ANALYSIS.claims[0].content


def test_language_pages_and_relative_links_are_there_where_there_are_any() -> None:
    pages = replace(ARTICLE, language="en-GB", places=(Place(0, "page 1"), Place(40, "page 2")))
    pages = replace(pages, relative=((4, 9),))
    written = json.loads(dumps(analysis_record(pages, ANALYSIS)))
    jsonschema.validate(written, SCHEMA)
    assert article_of(written["article"]) == pages
    assert not {"language", "places", "relative"} & analysis_record(ARTICLE, ANALYSIS)["article"].keys()
    assert [pages.place_at(offset) for offset in (0, 39, 40)] == [
        pages.places[0],
        pages.places[0],
        pages.places[1],
    ]
    assert ARTICLE.place_at(0) is None


def test_confidence_is_rounded() -> None:
    assert json.loads(dumps(analysis_record(ARTICLE, ANALYSIS)))["claims"][0]["confidence"] == 0.9877


def test_only_an_analysis_that_explains_itself_tells_how_it_came_to_its_claims() -> None:
    trace = Trace((-0.123456, -1.0, -2.0), ("repair_sources",), "named later", "Bo Ek", 0.75)
    first, *rest = ANALYSIS.claims
    traced = replace(ANALYSIS, claims=(replace(first, trace=trace), *rest))
    assert analysis_record(ARTICLE, traced) == analysis_record(ARTICLE, ANALYSIS)
    found = json.loads(dumps(analysis_record(ARTICLE, traced, explain=True)))
    jsonschema.validate(found, SCHEMA)
    assert found["claims"][0]["trace"] == {
        "evidence": [-0.1235, -1.0, -2.0],
        "rules": ["repair_sources"],
        "speaker": "named later",
        "runner_up": "Bo Ek",
        "chance": 0.75,
    }
    assert all("trace" not in claim for claim in found["claims"][1:])
    assert analysis_of(found).claims[0].trace == replace(trace, evidence=(-0.1235, -1.0, -2.0))


def test_the_schema_knows_every_way_to_a_speaker() -> None:
    told = SCHEMA["properties"]["claims"]["items"]["properties"]["trace"]["properties"]["speaker"]["enum"]
    assert told == [*get_args(SpeakerFound), None]
