"""That marks come and go as the model reads a line wrong or right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from secondhand.article import Article
from secondhand.claim import Analysis, ModelInfo
from tests.gold import marking
from tests.gold.filling import filled
from tests.gold.lines import Line

RAIN = {"content": ["It rains"], "speaker": {"name": "Ann Lee", "type": "person"}}


def nothing(articles: Iterable[Article]) -> Iterator[Analysis]:
    """Stand for a model that finds no claims."""
    return (Analysis((), (), ModelInfo("none", "0")) for _ in articles)


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "analyze_many", nothing)


def line(number: int, *claims: dict[str, Any], **more: str) -> Line:
    data = {"publisher": "Reuters", "date": "2025-03-04", "text": "It rains.", "claims": list(claims)}
    return filled(Line("some", number, {**data, **more}))


def test_a_line_read_wrong_is_marked_with_what_is_wrong() -> None:
    (one,) = marking.marked([line(1, RAIN)])
    assert one.data["xfail"] == "c1 not found"


def test_a_line_read_right_loses_its_mark() -> None:
    (one,) = marking.marked([line(1, xfail="c1 not found")])
    assert "xfail" not in one.data


def test_nothing_else_changes() -> None:
    every = [line(1, RAIN, xfail="c1 not found"), line(2)]
    assert marking.marked(every) == every
