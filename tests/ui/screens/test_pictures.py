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
from secondhand.statements.assembly import trace_statements
from secondhand.statements.sayings import list_sayings
from secondhand.statements.statement import Member
from secondhand.ui.screens.dialogs.chain import ChainScreen
from secondhand.ui.screens.dialogs.correct import CorrectScreen
from secondhand.ui.screens.dialogs.export_dialog import ExportScreen
from secondhand.ui.screens.dialogs.link import LinkScreen
from secondhand.ui.screens.dialogs.question import AskScreen
from secondhand.ui.screens.dialogs.saying_list import SayingsScreen
from secondhand.ui.screens.dialogs.statement_list import StatementsScreen
from secondhand.ui.screens.dialogs.tour import TourScreen
from secondhand.ui.screens.feed_screen import FeedScreen
from secondhand.ui.screens.library_screen import LibraryScreen
from secondhand.ui.style.themes import DARK, LIGHT
from tests.claims import seed_analysis
from tests.statements.literals import DOE, HERALD, REUTERS, STAR, member, who
from tests.ui.screens.conftest import Stage
from tests.ui.screens.features.test_finding_snapshots import snap as snap_finding
from tests.ui.screens.marked import marked
from tests.ui.screens.shelf import Shelf, with_new
from tests.ui.screens.test_reader_snapshots import snap as snap_reader

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


def list_told() -> list[Member]:
    """Return what three papers tell of one speaker, one of them by another, one as fact."""
    rates = "interest rates will stay where they are until the autumn"
    return [
        member(REUTERS, f"“We think that {rates}.”", kind="direct", commitment="possible"),
        member(STAR, f"that {rates} of the year", via=("Reuters",)),
        member(HERALD, f"that {rates}", who("Doe"), commitment="possible"),
        member(STAR, "“[b]Banks[/b] hold more capital than ever before,”", DOE, kind="direct"),
    ]


def elsewhere() -> StatementsScreen:
    return StatementsScreen(trace_statements(list_told()), STAR.source)


def sayings() -> SayingsScreen:
    return SayingsScreen("Jane Doe", lambda: list_sayings(list_told(), "Jane Doe"))


STAGED: dict[str, tuple[Callable[[], Screen[Any]], tuple[str, ...]]] = {
    "library": (lambda: LibraryScreen(Shelf()), ("j", "s", "s")),  # type: ignore[arg-type]
    "library-found": (lambda: LibraryScreen(Shelf()), ("/", *"nobody")),  # type: ignore[arg-type]
    "library-nothing": (lambda: LibraryScreen(Shelf()), ("/", *"zebra")),  # type: ignore[arg-type]
    "library-new": (lambda: LibraryScreen(with_new()), ()),  # type: ignore[arg-type]
    "library-empty": (lambda: LibraryScreen(Shelf(())), ()),  # type: ignore[arg-type]
    "feed": (lambda: FeedScreen(NEWS), ("j",)),
    "export": (lambda: ExportScreen(marked()), ()),
    "correct": (correct, ("enter", *"telegraph", "enter", "tab", "tab", "tab")),
    "link": (lambda: LinkScreen(None, ["Reuters"]), ("R",)),
    "chain": (chain, ("j",)),
    "elsewhere": (elsewhere, ("j",)),
    "sayings": (sayings, ("down",)),
    "question": (lambda: AskScreen("notes.md\nis there already. Replace it?"), ()),
    "tour": (TourScreen, ()),
}
"""screens by themselves, and the keys that are pressed there"""
IN_READER: dict[str, tuple[str, ...]] = {
    "reader": ("j", "j", "n"),
    "reader-text-only": ("z",),
    "reader-explaining": ("x",),
    "reader-selecting": ("v", "space", "right", "right"),
    "reader-find": ("/", *"trump"),
    "reader-filtered": ("f", "enter"),
    "filters": ("f",),
    "outline": ("i",),
    "sources": ("s",),
    "note": ("h", "m", *"Who?"),
    "tags": ("h", "t", *"war"),
    "highlights": ("h", "n", "3", "h", "H"),
    "help": ("?",),
}
"""the keys that lead from the reader to a screen or a state of it"""
LOOKS = ("dark", "light", "ansi", "no-colour")
SIZES = ((80, 24), (160, 50))


def snap(
    compare: Compare, shown: Screen[Any], keys: tuple[str, ...], size: tuple[int, int], look: str = "dark"
) -> bool:
    async def prepare(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    app = Stage(shown, {"ansi": "ansi-dark", "light": LIGHT.name}.get(look, DARK.name))
    return compare(app, terminal_size=size, run_before=prepare)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", SIZES, ids=["80x24", "160x50"])
@pytest.mark.parametrize("name", [*STAGED, *IN_READER])
def test_every_screen(
    snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, name: str, size: tuple[int, int], look: str
) -> None:
    if look == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    if name in STAGED:
        make, keys = STAGED[name]
        assert snap(snap_compare, make(), keys, size, look)
    else:
        theme = "dark" if look == "no-colour" else look
        if name == "reader-find":
            assert snap_finding(snap_compare, theme, size, *IN_READER[name], found="trump")
        else:
            assert snap_reader(snap_compare, theme, size, *IN_READER[name])


@pytest.mark.parametrize("name", STAGED)
def test_in_forty_columns(snap_compare: Compare, name: str) -> None:
    make, keys = STAGED[name]
    assert snap(snap_compare, make(), keys, (40, 12))
