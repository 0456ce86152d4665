"""Keys that come in a burst, as fast as a terminal hands them over."""

from __future__ import annotations

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.widgets import Input, TextArea

from tests.claims import seed_article
from tests.ui.conftest import Open, Reader


async def burst(reader: Reader, typed: str) -> None:
    """Hand all of ``typed`` over before the first key of it is acted on."""
    for character in typed:
        key = {"\r": "enter", "\x1b": "escape", "\t": "tab"}.get(character)
        event = events.Key(key or _character_to_key(character), None if key else character)
        event.set_sender(reader.app)
        reader.app.post_message(event)
    await reader.pilot.pause()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("/Ukraine", "Ukraine"),
        ("fquot", "quot"),
        ("ibenoist", "benoist"),
        ("ttroops, talks", "troops, talks"),
    ],
)
async def test_what_is_typed_right_after_a_key_is_written_into_what_that_opens(
    open_reader: Open, typed: str, written: str
) -> None:
    async with open_reader() as reader:
        await burst(reader, typed)
        assert reader.app.screen.query_one(Input).value == written
        assert not reader.session.unfolded, "no letter of it was a key"


async def test_a_note_has_every_letter_typed_after_m(open_reader: Open) -> None:
    async with open_reader() as reader:
        await burst(reader, "mWho says?\rAsk.")
        assert reader.app.screen.query_one(TextArea).text == "Who says?\nAsk."


async def test_keys_go_on_in_the_text_right_after_what_is_looked_for(open_reader: Open) -> None:
    async with open_reader() as reader:
        await burst(reader, "/Kiev\rT")
        await reader.until(lambda: reader.screen.search is not None)
        assert reader.screen.search is not None and reader.screen.search.pattern == "Kiev"
        assert reader.app.theme == "secondhand-light" and reader.article.has_focus


async def test_what_is_chosen_is_what_was_typed_before_enter(open_reader: Open) -> None:
    async with open_reader() as reader:
        await burst(reader, "fdirect\rnn")
        kept = reader.session.kept
        assert kept is not None and kept.by.label == "direct quotations"


async def test_keys_that_open_nothing_do_what_each_of_them_does(open_reader: Open) -> None:
    async with open_reader(seed_article()) as reader:
        await burst(reader, "jjjk")
        assert reader.session.paragraph == 2
        await burst(reader, "ttroops\rj")
        assert [mark.tags for mark in reader.marks] == [("troops",)] and reader.session.paragraph == 3
