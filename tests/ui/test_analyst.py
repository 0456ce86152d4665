from __future__ import annotations

from itertools import count
from multiprocessing import Pipe

import pytest

from secondhand.article import Article
from secondhand.errors import SecondhandError
from secondhand.resuming import Kept
from secondhand.ui.analyst import _analyse, _told, analysed
from tests.ui.conftest import seed_article


def test_a_process_of_its_own_says_what_it_finds_whether_it_is_asked_for_or_not() -> None:
    ours, theirs = Pipe()
    theirs.send("where")
    theirs.send("first")
    theirs.send("done")
    assert list(_told(ours, lambda: 7, lambda: False)) == ["first"]
    assert theirs.recv() == 7


def test_stretches_are_kept_as_they_come() -> None:
    ours, theirs = Pipe()
    kept: list[Kept] = []
    for told in (Kept(0, "a"), "first", Kept(9, "b"), "done"):
        theirs.send(told)
    assert list(_told(ours, lambda: 0, lambda: False, kept.append)) == ["first"]
    assert kept == [Kept(0, "a"), Kept(9, "b")]


def test_nobody_waits_for_what_is_not_asked_for_any_more() -> None:
    ours, _theirs = Pipe()
    looks = count()
    assert list(_told(ours, lambda: 0, lambda: next(looks) == 1)) == []


def test_what_goes_wrong_there_is_told_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(article: Article, *_: object) -> None:
        raise ValueError("no weights")

    monkeypatch.setattr("secondhand.analysis.analyze_near", broken)
    monkeypatch.setattr("os.nice", lambda _: 0)
    ours, theirs = Pipe()
    _analyse(theirs, seed_article())
    with pytest.raises(SecondhandError, match="ValueError: no weights"):
        list(_told(ours, lambda: 0, lambda: False))


@pytest.mark.model
def test_the_shipped_model_finds_the_same_behind_the_reader() -> None:
    from secondhand.analysis import analyze

    article = seed_article()
    *_, last = analysed(article, lambda: 0, lambda: False)
    assert last.analysis == analyze(article)
    assert last.paragraphs == frozenset(range(len(article.paragraphs)))
