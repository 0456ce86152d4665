"""Keys that ask for a claim before anybody knows whether there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest

from secondhand.analysis import Progress
from secondhand.article import Article
from tests.claims import seed_analysis
from tests.ui.conftest import Open


@pytest.mark.parametrize("key", ["h", "m", "c", "o", "enter"])
async def test_what_is_not_read_yet_is_not_said_to_hold_no_claim(open_reader: Open, key: str) -> None:
    going = Event()

    def analyse(article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
        going.wait(5)
        yield Progress(1, 1, seed_analysis(), frozenset(range(len(article.paragraphs))))

    async with open_reader(analyse=analyse, wait=False) as reader:
        await reader.press(key)
        said = reader.said[-1:]
        going.set()
        assert said == ["Not read yet: in a moment."]
