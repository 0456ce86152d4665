"""Messages: they stand on rows of their own, the newest in view, and leave none behind."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.widgets._toast import ToastRack

from secondhand.ui.app import ReaderApp
from tests.claims import seed_analysis, seed_article, whole
from tests.ui.conftest import Reader


@asynccontextmanager
async def telling(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Reader]:
    """Open a reader whose messages are shown."""
    app = ReaderApp(seed_article(), analyse=whole(seed_analysis()))
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = Reader(pilot)
        await reader.analysed()
        yield reader


def rows_of_messages(reader: Reader) -> int:
    """Return how many rows the messages take."""
    return reader.screen.query_one(ToastRack).region.height


@pytest.mark.parametrize("keys", [("h", "u", "ctrl+r"), ("h", "u", "ctrl+r", "u", "ctrl+r")])
async def test_a_message_that_another_one_replaces_leaves_no_row(keys: tuple[str, ...]) -> None:
    async with telling() as reader:
        await reader.press(*keys)
        assert "Done again" in reader.text()
        assert rows_of_messages(reader) == len(reader.said) == 1


async def test_what_is_told_again_stands_there_once() -> None:
    async with telling() as reader:
        await reader.press("h", "less_than_sign", "less_than_sign", "less_than_sign")
        assert reader.text().count("This is the only highlight.") == 1
        assert rows_of_messages(reader) == 1


async def test_when_the_messages_end_their_rows_are_the_panels_again() -> None:
    async with telling() as reader:
        height = reader.panel.size.height
        await reader.press("h", "u", "ctrl+r", "u")
        reader.app.clear_notifications()
        await reader.pilot.pause()
        assert rows_of_messages(reader) == 0
        assert reader.panel.size.height == height


async def test_of_more_messages_than_there_are_rows_the_newest_is_in_view() -> None:
    async with telling() as reader:
        for number in range(7):
            reader.screen.say(f"Message {number}.")
            await reader.pilot.pause()
        assert "Message 6." in reader.text()
        assert rows_of_messages(reader) == 3


async def test_a_message_that_is_over_before_its_timer_ends_leaves_no_row() -> None:
    async with telling() as reader:
        reader.screen.say("Late.")
        await reader.pilot.pause()
        # Messages that are over are forgotten when the next one comes, however busy the timers are.
        reader.app._notifications.clear()
        reader.screen.say("Next.")
        await reader.pilot.pause()
        assert "Next." in reader.text() and "Late." not in reader.text()
        assert rows_of_messages(reader) == 1
