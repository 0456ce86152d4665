import json
from pathlib import Path
from typing import Any

import jsonschema

from secondhand.export.notebooks import render
from secondhand.notes.notebook import Notebook
from tests.export.literals import BARE
from tests.export.notebooks import NOTEBOOK, WORLD

SCHEMAS = [
    json.loads((Path(__file__).parents[2] / f"{name}.schema.json").read_text("utf-8"))
    for name in ("analysis", "notebook")
]


def valid(record: Any) -> Any:
    for schema in SCHEMAS:
        jsonschema.validate(record, schema)
    return record


def test_one_article_is_an_object_of_the_schemas() -> None:
    record = valid(json.loads(render("json", [NOTEBOOK])))
    assert [mark["note"][:4] for mark in record["highlights"]] == ["=1+1", ""]
    assert record["orphans"][0]["tags"] == ["money"]
    assert record["corrections"][0]["verdict"] == "changed"


def test_claims_are_as_the_reader_has_them_and_as_they_were_found() -> None:
    record = json.loads(render("json", [NOTEBOOK]))
    commitments = [[c["stance"]["commitment"] for c in part["claims"]] for part in (record, record["found"])]
    assert commitments == [
        ["possible", "denied", "probable", "certain"],
        ["possible", "certain", "probable", "certain"],
    ]
    assert "found" not in json.loads(render("json", [WORLD]))


def test_several_are_a_list_or_one_a_line() -> None:
    listed = json.loads(render("json", [NOTEBOOK, WORLD]))
    lines = [json.loads(line) for line in render("jsonl", [NOTEBOOK, WORLD]).splitlines()]
    assert list(map(valid, listed)) == lines


def test_an_article_that_was_never_analysed_fits_the_schema_too() -> None:
    assert valid(json.loads(render("json", [Notebook(BARE)])))["analysed"] is False
