"""A reader that was quit before all of an article was read goes on where the analysis stood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep

import pytest

from secondhand.analysis import Progress
from secondhand.article import Article
from secondhand.library import Library
from secondhand.resuming import Kept
from secondhand.ui import analyst
from secondhand.ui.app import ReaderApp
from tests.claims import seed_analysis, seed_article
from tests.ui.conftest import Reader

HALF = Progress(4, 10, seed_analysis(), frozenset(range(4)))


async def test_what_was_read_before_is_given_to_the_analysis(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[str, ...]] = []

    def halfway(
        article: Article,
        nearest: Callable[[], int],
        left: Callable[[], bool],
        before: tuple[str, ...],
        keep: Callable[[Kept], object],
    ) -> Iterator[Progress]:
        given.append(before)
        keep(Kept(0, "first"))
        keep(Kept(900, "second"))
        yield HALF
        while not left():
            sleep(0.01)

    monkeypatch.setattr(analyst, "analysed", halfway)
    for _ in range(2):
        with Library.open(tmp_path / "library.db") as library:
            app = ReaderApp(seed_article(), library=library)
            async with app.run_test() as pilot:
                reader = Reader(pilot)
                await reader.until(lambda there=reader: there.session.done)
                assert reader.session.read == HALF.paragraphs
    assert given == [(), ("first", "second")]
