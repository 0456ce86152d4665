"""A library of one's own for each test, and a model that finds the same in every article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from secondhand import analysis, cli
from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.library import Library
from tests.export.literals import ANALYSIS, ARTICLE, NOTHING

Run = Callable[..., int]


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of the library, which no test shares with another or with the user."""
    file = tmp_path / "library.db"
    monkeypatch.setenv("SECONDHAND_LIBRARY", str(file))
    return file


@pytest.fixture(autouse=True)
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[Article]:
    """Replace the model; return the articles it was given."""
    given: list[Article] = []

    def analyze_many(articles: Iterable[Article]) -> Iterator[Analysis]:
        for article in articles:
            given.append(article)
            yield ANALYSIS if article.text == ARTICLE.text else NOTHING

    monkeypatch.setattr(analysis, "analyze_many", analyze_many)
    monkeypatch.setattr(analysis, "model", lambda: ANALYSIS.model)
    return given


@pytest.fixture
def run() -> Run:
    """Return what runs the program with arguments and returns its exit code."""

    def run(*arguments: str) -> int:
        with pytest.raises(SystemExit) as end:
            cli.main(arguments)
        return int(end.value.code or 0)

    return run


@pytest.fixture
def filled(library: Path) -> Path:
    """Return the file of a library with two articles that were marked: 1 is hostile, 2 in other scripts."""
    from tests.export.notebooks import NOTEBOOK, WORLD

    with Library.open(library) as kept:
        for notebook in (NOTEBOOK, WORLD):
            kept.merge(notebook)
    return library
