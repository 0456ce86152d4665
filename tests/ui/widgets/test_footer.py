"""The footer: which keys are shown where there is little room."""

from __future__ import annotations

import pytest

from tests.ui.conftest import Open, Reader

ALL = (
    "jk paragraph  nN claim  f Filter  y Copy  c Correct  hm mark  / Find  ? Help  tab Panel  q Quit"
    "  e Export  s Sources  L Library"
)


def footer(reader: Reader) -> str:
    """Return the last row of the screen."""
    return reader.text().splitlines()[-1].strip()


@pytest.mark.parametrize(
    ("width", "keys"),
    [(16, "? Help  q Quit"), (26, "nN claim  ? Help  q Quit"), (40, "nN claim  f Filter  ? Help  q Quit"),
     (80, "nN claim  f Filter  y Copy  c Correct  / Find  ? Help  q Quit  s Sources"), (140, ALL)],
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
        await reader.until(lambda: footer(reader) == "space⏎esc select  y Copy  ?q reader")


async def test_long_keys_of_ones_own_take_the_room_they_need(open_reader: Open) -> None:
    keys = {"reader.help": "ctrl+underscore", "claim.next": "ctrl+n"}
    async with open_reader(size=(40, 12), keys=keys) as reader:
        assert footer(reader) == "y Copy  q Quit  ^n Next claim  ^_ Help"
