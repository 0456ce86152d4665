"""Keys of the user's own: what is refused, and by which name."""

from __future__ import annotations

import pytest

from secondhand.errors import OptionError
from secondhand.settings import Settings
from secondhand.ui.keys.keymap import every, keymap, spell_keys, tables
from secondhand.ui.screens.dialogs.help import HelpScreen
from tests.ui.conftest import Open


def told(**keys: str) -> str:
    named = {key.replace("__", "."): value for key, value in keys.items()}
    with pytest.raises(OptionError) as error:
        keymap(Settings(keys=named))
    return str(error.value)


def test_every_binding_has_one_id() -> None:
    keys = {key for table in tables().values() for key in table}
    assert len(keys) == len({key.id for key in keys}) == len(list(every())) and all(key.id for key in keys)


def test_keys_as_one_writes_them() -> None:
    assert spell_keys("right_square_bracket,space,comma,G,ctrl+n") == ("]", "space", ",", "G", "ctrl+n")


def test_what_there_is_not() -> None:
    assert "there is nothing named 'claim.nxt' to give keys. Did you mean 'claim.next'?" in told(
        claim__nxt="x"
    )
    assert "there is no key 'entr'. Did you mean 'enter'?" in told(claim__next="entr")
    assert "ctrl+p is taken: it is for the command palette." in told(claim__next="ctrl+p")


def test_clashes_are_told_by_both_names() -> None:
    words = told(claim__next="h")
    assert "h cannot be both 'claim.next' (Go to the next claim, " in words
    assert "'mark.highlight'" in words
    assert "question_mark cannot be both 'claim.next'" in told(claim__next="?")
    assert "cannot be both 'claim.next'" in told(claim__next="x", claim__previous="x")
    # The keys of the library's table hide those of its screen.
    assert "'library.filter'" in told(library__filter="space")


def test_keys_may_change_places() -> None:
    swapped = {"claim.next": "h", "mark.highlight": "n"}
    assert keymap(Settings(keys=swapped)) == swapped


async def test_the_reader_goes_by_them(open_reader: Open) -> None:
    keys = {"claim.next": "h,f2", "mark.highlight": "n"}
    async with open_reader(keys=keys) as reader:
        await reader.press("h")
        assert reader.session.current is reader.session.claims[1]
        await reader.press("f2", "n")
        assert reader.session.current is not reader.session.claims[1]
        assert len(reader.marks) == 1


async def test_the_keys_of_the_help_are_those_of_every_screen(open_reader: Open) -> None:
    async with open_reader(keys={"reader.help": "f2"}) as reader:
        for keys in (["f2"], ["s", "f2"]):
            await reader.press(*keys)
            assert isinstance(reader.app.screen, HelpScreen)
            await reader.press("escape")
