"""The library: what it shows, and each of its keys."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from textual import events
from textual.widgets import Input

from secondhand.errors import SecondhandError
from secondhand.ui.keys.palette import LibraryCommands
from secondhand.ui.screens.library_screen import LibraryScreen
from tests.claims import article_of
from tests.ui.conftest import until
from tests.ui.screens.conftest import OPEN, OpenScreen, Play
from tests.ui.screens.shelf import Shelf, many, with_new

NEVER = 3600.0
"""seconds that no test takes"""


def entries(play: Play) -> list[int]:
    """Return the entries in the table, from the top down."""
    screen = play.app.screen
    assert isinstance(screen, LibraryScreen)
    return [int(row.key.value or 0) for row in screen.table.ordered_rows]


async def test_it_shows_what_is_known_of_each_article(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf()), (120, 24)) as play:
        first, second, hostile, japanese = play.app.text().splitlines()[5:9]
        assert first.split() == [
            "Macron", "obtained", "nothing", "from", "Trump", "Sputnik", "2025-02-27", "40%", "14", "3",
            "diplomacy,", "war",
        ]  # fmt: skip
        assert "Officials said on Monday that the bridge" in second and "100%" in second
        assert "A [b]bold[/b] ␛[31mtitle[/foo]" in hostile and "0%" in hostile
        assert "東京の新聞 say so" in japanese and "The Daily Example of… " in japanese
        assert "4 articles · by opened ▼" in play.app.text()


@pytest.mark.parametrize(
    ("size", "headings"),
    [
        ((40, 12), "Title Read Marks"),
        ((80, 24), "Title Publisher Date Read Claims Marks"),
        ((120, 24), "Title Publisher Date Read Claims Marks Tags"),
        ((200, 60), "Title Publisher Date Read Claims Marks Tags Opened▼"),
        ((20, 6), "Title"),
    ],
)
async def test_columns_go_where_room_is_short(
    open_screen: OpenScreen, size: tuple[int, int], headings: str
) -> None:
    async with open_screen(LibraryScreen(Shelf()), size) as play:
        assert play.app.text().splitlines()[4].split() == headings.split()
        assert play.app.screen.table.max_scroll_x == 0  # type: ignore[attr-defined]


async def test_enter_opens_the_article_under_the_cursor(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:
        await play.press("j", "down", "k", "enter")
        assert play.app.result.entry == 2


async def test_g_and_G_go_to_the_ends(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(many(900))) as play:
        await until(play.pilot, lambda: len(entries(play)) == 900)
        await play.press("G")
        assert play.app.screen.entry == 900  # type: ignore[attr-defined]
        await play.press("g", "pagedown", "pageup", "enter")
        assert play.app.result.entry == 1


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_it_closes(open_screen: OpenScreen, key: str) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:
        await play.press(key)
        assert play.app.result is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("macron", [1]),
        ("DIPLO", [1, 4]),
        ("reuters", [2]),
        ("2024-12", [4]),
        ("trump sputnik", [1]),
        ("[/foo", [3]),
    ],
)
async def test_typing_filters(open_screen: OpenScreen, typed: str, found: list[int]) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:
        await play.press("/")
        await play.type(typed)
        assert entries(play) == found
        assert f"{len(found)} of 4 articles" in play.app.text()


async def test_a_word_of_the_text_finds_its_article_and_tells_where(
    open_screen: OpenScreen,
) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:
        await play.press("/", *"nobody")
        assert entries(play) == [2]
        assert "in the text  the ␛[31m[b]bridge␛[0m is closed for a week, and nobody" in play.app.text()
        await play.press("enter", "enter")
        assert play.app.result.entry == 2 and play.app.result.hit.text.endswith("nobody knows why")


async def test_what_has_no_words_in_its_text_shows_none(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:
        await play.press("/", *"#diplo")
        assert entries(play) == [1, 4] and "in the text" not in play.app.text()
        await play.press("space", *"macron")
        assert entries(play) == [1] and "in the text" not in play.app.text()
        await play.press("enter", "enter")
        assert play.app.result.hit is None


async def test_it_begins_with_what_was_asked_for(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf(), "nobody")) as play:
        assert entries(play) == [2] and "in the text" in play.app.text()
        await play.press("escape")
        assert entries(play) == [1, 2, 3, 4]


async def test_keys_typed_into_the_filter_do_nothing_else(open_screen: OpenScreen) -> None:
    shelf = Shelf()
    async with open_screen(LibraryScreen(shelf)) as play:
        await play.press("/")
        await play.type("dqsuSTG/?")
        assert play.app.screen.filter.value == "dqsuSTG/?"  # type: ignore[attr-defined]
        assert play.app.result is OPEN and len(shelf.kept) == 4
        assert "Nothing matches “dqsuSTG/?”. esc shows all." in play.app.text()


async def test_escape_clears_the_filter_first(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:
        await play.press("/", *"reuters", "escape")
        assert entries(play) == [1, 2, 3, 4] and play.app.result is OPEN
        assert play.app.screen.entry == 2, "the cursor stays on the article"  # type: ignore[attr-defined]
        await play.press("/", "escape")
        assert play.app.result is OPEN
        await play.press("escape")
        assert play.app.result is None


@pytest.mark.parametrize("key", ["enter", "down", "tab"])
async def test_from_the_filter_to_the_articles(open_screen: OpenScreen, key: str) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:
        await play.press("/", *"diplo", key, "j", "enter")
        assert play.app.result.entry == 4


async def test_the_footer_tells_how_to_go_on_from_the_filter(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:  # type: ignore[arg-type]
        await play.press("/", *"diplo")
        assert "⏎ To the articles" in play.app.text() and "esc Show all" in play.app.text()
        await play.press("enter")
        assert "⏎ Open" in play.app.text() and "esc Show all" not in play.app.text()


async def test_its_keys_are_explained(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf()), (120, 40)) as play:  # type: ignore[arg-type]
        await play.press("?")
        text = play.app.text()
        assert "Sort by the next column" in text and "Open the article in the reader" in text
        await play.press("escape")
        assert isinstance(play.app.screen, LibraryScreen)


async def test_s_sorts_by_the_next_column_and_S_turns_round(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf()), (120, 24)) as play:
        orders = []
        for _ in range(7):
            await play.press("s")
            orders.append(entries(play))
        assert orders == [
            [3, 1, 2, 4],  # title
            [2, 1, 4, 3],  # publisher, none last
            [1, 2, 4, 3],  # date, the newest first
            [2, 1, 4, 3],  # read
            [1, 2, 4, 3],  # claims, unknown last
            [1, 4, 2, 3],  # marks
            [4, 1, 2, 3],  # tags
        ]
        await play.press("S")
        assert entries(play) == [1, 4, 2, 3]
        assert "Tags▼" in play.app.text() and "by tags ▼" in play.app.text()


async def test_a_click_on_a_heading_sorts(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:
        await play.pilot.click("Articles", offset=(2, 0))
        await play.pilot.pause()
        assert entries(play) == [3, 1, 2, 4] and "Title▲" in play.app.text()
        await play.pilot.click("Articles", offset=(2, 0))
        await play.pilot.pause()
        assert entries(play) == [4, 2, 1, 3] and "Title▼" in play.app.text()


@pytest.mark.parametrize("key", ["d", "delete"])
async def test_an_article_is_deleted_and_brought_back(open_screen: OpenScreen, key: str) -> None:
    shelf = Shelf()
    async with open_screen(LibraryScreen(shelf)) as play:
        await play.press("j", key, key)
        assert entries(play) == [1, 4] and sorted(shelf.deleted) == [2, 3]
        assert play.app.screen.entry == 4, "the cursor stays where it was"  # type: ignore[attr-defined]
        assert play.app.notices()[-1] == "Deleted “A [b]bold[/b] ␛[31mtitle[/foo]”. u brings it back."
        await play.press("u", "u")
        assert entries(play) == [1, 2, 3, 4]
        await play.press("u")
        assert play.app.notices()[-1] == "Nothing was deleted here."


async def test_what_the_library_cannot_do_is_told(open_screen: OpenScreen) -> None:
    shelf = Shelf()
    shelf.problem = "The library is read-only."
    async with open_screen(LibraryScreen(shelf)) as play:
        await play.press("d")
        assert play.app.notices() == ["The library is read-only."]
        assert entries(play) == [1, 2, 3, 4]


async def test_an_empty_library_says_what_to_do(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf(()))) as play:
        assert "secondhand article.txt" in play.app.text()
        await play.press("d", "s", "S", "u", "q")
        assert play.app.result is None


async def test_a_library_emptied_says_how_to_undo(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:
        await play.press(*"dddd")
        assert "u brings back what you deleted." in play.app.text()
        await play.press("u")
        assert entries(play) == [4]


async def test_a_resize_keeps_the_article(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf()), (120, 24)) as play:
        await play.press("j", "j")
        await play.pilot.resize_terminal(40, 12)
        await play.pilot.pause()
        assert play.app.screen.entry == 3  # type: ignore[attr-defined]


async def test_of_thousands_of_articles_only_the_first_are_drawn_while_one_types(
    open_screen: OpenScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secondhand.ui.screens.article_table._QUIET", NEVER)
    async with open_screen(LibraryScreen(many(2000)), (120, 40)) as play:
        await play.press("/", "n")
        assert len(entries(play)) == 200
        assert "2000 articles" in play.app.text()
        await play.type("umber 1999")
        assert entries(play) == [1999]


async def test_light_and_dark(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:
        await play.press("T")
        assert play.app.theme == "secondhand-light"


async def test_the_palette_offers_its_keys_as_commands(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:
        provider = LibraryCommands(play.app.screen)
        offered = {hit.text: hit async for hit in provider.discover()}
        assert {"Search", "Sort", "Delete", "Undo"} <= set(offered)
        await offered["Delete"].command()  # type: ignore[misc]
        assert entries(play) == [2, 3, 4]


async def test_what_is_new_is_told_and_shown_alone(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(with_new())) as play:
        assert "Library · 2 new, 1 since your last visit" in play.app.text()
        assert set(entries(play)) == {-1, 1, 2, 3} and play.app.text().count(" new ") >= 2
        await play.press("i")
        assert set(entries(play)) == {-1, 3} and "Put by for later · 2 new" in play.app.text()
        await play.press("i")
        assert set(entries(play)) == {-1, 1, 2, 3}


async def test_an_address_is_deleted_and_brought_back(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(with_new())) as play:
        await play.press("g", "d")
        assert set(entries(play)) == {1, 2, 3}
        await play.press("u")
        assert set(entries(play)) == {-1, 1, 2, 3}


async def test_where_nothing_is_put_by_it_says_how(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:
        await play.press("i")
        assert "secondhand add https://" in play.app.text()
        await play.press("i")
        assert entries(play) == [1, 2, 3, 4]


async def test_an_address_is_fetched_when_it_is_opened(
    open_screen: OpenScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(source: str) -> object:
        raise SecondhandError(f"{source} cannot be reached.")

    monkeypatch.setattr("secondhand.ingest.open_bundle", fail)
    shelf = with_new()
    async with open_screen(LibraryScreen(shelf)) as play:
        await play.press("g", "enter")
        await until(play.pilot, lambda: any("cannot be reached" in told for told in play.app.notices()))
        assert play.app.result is OPEN and shelf.inbox.kept
        bundle = SimpleNamespace(article=lambda follow: article_of("It rained."))
        monkeypatch.setattr("secondhand.ingest.open_bundle", lambda source: bundle)
        monkeypatch.setattr(shelf, "enter", lambda article: 9, raising=False)
        await play.press("enter")
        await until(play.pilot, lambda: play.app.result is not OPEN)
        assert play.app.result.entry == 9 and not shelf.inbox.kept


async def test_letters_that_come_in_one_burst_with_the_slash_are_all_searched(
    open_screen: OpenScreen,
) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:  # type: ignore[arg-type]
        for key in ("slash", *"nobody"):
            play.app.post_message(events.Key(key, "/" if key == "slash" else key))
        await play.pilot.pause()
        assert play.app.screen.query_one("#filter", Input).value == "nobody"


async def test_a_slash_can_be_looked_for(open_screen: OpenScreen) -> None:
    async with open_screen(LibraryScreen(Shelf())) as play:  # type: ignore[arg-type]
        await play.press("slash", "a", "slash", "b")
        assert play.app.screen.query_one("#filter", Input).value == "a/b"
