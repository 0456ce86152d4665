from __future__ import annotations

from pathlib import Path

import pytest

from secondhand.errors import LibraryError
from secondhand.library import Library
from secondhand.notes.edit import Edit
from secondhand.resuming import Kept
from secondhand.ui.keeping import Keeper
from secondhand.ui.own import marked
from tests.claims import seed_analysis, seed_article

ARTICLE = seed_article()


def edit(words: str) -> Edit:
    start = ARTICLE.text.index(words)
    return Edit(None, marked(ARTICLE.text, [(start, start + len(words))], "yellow", None, None))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library.db")


def test_what_is_kept_is_there_again(library: Library) -> None:
    with library:
        keeper, book = Keeper.enter(ARTICLE, library)
        assert book.highlights == () and keeper.position() == 0
        made = edit("wishful thinking")
        keeper.write(made)
        keeper.keep(seed_analysis())
        keeper.reach(700)
        again, book = Keeper.enter(ARTICLE, library)
        assert again.entry == keeper.entry
        assert book.highlights == (made.after,) and book.found == seed_analysis()
        assert again.position() == 700


def test_without_a_library_nothing_is_kept_and_nothing_waits() -> None:
    keeper, book = Keeper.enter(ARTICLE, None)
    keeper.write(edit("wishful thinking"))
    keeper.keep(seed_analysis())
    keeper.reach(7)
    assert (keeper.waiting, keeper.position(), book.article) == ((), 0, ARTICLE)


def test_what_cannot_be_kept_waits_and_is_tried_again_in_order(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise LibraryError("The disk is full.")

    with library:
        keeper, _ = Keeper.enter(ARTICLE, library)
        first, second, third = edit("wishful"), edit("thinking"), edit("idea")
        with monkeypatch.context() as patch:
            patch.setattr(Library, "write", full)
            for made in (first, second):
                with pytest.raises(LibraryError):
                    keeper.write(made)
        assert keeper.waiting == (first, second)
        keeper.write(third)
        assert keeper.waiting == ()
        assert set(library.notebook(keeper.entry).highlights) == {first.after, second.after, third.after}


def test_a_place_is_kept_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[int] = []
    monkeypatch.setattr(Library, "reach", lambda self, entry, offset: reached.append(offset))
    with library:
        keeper, _ = Keeper.enter(ARTICLE, library)
        for offset in (5, 5, 9, 5):
            keeper.reach(offset)
    assert reached == [5, 9, 5]


def test_stretches_wait_for_the_whole_analysis(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise LibraryError("The disk is full.")

    with library:
        keeper, _ = Keeper.enter(ARTICLE, library)
        keeper.keep_stretch("c", Kept(0, "first"))
        with monkeypatch.context() as patch:
            patch.setattr(Library, "keep_stretch", broken)
            patch.setattr(Library, "stretches", broken)
            keeper.keep_stretch("c", Kept(9, "is read again"))
            assert keeper.stretches("c") == ()
        again, _ = Keeper.enter(ARTICLE, library)
        assert again.stretches("c") == ("first",)
        keeper.keep(seed_analysis())
        keeper.keep_stretch("c", Kept(9, "late"))
        assert again.stretches("c") == ()


def test_without_a_library_there_are_no_stretches() -> None:
    keeper, _ = Keeper.enter(ARTICLE, None)
    keeper.keep_stretch("c", Kept(0, "first"))
    assert keeper.stretches("c") == ()
