"""The tour: what it says, how it goes, and how it is found again."""

from __future__ import annotations

import pytest

from secondhand.ui.app import ReaderApp
from secondhand.ui.screens.dialogs.help import HelpScreen
from secondhand.ui.screens.dialogs.tour import STOPS, TourScreen
from secondhand.ui.screens.reader import ReaderScreen
from tests.claims import seed_analysis, seed_article, whole
from tests.ui.screens.conftest import OpenScreen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_names_the_few_keys_to_begin_with(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    async with open_screen(TourScreen(), size) as play:
        text = play.app.text()
        assert "j  k" in text and "h  m  t" in text and "?  q" in text
        for _, meaning in STOPS:
            assert meaning[:40] in text


@pytest.mark.parametrize("key", ["j", "down"])
async def test_where_it_is_longer_than_the_screen_it_scrolls_to_its_end(
    open_screen: OpenScreen, key: str
) -> None:
    async with open_screen(TourScreen(), (40, 12)) as play:
        assert "↑↓ scroll" in play.app.text() and "everything you read" not in play.app.text()
        await play.press(*[key] * 30)
        assert "quit" in play.app.text() and "the next paragraph" not in play.app.text()
        await play.press("k")
        await play.press("space")
        assert play.app.result is None


async def test_where_all_of_it_is_in_view_no_key_scrolls(open_screen: OpenScreen) -> None:
    async with open_screen(TourScreen(), (120, 40)) as play:
        assert "scroll" not in play.app.text()


@pytest.mark.parametrize("key", ["escape", "enter", "space", "q", "question_mark"])
async def test_any_of_these_keys_ends_it(open_screen: OpenScreen, key: str) -> None:
    async with open_screen(TourScreen()) as play:
        await play.press(key)
        assert play.app.result is None


def touring(**known: bool) -> ReaderApp:
    return ReaderApp(seed_article(), analyse=whole(seed_analysis()), **known)  # type: ignore[arg-type]


async def test_the_reader_begins_with_it_only_where_it_is_asked_for() -> None:
    for asked in (True, False):
        app = touring(tour=asked)
        async with app.run_test() as pilot:
            await pilot.pause()
            assert isinstance(app.screen, TourScreen) is asked
            if asked:
                await pilot.press("enter")
            await pilot.pause()
            assert isinstance(app.screen, ReaderScreen) and app.is_running


async def test_it_is_found_again_in_the_help_and_in_the_palette() -> None:
    app = touring()
    async with app.run_test() as pilot:
        await pilot.press("question_mark", "t")
        await pilot.pause()
        assert isinstance(app.screen, TourScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert "Tour" in [command.title for command in app.get_system_commands(app.screen)]


async def test_a_remapped_key_is_shown_as_it_is() -> None:
    app = touring()
    async with app.run_test(size=(120, 40)) as pilot:
        app.set_keymap({"mark.highlight": "x"})
        app.action_tour()
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        assert any("x  m  t" in "".join(s.text for s in strip) for strip in strips)
