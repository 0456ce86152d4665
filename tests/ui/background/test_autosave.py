from __future__ import annotations

from pathlib import Path

import pytest

from secondhand.errors import LibraryError
from secondhand.library import Library
from secondhand.notes.edit import Edit
from secondhand.notes.highlighting import make_highlight
from secondhand.ui.background.autosave import Keeper, Place
from tests.claims import seed_analysis, seed_article

ARTICLE = seed_article()


def edit(words: str) -> Edit:
    start = ARTICLE.text.index(words)
    return Edit(None, make_highlight(ARTICLE.text, [(start, start + len(words))], "yellow", None, None))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library.db")


def test_what_is_kept_is_there_again(library: Library) -> None:
    with library:
        keeper, book = Keeper.enter(ARTICLE, library)
        assert book.highlights == () and keeper.position() == 0
        made = edit("wishful thinking")
        keeper.write(made)
        library.keep(keeper.entry, seed_analysis())
        keeper.reach(700)
        again, book = Keeper.enter(ARTICLE, library)
        assert again.entry == keeper.entry
        assert book.highlights == (made.after,) and book.found == seed_analysis()
        assert again.position() == 700


def test_what_is_new_is_taken_up_as_soon_as_there_is_something_to_keep(library: Library) -> None:
    with library:
        keeper, book = Keeper.enter(ARTICLE, library)
        assert (library.rows(), book.article, keeper.position()) == ((), ARTICLE, 0)
        assert keeper.place == Place(library.path, 1)
        keeper.take_up()
        assert [row.entry for row in library.rows()] == [1]
        Keeper.enter(ARTICLE, library)[0].reach(5)
        assert [row.entry for row in library.rows()] == [1], "it is not new any more"


def test_where_it_cannot_be_taken_up_nothing_is_kept(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(Library, "enter", full)
    with library:
        keeper, _ = Keeper.enter(ARTICLE, library)
        with pytest.raises(LibraryError):
            keeper.take_up()
        keeper.write(edit("wishful"))
        assert (keeper.waiting, keeper.place) == ((), None)


def test_without_a_library_nothing_is_kept_and_nothing_waits() -> None:
    keeper, book = Keeper.enter(ARTICLE, None)
    keeper.write(edit("wishful thinking"))
    keeper.reach(7)
    assert (keeper.waiting, keeper.position(), keeper.place) == ((), 0, None)
    assert book.article == ARTICLE


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


def test_very_many_claims_are_left_to_the_analysis(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    found = seed_analysis()
    with library:
        keeper, _ = Keeper.enter(ARTICLE, library)
        keeper.take_up()
        library.keep(keeper.entry, found)
        monkeypatch.setattr("secondhand.ui.background.autosave.AT_ONCE", len(found.claims) - 1)
        assert Keeper.enter(ARTICLE, library)[1].found is None
        monkeypatch.setattr("secondhand.ui.background.autosave.AT_ONCE", len(found.claims))
        assert Keeper.enter(ARTICLE, library)[1].found == found
        assert keeper.place == Place(library.path, keeper.entry)
