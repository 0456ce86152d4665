"""What the dialogs and the library look like; after a wanted change run pytest with ``--snapshot-update``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from secondhand.ingest import FeedEntry
from secondhand.library.leads import Lead
from secondhand.notes.correction_draft import draft_correction
from secondhand.ui.screens.dialogs.chain import ChainScreen
from secondhand.ui.screens.dialogs.correct import CorrectScreen
from secondhand.ui.screens.dialogs.export_dialog import ExportScreen
from secondhand.ui.screens.dialogs.link import LinkScreen
from secondhand.ui.screens.dialogs.tour import TourScreen
from secondhand.ui.screens.feed_screen import FeedScreen
from secondhand.ui.screens.library_screen import LibraryScreen
from tests.claims import seed_analysis
from tests.ui.screens.conftest import Stage
from tests.ui.screens.marked import marked
from tests.ui.screens.shelf import Shelf, with_new

Compare = Callable[..., bool]

NEWS = tuple(
    FeedEntry(title, outlet, day, (), "https://news.example/1", None)
    for title, outlet, day in (
        ("Allies weigh sending troops as talks go on, two ministers say", "The Post", date(2025, 3, 3)),
        ("東京の新聞 say so", "The Daily Example of Long Names", date(2025, 3, 2)),
        (None, None, None),
    )
)


def correct() -> CorrectScreen:
    book = marked()
    assert book.found is not None
    claim = book.found.claims[11]
    speaker = book.found.speaker(claim)
    return CorrectScreen(draft_correction(book.article, book.found, (), claim, speaker), book.found.speakers)


def chain() -> ChainScreen:
    claim = next(c for c in seed_analysis().claims if c.chain[1:-1] and c.chain[1].url)
    post = claim.chain[1]
    there = Lead(post, "", None, 7, "Allies weigh troops, 20 February 2025")
    other = Lead(None, "a deal", "https://news.example/deal")
    return ChainScreen(claim.chain, (Lead(post, "", post.url), there, other))


LIBRARY = {
    "all": ("j", "s", "s"),
    "found": ("/", *"nobody"),
    "nothing": ("/", *"zebra"),
}
SCREENS: dict[str, tuple[Callable[[], Screen[Any]], tuple[str, ...]]] = {
    "library": (lambda: LibraryScreen(Shelf()), ("j", "s", "s")),  # type: ignore[arg-type]
    "feed": (lambda: FeedScreen(NEWS), ("j",)),
    "export": (lambda: ExportScreen(marked()), ()),
    "correct": (correct, ("enter", *"telegraph", "enter", "tab", "tab", "tab")),
    "chain": (chain, ("j",)),
    "tour": (TourScreen, ()),
}


def snap(
    compare: Compare, shown: Screen[Any], keys: tuple[str, ...], size: tuple[int, int], theme: str = "dark"
) -> bool:
    async def prepare(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    app = Stage(shown, "ansi-dark" if theme == "ansi" else f"secondhand-{theme}")
    return compare(app, terminal_size=size, run_before=prepare)


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", SCREENS)
def test_every_screen(snap_compare: Compare, name: str, size: tuple[int, int], theme: str) -> None:
    make, keys = SCREENS[name]
    assert snap(snap_compare, make(), keys, size, theme)


@pytest.mark.parametrize("theme", ["dark", "light", "ansi"])
@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])
@pytest.mark.parametrize("state", LIBRARY)
def test_the_library(snap_compare: Compare, state: str, size: tuple[int, int], theme: str) -> None:
    assert snap(snap_compare, LibraryScreen(Shelf()), LIBRARY[state], size, theme)  # type: ignore[arg-type]


@pytest.mark.parametrize("theme", ["dark", "light", "ansi"])
@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])
def test_what_is_put_by(snap_compare: Compare, size: tuple[int, int], theme: str) -> None:
    assert snap(snap_compare, LibraryScreen(with_new()), (), size, theme)  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])
@pytest.mark.parametrize("state", LIBRARY)
def test_the_library_without_colours(
    snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, state: str, size: tuple[int, int]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap(snap_compare, LibraryScreen(Shelf()), LIBRARY[state], size)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SCREENS)
def test_in_forty_columns(snap_compare: Compare, name: str) -> None:
    make, keys = SCREENS[name]
    assert snap(snap_compare, make(), keys, (40, 12))


def test_an_empty_library(snap_compare: Compare) -> None:
    assert snap(snap_compare, LibraryScreen(Shelf(())), (), (80, 24))  # type: ignore[arg-type]


def test_a_link(snap_compare: Compare) -> None:
    assert snap(snap_compare, LinkScreen(None, ["Reuters"]), ("R",), (80, 24))
