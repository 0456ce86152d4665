"""What highlights, selections, notes and tags look like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from secondhand.notes.edit import Edit
from secondhand.notes.highlight import Highlight
from secondhand.ui.app import ReaderApp
from tests.claims import seed_analysis, seed_article, whole
from tests.ui.conftest import Reader

Compare = Callable[..., bool]
SIZES = [(80, 24), (120, 40)]

looks = pytest.mark.parametrize("theme", ["dark", "light"])
sizes = pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
COLOURS = ("h", "j", "h", "2", "n", "h", "3", "n", "h", "4", "j", "n", "h", "5")


def snap(
    compare: Compare,
    theme: str,
    size: tuple[int, int],
    *keys: str,
    prepare: Callable[[Reader], None] = lambda reader: None,
    until: Callable[[Reader], bool] = lambda reader: True,
) -> bool:
    async def run(pilot: Pilot[None]) -> None:
        reader = Reader(pilot)
        await reader.analysed()
        prepare(reader)
        await reader.press(*keys)
        await reader.until(lambda: until(reader))
        pilot.app.clear_notifications()
        await pilot.pause()

    app = ReaderApp(seed_article(), analyse=whole(seed_analysis()), theme=theme)
    return compare(app, terminal_size=size, run_before=run)


def orphaned(reader: Reader) -> None:
    """Put a highlight into the notebook whose words are not in the article."""
    reader.screen.action_highlight()
    (mark,) = reader.marks
    lost = replace(mark.anchors[0], exact="words that a later version left out")
    orphan = replace(mark, id="lost", anchors=(lost,), note="They took it back!", tags=("withdrawn",))
    assert isinstance(orphan, Highlight)
    reader.screen.edit(Edit(None, orphan))


@looks
@sizes
def test_highlights_in_every_colour(snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    assert snap(snap_compare, theme, size, *COLOURS)


@looks
@sizes
def test_a_selection(snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    assert snap(snap_compare, theme, size, "h", "j", "v", "w", "space", "right_parenthesis")


@looks
@sizes
def test_a_note_being_written(snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    def kept(reader: Reader) -> bool:
        return reader.marks[0].note.endswith("*Paris*")

    keys = ("j", "m", *"# Check", "enter", *"with *Paris*")
    assert snap(snap_compare, theme, size, *keys, until=kept)


@looks
@sizes
def test_a_note_and_tags_in_the_panel(snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    keys = ("j", "m", *"Who else says so?", "ctrl+s", "t", *"nato macron", "enter")
    assert snap(snap_compare, theme, size, *keys)


@looks
@sizes
def test_tags_being_written(snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    def suggested(reader: Reader) -> bool:
        return reader.app.screen.query_one(Input)._suggestion == "eu nato"

    keys = ("h", "t", *"nato", "enter", "j", "t", *"eu na")
    assert snap(snap_compare, theme, size, *keys, until=suggested)


@looks
@sizes
def test_the_list_of_highlights(snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    keys = ("j", "h", "3", "t", *"eu nato", "enter", "H")
    assert snap(snap_compare, theme, size, *keys, prepare=orphaned)


def test_highlights_in_the_terminals_own_colours(snap_compare: Compare) -> None:
    assert snap(snap_compare, "ansi-dark", (80, 24), *COLOURS)
