"""Keys that ask for claims before anybody knows whether there are any, or all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest

from secondhand.analysis import Progress
from secondhand.article import Article
from tests.claims import seed_analysis
from tests.ui.conftest import LATE, Open


@pytest.mark.parametrize("key", ["h", "m", "c", "o", "enter"])
async def test_what_is_not_read_yet_is_not_said_to_hold_no_claim(open_reader: Open, key: str) -> None:
    going = Event()

    def analyse(article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
        going.wait(LATE)
        yield Progress(1, 1, seed_analysis(), frozenset(range(len(article.paragraphs))))

    async with open_reader(analyse=analyse, wait=False) as reader:
        await reader.press(key)
        said = reader.said[-1:]
        going.set()
        assert said == ["Not read yet: in a moment."]


async def test_an_export_says_where_more_claims_may_come(open_reader: Open) -> None:
    going = Event()

    def analyse(article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
        yield Progress(1, 2, seed_analysis(), frozenset({0}))
        going.wait(LATE)
        yield Progress(2, 2, seed_analysis(), frozenset(range(len(article.paragraphs))))

    async with open_reader(analyse=analyse, wait=False) as reader:
        await reader.until(lambda: reader.session.index.claims)
        await reader.press("e")
        half = reader.text()
        going.set()
        await reader.press("escape")
        await reader.analysed()
        await reader.press("e")
        assert "Export · so far: the article is still being read" in half
        assert "Export" in reader.text() and "still being read" not in reader.text()
