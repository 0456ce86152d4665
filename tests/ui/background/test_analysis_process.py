from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from multiprocessing import Pipe
from pathlib import Path

import pytest

from secondhand.analysis import Progress, model
from secondhand.article import Article
from secondhand.errors import LibraryError, SecondhandError
from secondhand.library import Library
from secondhand.resuming import KeptStretch
from secondhand.ui.background.analysis_process import AnalysisProcess, _analyse, _follow
from secondhand.ui.background.autosave import Place
from tests.claims import seed_analysis, seed_article

ARTICLE, FOUND = seed_article(), replace(seed_analysis(), model=model())
EVERY = len(ARTICLE.paragraphs)
HALF = Progress(1, EVERY, FOUND, frozenset({0}))
WHOLE = Progress(EVERY, EVERY, FOUND, frozenset(range(EVERY)))


def full(*_: object) -> None:
    raise LibraryError("The disk is full.")


def test_a_process_of_its_own_says_what_it_finds_whether_it_is_asked_for_or_not() -> None:
    ours, theirs = Pipe()
    theirs.send("where")
    theirs.send("first")
    theirs.send("done")
    assert list(_follow(ours, lambda: 7, lambda: False)) == ["first"]
    assert theirs.recv() == 7


def test_what_the_library_does_not_take_is_told_on_the_way() -> None:
    ours, theirs = Pipe()
    full, told = LibraryError("The disk is full."), list[LibraryError]()
    for one in ("first", full, "done"):
        theirs.send(one)
    assert list(_follow(ours, lambda: 0, lambda: False, told.append)) == ["first"]
    assert [str(error) for error in told] == [str(full)]


def behind(place: Place | None = None) -> tuple[list[Progress], list[LibraryError]]:
    """Analyse the seed as the process does; return what it tells."""
    ours, theirs = Pipe()
    warned: list[LibraryError] = []
    _analyse(theirs, ARTICLE, place)
    return list(_follow(ours, lambda: 0, lambda: False, warned.append)), warned


def test_what_is_found_is_kept_and_the_next_time_known_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[str, ...]] = []

    def stretched(
        article: Article, nearest: object, before: tuple[str, ...], keep: Callable[[KeptStretch], None]
    ) -> Iterator[Progress]:
        given.append(before)
        keep(KeptStretch(0, "first"))
        yield HALF
        if before:
            yield WHOLE

    monkeypatch.setattr("secondhand.analysis.analyze_near", stretched)
    monkeypatch.setattr("os.nice", lambda _: 0)
    with Library.open(tmp_path / "library.db") as library:
        place = Place(library.path, library.enter(ARTICLE))
        monkeypatch.setattr(Library, "keep", full)
        said, warned = behind(place)
        assert said == [HALF] and [str(error) for error in warned] == ["The disk is full."]
        monkeypatch.undo()
        monkeypatch.setattr("secondhand.analysis.analyze_near", stretched)
        monkeypatch.setattr("os.nice", lambda _: 0)
        assert behind(place) == ([HALF, WHOLE], [])
        assert library.notebook(place.entry).found == FOUND
        assert behind(place) == ([WHOLE], [])
    assert given == [(), ("first",)], "and then nothing is analysed"


def test_nobody_waits_for_what_is_not_asked_for_any_more() -> None:
    ours, _theirs = Pipe()
    looks = count()
    assert list(_follow(ours, lambda: 0, lambda: next(looks) == 1)) == []


def test_what_goes_wrong_there_is_told_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(article: Article, *_: object) -> None:
        raise ValueError("no weights")

    monkeypatch.setattr("secondhand.analysis.analyze_near", broken)
    monkeypatch.setattr("os.nice", lambda _: 0)
    ours, theirs = Pipe()
    _analyse(theirs, ARTICLE)
    with pytest.raises(SecondhandError, match="ValueError: no weights"):
        list(_follow(ours, lambda: 0, lambda: False))


@pytest.mark.model
def test_the_shipped_model_finds_the_same_behind_the_reader() -> None:
    from secondhand.analysis import analyze

    *_, last = AnalysisProcess().analyse(ARTICLE, lambda: 0, lambda: False)
    assert last.analysis == analyze(ARTICLE)
    assert last.paragraphs == frozenset(range(len(ARTICLE.paragraphs)))


def test_one_that_is_ended_before_it_has_an_article_is_gone_and_says_so() -> None:
    process = AnalysisProcess()
    process.end()
    process.end()
    with pytest.raises(SecondhandError, match="open the article again"):
        list(process.analyse(ARTICLE, lambda: 0, lambda: False))
