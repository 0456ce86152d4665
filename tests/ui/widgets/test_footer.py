"""The footer: which keys are shown where there is little room."""

from __future__ import annotations

import pytest

from tests.ui.conftest import Open, Reader

ALL = (
    "jk paragraph  nN claim  f Filter  y Copy  c Fix  hm mark  / Find  ? Help  tab Panel  q Quit"
    "  e Export  s Sources  L Library"
)


def footer(reader: Reader) -> str:
    """Return the last row of the screen."""
    return reader.text().splitlines()[-1].strip()


@pytest.mark.parametrize(
    ("width", "keys"),
    [(16, "? Help q Quit"), (26, "nN claim ? Help q Quit"), (40, "nN claim f Filter y Copy ? Help q Quit"),
     (80, "nN claim f Filter y Copy c Fix / Find ? Help q Quit e Export s Sources L Library"), (140, ALL)],
)  # fmt: skip
async def test_no_key_is_cut_and_those_that_matter_most_stay(
    open_reader: Open, width: int, keys: str
) -> None:
    async with open_reader(size=(width, 12)) as reader:
        assert footer(reader).partition("▏")[0].strip() == keys


async def test_keys_come_back_with_room_and_change_with_what_they_do(open_reader: Open) -> None:
    async with open_reader(size=(40, 12)) as reader:
        await reader.pilot.resize_terminal(160, 40)
        await reader.pilot.pause()
        assert footer(reader).startswith(ALL) and "palette" in footer(reader)
        await reader.pilot.resize_terminal(40, 12)
        await reader.press("v")
        await reader.pilot.pause()
        assert footer(reader) == "space Begin ⏎ Highlight esc Leave q Quit"


async def test_while_one_selects_the_footer_tells_what_each_key_does(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as reader:
        await reader.press("v")
        for told in ("space Begin", "⏎ Highlight", "esc Leave", "y Copy", "? Help", "q Quit"):
            assert told in footer(reader), told


@pytest.mark.parametrize("width", [40, 80, 160])
async def test_while_one_looks_for_words_n_goes_to_the_next_hit(open_reader: Open, width: int) -> None:
    async with open_reader(size=(width, 24)) as reader:
        await reader.press("/", *"trump")
        assert "Find" not in footer(reader) and "Panel" not in footer(reader)
        await reader.until(lambda: reader.screen.search is not None)
        await reader.press("enter")
        assert "nN hit" in footer(reader) and "esc End search" in footer(reader)
        await reader.press("escape")
        assert "nN claim" in footer(reader) and "esc" not in footer(reader)


@pytest.mark.parametrize("width", [40, 80, 160])
async def test_while_a_filter_is_on_the_footer_tells_how_it_ends(open_reader: Open, width: int) -> None:
    async with open_reader(size=(width, 24)) as reader:
        await reader.press("f", "enter")
        assert "esc Show all" in footer(reader)
        await reader.press("escape")
        assert "esc" not in footer(reader)


async def test_in_the_panel_the_footer_tells_how_to_scroll_and_to_come_back(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as reader:
        await reader.press("tab")
        assert "jk scroll" in footer(reader) and "esc To the text" in footer(reader)
        await reader.press("escape")
        assert "jk paragraph" in footer(reader) and "esc" not in footer(reader)


async def test_long_keys_of_ones_own_take_the_room_they_need(open_reader: Open) -> None:
    keys = {"reader.help": "ctrl+underscore", "claim.next": "ctrl+n"}
    async with open_reader(size=(40, 12), keys=keys) as reader:
        assert footer(reader) == "f Filter q Quit ^n Next claim ^_ Help"
