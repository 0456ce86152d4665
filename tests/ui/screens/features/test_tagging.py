"""Tags of what was marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from secondhand.library import Library
from secondhand.ui.screens.dialogs.tag_line import TagScreen, TagSuggester
from tests.claims import article_of
from tests.ui.conftest import Open
from tests.ui.screens.test_reader_keys import NOTHING


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library.db")


async def test_t_tags_the_claim(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("t", *"eu, #nato", "enter")
        assert [mark.tags for mark in reader.marks] == [("eu", "nato")]
        assert "#eu  #nato" in reader.text()
        await reader.press("t")
        assert reader.app.screen.query_one(Input).value == "eu nato"
        await reader.press("escape", "u")
        assert [mark.tags for mark in reader.marks] == [()]


async def test_tags_left_leave_no_highlight(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("t", *"eu", "escape")
        assert reader.marks == ()
        await reader.press("t", "enter")
        assert reader.marks == ()


async def test_known_tags_are_suggested_from_the_library(open_reader: Open, library: Library) -> None:
    with library:
        async with open_reader(article_of("An article before."), NOTHING, library=library) as reader:
            await reader.press("v", "t", *"peacekeeping", "enter")
        async with open_reader(library=library) as reader:
            await reader.press("t")
            assert isinstance(reader.app.screen, TagScreen) and "known: peacekeeping" in reader.text()
            await reader.press(*"eu pe")
            await reader.until(lambda: reader.app.screen.query_one(Input)._suggestion == "eu peacekeeping")
            await reader.press("right", "enter")
            assert [mark.tags for mark in reader.marks] == [("eu", "peacekeeping")]


@pytest.mark.parametrize(
    ("written", "suggested"),
    [("eu, na", "eu, nato"), ("na", "nato"), ("nato", None), ("eu ", None), ("", None), ("x", None)],
)
async def test_the_last_tag_is_completed(written: str, suggested: str | None) -> None:
    assert await TagSuggester(["eu", "nato"]).get_suggestion(written) == suggested
