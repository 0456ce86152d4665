"""The gold lines: that each is sound, and that the shipped model reads each as it should."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import secondhand
from secondhand.analysis import analyze_many
from secondhand.claim import Analysis
from tests.gold.comparing import problems
from tests.gold.filling import PARTS, filled
from tests.gold.lines import Line, lines

LINES = lines()
SCHEMA = json.loads((Path(__file__).parent / "analysis.schema.json").read_text("utf-8"))["properties"]
STANCE = SCHEMA["claims"]["items"]["properties"]["stance"]["properties"]

a_line = pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)


def allowed(properties: dict[str, Any], field: str) -> list[str]:
    values: list[str] = properties[field]["enum"]
    return values


def expected(line: Line) -> Any:
    """Return ``line`` as a parameter; one that is marked has to fail."""
    reason = line.data.get("xfail")
    marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)] if reason else []
    return pytest.param(line, id=line.name, marks=marks)


@pytest.fixture(scope="module")
def analyses() -> dict[str, Analysis]:
    """The analysis of every line, by its name: the model reads them in one go."""
    found = analyze_many(line.article() for line in LINES)
    return {line.name: analysis for line, analysis in zip(LINES, found, strict=True)}


@pytest.mark.model
@pytest.mark.skipif(not secondhand.model_path().exists(), reason="the weights are not in this checkout")
@pytest.mark.parametrize("line", [expected(line) for line in LINES])
def test_the_model_reads_it_so(line: Line, analyses: dict[str, Analysis]) -> None:
    assert problems(line.data, analyses[line.name]) == [], line.data["about"]


def test_there_are_enough_of_them() -> None:
    assert len(LINES) >= 70


def test_each_is_called_by_its_own_name() -> None:
    assert [line.data["id"] for line in LINES] == [line.name for line in LINES]


@a_line
def test_it_says_what_it_pins_and_where_it_was_published(line: Line) -> None:
    data = line.data
    assert data["about"].endswith(".")
    assert data["publisher"]
    assert date.fromisoformat(data["date"])
    assert data["title"] is None or data["text"].startswith(data["title"])
    assert data.get("xfail", "a reason")


@a_line
def test_its_offsets_give_its_words(line: Line) -> None:
    for claim in line.data["claims"]:
        for part in PARTS:
            words = [line.data["text"][start:end] for start, end in claim["offsets"][part]]
            assert words == claim[part]
        assert claim["content"]


@a_line
def test_its_values_are_those_of_the_contract(line: Line) -> None:
    speaker = SCHEMA["speakers"]["items"]["properties"]
    claim_values = SCHEMA["claims"]["items"]["properties"]
    attitude = STANCE["attitudes"]["items"]["properties"]
    for claim in line.data["claims"]:
        assert claim["kind"] in allowed(claim_values, "kind")
        assert claim["commitment"] in allowed(STANCE, "commitment")
        assert claim["framing"] in allowed(STANCE, "framing")
        assert claim["speaker"]["type"] in allowed(speaker, "type")
        assert all(a["polarity"] in allowed(attitude, "polarity") for a in claim["attitudes"])


@a_line
def test_its_chains_lead_from_the_publisher_to_the_speaker(line: Line) -> None:
    known = {claim["id"]: claim for claim in line.data["claims"]}
    assert len(known) == len(line.data["claims"])
    for claim in known.values():
        parent = known.get(claim["parent"])
        start = parent["chain"] if parent else [line.data["publisher"]]
        assert claim["chain"][: len(start)] == start
        assert claim["chain"][-1] == claim["speaker"]["name"]
        assert bool(parent) == bool(claim["parent"])


@a_line
def test_nothing_is_left_to_fill_in(line: Line) -> None:
    assert json.dumps(filled(line).data) == json.dumps(line.data)
