"""From the library to the reader and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from secondhand.errors import LibraryError
from secondhand.library import Library
from secondhand.ui.app import ReaderApp
from secondhand.ui.screens.library_screen import LibraryScreen
from secondhand.ui.screens.reader import ReaderScreen
from tests.claims import article_of, seed_analysis, seed_article, whole
from tests.ui.conftest import until

BRIDGE = article_of("The bridge is closed, officials said.", title="The bridge", publisher="Daily")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        library.enter(seed_article())
        library.enter(BRIDGE)
        yield library


def browsing(library: Library | None) -> ReaderApp:
    return ReaderApp(analyse=whole(seed_analysis()), library=library)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def article(app: ReaderApp) -> str:
    """Return the first words of the article being read."""
    assert isinstance(app.screen, ReaderScreen)
    return app.screen.notebook.article.text[:12]


async def test_without_an_article_it_begins_with_the_library(library: Library) -> None:
    app = browsing(library)
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, LibraryScreen)
        await press(pilot, "/", *"bridge", "enter", "enter")
        assert article(app) == "The bridge i"
        await press(pilot, "L")
        assert isinstance(app.screen, LibraryScreen)
        await press(pilot, "escape")
        assert article(app) == "The bridge i"


async def test_a_word_of_the_text_opens_the_article_where_it_stands(library: Library) -> None:
    app = browsing(library)
    words = seed_article().text
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "/", *"deploying", "enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.search is not None)
        reader = app.screen
        assert isinstance(reader, ReaderScreen) and reader.search and reader.search.hit
        assert words[slice(*reader.search.hit)] == "deploying"
        assert reader.session.paragraph == reader.article.paragraph_at(words.index("deploying"))
        await press(pilot, "g", "L", "/", *"sympathy", "enter", "enter")
        await until(pilot, lambda: bool(reader.search and reader.search.pattern == "sympathy"))
        assert app.screen is reader and words[slice(*(reader.search.hit or ()))] == "sympathy"
        await press(pilot, "escape")
        assert reader.search is None


async def test_leaving_the_library_at_the_start_quits(library: Library) -> None:
    app = browsing(library)
    async with app.run_test() as pilot:
        await press(pilot, "q")
        assert not app.is_running


async def test_escape_there_does_not_quit_unasked_but_tells_what_does(library: Library) -> None:
    app = browsing(library)
    async with app.run_test() as pilot:
        await press(pilot, "/", *"bridge", "escape")
        assert not app._notifications
        await press(pilot, "escape")
        assert app.is_running
        assert [told.message for told in app._notifications] == ["q quits."]


async def test_what_q_does_in_the_library_is_told_truly(library: Library) -> None:
    app = browsing(library)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.screen.active_bindings["q"].binding.description == "Quit"
        await press(pilot, "enter", "L")
        assert app.screen.active_bindings["q"].binding.description == "Back"
        await press(pilot, "q")
        assert isinstance(app.screen, ReaderScreen)


async def test_another_article_takes_the_place_of_the_one_being_read(library: Library) -> None:
    app = ReaderApp(BRIDGE, analyse=whole(seed_analysis()), library=library)
    async with app.run_test() as pilot:
        await press(pilot, "L", "/", *"macron", "enter", "enter")
        assert article(app) == " date 2025-0"
        assert [type(screen) for screen in app.screen_stack] == [ReaderScreen]
        await press(pilot, "L", "/", *"bridge", "enter", "enter")
        assert article(app) == "The bridge i"


async def test_the_article_being_read_stays_as_it_is(library: Library) -> None:
    app = ReaderApp(seed_article(), analyse=whole(seed_analysis()), library=library)
    async with app.run_test() as pilot:
        await press(pilot, "j", "j")
        before = app.screen
        await press(pilot, "L", "/", *"macron", "enter", "enter")
        assert app.screen is before


async def test_what_cannot_be_opened_is_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(entry: int) -> None:
        raise LibraryError("The library is gone.")

    app = browsing(library)
    async with app.run_test() as pilot:
        monkeypatch.setattr(library, "notebook", fail)
        await press(pilot, "enter")
        assert isinstance(app.screen, LibraryScreen)
        assert [told.message for told in app._notifications] == ["The library is gone."]


async def test_without_a_library_there_is_none_to_show() -> None:
    app = ReaderApp(BRIDGE, analyse=whole(seed_analysis()))
    async with app.run_test() as pilot:
        await press(pilot, "L")
        assert isinstance(app.screen, ReaderScreen)
        assert [told.message for told in app._notifications] == ["There is no library: nothing is kept."]
