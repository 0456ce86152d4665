from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

import pytest

from secondhand.article import Article
from secondhand.claim import Analysis, Span
from secondhand.conversion import from_json, from_plain, to_json, to_plain
from tests.export.literals import ANALYSIS, ARTICLE


def test_dataclasses_become_plain_and_come_back() -> None:
    assert to_plain(ANALYSIS) == asdict(ANALYSIS)
    assert to_plain(ARTICLE)["date"] == "2025-02-27"
    assert from_plain(to_plain(ANALYSIS), Analysis) == ANALYSIS
    assert from_plain(json.loads(json.dumps(to_plain(ARTICLE))), Article) == ARTICLE


def test_json_comes_back_whatever_is_in_it() -> None:
    assert from_json(to_json(ANALYSIS), Analysis) == ANALYSIS
    assert json.loads(to_json({"found": ANALYSIS, "met": None}))["found"] == json.loads(to_json(ANALYSIS))
    half = Span(0, 1, "half \ud800")
    assert from_json(to_json(half), Span) == half
    assert from_json(json.dumps(asdict(half)), Span) == half


def test_what_is_left_out_is_as_it_would_be_and_what_is_too_much_is_left_out() -> None:
    article = from_plain({"text": "x", "paragraphs": [], "unheard": "of"}, Article)
    assert article == Article("x", ())


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"text": 5, "paragraphs": []}, "Expected `str`, got `int` - at `$.text`"),
        ({"text": "x"}, "missing required field `paragraphs`"),
        ({"text": "x", "paragraphs": [{"start": "0", "end": 1}]}, r"at `$.paragraphs[0].start`"),
        ({"text": "x", "paragraphs": [{"start": True, "end": 1}]}, r"at `$.paragraphs[0].start`"),
        ({"text": "x", "paragraphs": [], "date": "27 February"}, "at `$.date`"),
        (5, "Expected `object`, got `int`"),
    ],
)
def test_what_is_of_another_type_is_told_in_one_line(wrong: Any, told: str) -> None:
    for read, given in ((from_plain, wrong), (from_json, json.dumps(wrong))):
        with pytest.raises(ValueError) as error:
            read(given, Article)
        assert told in str(error.value)
        assert "\n" not in str(error.value)


def test_what_is_no_json_is_told() -> None:
    with pytest.raises(ValueError):
        from_json("{", Span)


def test_an_analysis_with_a_value_that_is_none_of_those_known_is_told() -> None:
    stance = replace(ANALYSIS.claims[0].stance, framing="hostile")  # type: ignore[arg-type]
    wrong = replace(ANALYSIS, claims=(replace(ANALYSIS.claims[0], stance=stance),))
    with pytest.raises(ValueError, match=r"hostile.*stance.framing"):
        from_plain(to_plain(wrong), Analysis)
