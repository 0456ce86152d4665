"""A reader that was quit before all of an article was read goes on where the analysis stood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from secondhand.analysis import Progress
from secondhand.article import Article
from secondhand.errors import LibraryError
from secondhand.library import Library
from secondhand.ui.app import ReaderApp
from secondhand.ui.background.analysis_process import AnalysisProcess
from secondhand.ui.background.autosave import Place
from tests.claims import seed_analysis, seed_article
from tests.ui.conftest import Reader

WHOLE = Progress(7, 7, seed_analysis(), frozenset(range(7)))


async def test_the_analysis_is_told_where_it_is_kept_and_tells_what_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Place | None] = []

    def analysed(
        process: AnalysisProcess,
        article: Article,
        nearest: Callable[[], int],
        left: Callable[[], bool],
        place: Place | None,
        warn: Callable[[LibraryError], object],
    ) -> Iterator[Progress]:
        given.append(place)
        yield WHOLE
        process.end()
        warn(LibraryError("The disk is full."))

    monkeypatch.setattr(AnalysisProcess, "analyse", analysed)
    with Library.open(tmp_path / "library.db") as library:
        app = ReaderApp(seed_article(), library=library)
        async with app.run_test() as pilot:
            reader = Reader(pilot)
            await reader.analysed()
            assert reader.said[-1] == "The disk is full."
            assert reader.session.state == "done"
        assert given == [Place(library.path, 1)]
