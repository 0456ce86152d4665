from __future__ import annotations

from datetime import date

from textual.widgets import OptionList

from secondhand.article import Article, Paragraph
from secondhand.ingest import Entry
from secondhand.ui.feed import FeedApp
from secondhand.ui.screens.feed import FeedScreen
from secondhand.ui.screens.reader import ReaderScreen

WHOLE = Article("It rained.", (Paragraph(0, 10),))
ENTRIES = (
    Entry("Down \x1b[2J [/red]", "The Bugle", date(2025, 3, 2), (), None, None),
    Entry("Rain", "The Bugle", date(2025, 3, 1), (), None, WHOLE),
)


async def test_an_entry_opens_in_the_reader_and_one_goes_back() -> None:
    app = FeedApp(ENTRIES, analyse=lambda article, nearest: iter(()))
    async with app.run_test() as pilot:
        await pilot.press("j", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert (app.screen.book.article.title, app.screen.trail) == ("Rain", ("The Bugle",))
        await pilot.press("backspace")
        await pilot.pause()
        assert isinstance(app.screen, FeedScreen)


async def test_what_cannot_be_had_is_told_and_titles_are_no_markup() -> None:
    app = FeedApp(ENTRIES)
    async with app.run_test() as pilot:
        assert "[/red]" in str(app.screen.query_one(OptionList).get_option_at_index(0).prompt)
        assert "\x1b" not in str(app.screen.query_one(OptionList).get_option_at_index(0).prompt)
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
