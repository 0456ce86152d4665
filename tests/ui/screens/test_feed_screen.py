from __future__ import annotations

from datetime import date

from textual.coordinate import Coordinate

from secondhand.article import Article, Paragraph
from secondhand.ingest import FeedEntry
from secondhand.ui.feed_app import FeedApp
from secondhand.ui.screens.feed_screen import FeedScreen
from secondhand.ui.screens.reader import ReaderScreen
from tests.ui.screens.conftest import OpenScreen

WHOLE = Article("It rained.", (Paragraph(0, 10),))
ENTRIES = (
    FeedEntry("Down \x1b[2J [/red]", "The Bugle", date(2025, 3, 2), (), None, None),
    FeedEntry("Rain", "The Bugle", date(2025, 3, 1), (), None, WHOLE),
)


async def test_an_entry_opens_in_the_reader_and_one_goes_back() -> None:
    app = FeedApp(ENTRIES, analyse=lambda article, nearest: iter(()))
    async with app.run_test() as pilot:
        await pilot.press("j", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert (app.screen.notebook.article.title, app.screen.trail) == ("Rain", ("The Bugle",))
        await pilot.press("backspace")
        await pilot.pause()
        assert isinstance(app.screen, FeedScreen)


async def test_what_cannot_be_had_is_told_and_titles_are_no_markup() -> None:
    app = FeedApp(ENTRIES)
    async with app.run_test() as pilot:
        assert isinstance(app.screen, FeedScreen)
        assert str(app.screen.table.get_cell_at(Coordinate(0, 0))) == "Down ␛[2J [/red]"
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, FeedScreen)
        assert any("leads nowhere" in told.message for told in app._notifications)


async def test_the_program_ends_with_the_list() -> None:
    app = FeedApp(ENTRIES)
    async with app.run_test() as pilot:
        await pilot.press("q")
        await pilot.pause()
    assert app.return_code == 0


async def test_a_day_of_which_only_a_change_is_told_is_marked() -> None:
    changed = FeedEntry("Rain", "The Bugle", None, (), None, WHOLE, changed=date(2025, 3, 1))
    app = FeedApp((changed, *ENTRIES))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, FeedScreen)
        days = [str(app.screen.table.get_cell_at(Coordinate(row, 2))).strip() for row in range(3)]
        assert days == ["2025-03-02", "~2025-03-01", "2025-03-01"]


async def test_it_is_filtered_and_sorted_as_the_library_is(open_screen: OpenScreen) -> None:
    screen = FeedScreen(ENTRIES)
    async with open_screen(screen) as play:
        assert "Feed · 2 articles · by date ▼" in play.app.text()
        await play.press("s", "S")
        assert "by title ▼" in play.app.text() and screen.entry == 0
        await play.press("/", *"rain", "enter")
        assert screen.entry == 1 and "1 of 2 articles" in play.app.text()
        await play.press("d", "u", "escape")
        assert screen.table.row_count == 2, "nothing here can be deleted"
