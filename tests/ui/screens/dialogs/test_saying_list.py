"""All that somebody said: what is shown while it is looked for, and what an article cannot do to it."""

from __future__ import annotations

from textual.widgets import OptionList

from secondhand.errors import LibraryError
from secondhand.statements.sayings import Saying, list_sayings
from secondhand.ui.screens.dialogs.saying_list import SayingsScreen
from tests.statements.literals import REUTERS, STAR, member
from tests.ui.conftest import until
from tests.ui.screens.conftest import OPEN, OpenScreen

RATES = "that interest rates will stay where they are until the autumn"


def told() -> list[Saying]:
    """Return two things that Jane Doe said, one in two articles that differ in how sure she is."""
    return list_sayings(
        [
            member(REUTERS, RATES, via=("Bulletin",)),
            member(STAR, RATES, commitment="possible"),
            member(STAR, "“[b]Banks[/b] \x1b[31mhold more capital than ever.”", kind="direct"),
        ],
        "Doe",
    )


async def test_each_article_has_a_row_with_its_way_and_what_changed(open_screen: OpenScreen) -> None:
    async with open_screen(SayingsScreen("Jane Doe", told), (110, 30)) as play:
        await until(play.pilot, lambda: "Reuters" in play.app.text())
        shown = play.app.text()
        for words in (
            "Reuters, 7 March 2026: through Bulletin, as fact",
            "Daily Star, 8 March 2026: in other words, as possible",
            "! not all of them have it alike",
            "Daily Star, 8 March 2026: their own words, as fact",
            "[b]Banks[/b] ␛[31mhold more capital",
        ):
            assert words in shown
        await play.press(*"capital", "enter")
        assert play.app.result.text.startswith("“[b]Banks")


async def test_words_of_one_article_find_all_that_have_the_saying(open_screen: OpenScreen) -> None:
    async with open_screen(SayingsScreen("Jane Doe", told), (110, 30)) as play:
        await until(play.pilot, lambda: "Reuters" in play.app.text())
        await play.press(*"bulletin")
        assert play.app.screen.query_one(OptionList).option_count == 2
        await play.press(*"zebra")
        assert "Nothing like that is said" in play.app.text()
        await play.press("enter")
        assert play.app.result is OPEN


async def test_a_name_is_no_markup_and_a_library_that_fails_says_why(open_screen: OpenScreen) -> None:
    def fail() -> list[Saying]:
        raise LibraryError("The [b]library[/b] is gone.")

    async with open_screen(SayingsScreen("[b]Doe[/foo] \x1b[31m", fail), (110, 30)) as play:
        await until(play.pilot, lambda: "The [b]library[/b] is gone." in play.app.text())
        assert "All that [b]Doe[/foo] ␛[31m said" in play.app.text()
