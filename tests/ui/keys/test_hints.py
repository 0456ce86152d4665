"""The keys that messages name follow what the user set."""

from __future__ import annotations

from pathlib import Path

from secondhand.ui import screens
from secondhand.ui.keys.hints import _NAMED, _list_bound, hint
from tests.claims import article_of
from tests.ui.conftest import Open
from tests.ui.screens.test_reader_keys import NOTHING

KEYS = {"mark.select": "B,f2", "mark.undo": "ctrl+b", "pane.article": "K", "select.begin": "comma"}


def test_every_binding_that_is_named_exists() -> None:
    folder = Path(screens.__file__).parent
    named = {
        key for file in folder.rglob("*.py") for key in _NAMED.findall(file.read_text("utf-8")) if "." in key
    }
    bindings = {
        key for key in named if key.partition(".")[0] in {known.partition(".")[0] for known in _list_bound()}
    }
    assert bindings >= {"mark.select", "mark.undo", "reader.find"}
    assert bindings <= set(_list_bound())


async def test_messages_name_the_keys_there_are_now(open_reader: Open) -> None:
    async with open_reader(article_of("No claim."), NOTHING, size=(120, 30), keys=KEYS) as reader:
        assert hint(reader.screen, "{mark.undo} or {mark.redo}") == "^b or ^r"
        await reader.press("h")
        assert reader.said == ["There is no claim here: B selects words."]
        await reader.press("B")
        assert ", begins at this word," in reader.text()


async def test_a_filter_says_how_it_ends(open_reader: Open) -> None:
    async with open_reader(size=(120, 30), keys=KEYS) as reader:
        await reader.press("f", "enter")
        assert "K Show all" in reader.text()
