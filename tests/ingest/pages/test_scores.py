"""Pages of many makes are read whole, and nothing but the article: no change is to cost another page."""

from __future__ import annotations

import pytest

from secondhand.errors import FormatError
from secondhand.ingest import read
from tests.ingest.pages.scoring import FOLDER, PARTS, Scored, find_pages, mean, score_page

LEAST = {"tuned": 98.0, "heldout": 95.0}
"""the mean F1 over paragraphs that each part must reach, in percent"""
FACTS = {"title": 95.0, "authors": 93.0, "date": 97.0, "publisher": 92.0}
"""the share of pages with each of them right"""


@pytest.fixture(scope="module", params=PARTS)
def part(request: pytest.FixtureRequest) -> tuple[str, list[Scored]]:
    name: str = request.param
    return name, [score_page(page) for page in find_pages(FOLDER / name)]


def test_the_paragraphs_of_the_article_are_read_and_no_others(part: tuple[str, list[Scored]]) -> None:
    name, scores = part
    assert mean([score.f1 for score in scores]) >= LEAST[name]


def test_no_page_loses_three_paragraphs_in_ten(part: tuple[str, list[Scored]]) -> None:
    assert [score.name for score in part[1] if score.recall < 0.7] == []


def test_no_headline_is_repeated(part: tuple[str, list[Scored]]) -> None:
    assert [score.name for score in part[1] if score.headline_repeated] == []


@pytest.mark.parametrize("fact", FACTS)
def test_what_pages_say_of_themselves_is_read(fact: str, part: tuple[str, list[Scored]]) -> None:
    told = [float(score.facts[fact]) for score in part[1] if score.facts]
    assert mean(told) >= FACTS[fact]


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("tuned/front.html", "is a front page that tells of other articles: open"),
        ("tuned/redirect.html", "only leads on to another page: open"),
        ("heldout/refresh.html", "only leads on to another page: open"),
    ],
)
def test_what_is_no_article_is_told(page: str, why: str) -> None:
    with pytest.raises(FormatError, match=why):
        read(str(FOLDER / page))
