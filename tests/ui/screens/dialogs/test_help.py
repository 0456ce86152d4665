"""The help and the command palette know every key."""

from __future__ import annotations

from textual.binding import Binding

from secondhand.ui.keys.bindings import HELP, KEYS, PAGE, PANEL
from secondhand.ui.keys.palette import ReaderCommands
from secondhand.ui.screens.dialogs.help import HelpScreen
from tests.ui.conftest import Open

ALL = [key for key in (*KEYS, *PANEL, *HELP, *PAGE) if isinstance(key, Binding)]


def test_every_key_has_an_id_a_group_and_a_tooltip() -> None:
    assert len({key.id for key in ALL}) == len(ALL) == len(KEYS) + len(PANEL) + len(HELP) + len(PAGE)
    assert all(key.group and key.tooltip and key.description for key in ALL)


async def test_the_help_shows_every_key_as_it_is_bound(open_reader: Open) -> None:
    async with open_reader(size=(120, 120)) as reader:
        await reader.press("?")
        shown = reader.text()
        for key in KEYS:
            assert isinstance(key, Binding) and key.tooltip in shown
        for words in ("j  ↓  }", "space  pgdn", "^d", "Signs", "a claim within a claim"):
            assert words in shown


async def test_a_remapped_key_is_shown_as_it_is(open_reader: Open) -> None:
    async with open_reader(size=(120, 120)) as reader:
        reader.app.set_keymap({"claim.next": "c"})
        await reader.press("c")
        assert reader.session.current is reader.session.claims[1]
        await reader.press("?")
        row = next(row for row in reader.text().splitlines() if "Go to the next claim, or hit" in row)
        assert row.split("│")[-2 if "│" in row else 0].split()[0] == "c" or " c " in row


async def test_the_help_closes_and_q_there_does_not_quit(open_reader: Open) -> None:
    async with open_reader() as reader:
        for key in ("escape", "q", "?"):
            await reader.press("?")
            assert isinstance(reader.app.screen, HelpScreen)
            await reader.press(key)
            assert reader.app.screen is reader.screen
        assert reader.app.is_running


async def test_the_help_scrolls_on_a_small_terminal(open_reader: Open) -> None:
    async with open_reader(size=(80, 12)) as reader:
        await reader.press("?", "j", "j", "k")
        assert reader.app.screen.query_one("Page").scroll_offset.y == 1


async def test_the_help_is_legible_in_a_tiny_terminal(open_reader: Open) -> None:
    async with open_reader(size=(20, 5)) as reader:
        await reader.press("?")
        assert "Signs" in reader.text() and "who" in reader.text()


async def test_the_help_turns_pages_as_the_article_does(open_reader: Open) -> None:
    async with open_reader(size=(80, 12)) as reader:
        await reader.press("?")
        page = reader.app.screen.query_one("Page")
        for key in ("space", "ctrl+d"):
            await reader.press("g", key)
            await reader.until(lambda: page.scroll_target_y > 2)
        await reader.press("G")
        await reader.until(lambda: page.scroll_target_y == page.max_scroll_y)
        await reader.press("ctrl+u")
        await reader.until(lambda: page.scroll_target_y < page.max_scroll_y - 2)
        await reader.press("g")
        await reader.until(lambda: page.scroll_target_y == 0)


async def test_the_palette_offers_the_keys_as_commands(open_reader: Open) -> None:
    async with open_reader() as reader:
        provider = ReaderCommands(reader.screen)
        offered = {hit.text: hit async for hit in provider.discover()}
        assert {"Next claim", "Light or dark", "Page down"} <= set(offered)
        await offered["Next claim"].command()  # type: ignore[misc]
        assert reader.session.current is reader.session.claims[1]
        found = [hit.text async for hit in provider.search("half down")]
        assert found == ["Half a page down"]


async def test_a_command_of_the_palette_runs(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("ctrl+p")
        await reader.press(*"last par")
        await reader.until(lambda: "Last paragraph" in reader.text() and "Next claim" not in reader.text())
        await reader.press("enter")
        await reader.until(lambda: reader.session.paragraph == 6)
