"""The column that stands for a whole article."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from secondhand.filters import Filter
from secondhand.notes.highlight import Anchor, Highlight
from secondhand.search import Search, search
from secondhand.session import ClaimIndex, Session
from secondhand.ui.drawing.minimap import cell_of, mark_cells, offset_of, overview
from secondhand.ui.widgets.minimap_column import Overview
from tests.claims import Teller, article_of
from tests.ui.conftest import Open

TEN = article_of("\n".join(f"{n} said x{n}x" for n in range(10)))
"""ten paragraphs of ten characters"""
WHEN = datetime(2025, 2, 27, tzinfo=UTC)


def session(*paragraphs: int) -> Session:
    """Return a session with a claim in each of ``paragraphs``."""
    t = Teller(TEN)
    for n in paragraphs:
        t.claim(n, [f"x{n}x"], None, str(n), t.speaker(str(n)))
    return Session(TEN).learn(ClaimIndex.of(TEN, t.analysis()), frozenset(), 1, 1)


def mark(word: str) -> Highlight:
    at = TEN.text.index(word)
    return Highlight(word, (Anchor(at, at + 3, word),), WHEN, WHEN, "blue")


def test_every_kind_of_thing_has_its_sign() -> None:
    found = search(TEN, "x[78]x")
    assert overview(session(1, 2, 5), mark_cells(TEN, [mark("x2x")], 10), found.from_(90), 10) == "▌│◆  │ •● "
    assert overview(session(1, 2, 5), {}, None, 10) == "▌││  │    "


def test_a_mark_fills_all_cells_it_stretches_over() -> None:
    start, end = TEN.text.index("4 said"), TEN.text.index("7 said")
    long = replace(mark("x4x"), anchors=(Anchor(start, end, TEN.text[start:end]),))
    assert overview(session(), mark_cells(TEN, [long], 10), None, 10) == "▌   ◆◆◆   "


def test_what_a_filter_leaves_out_has_no_sign() -> None:
    narrowed = session(1, 2, 5).narrow(Filter("five", lambda claim, _: claim.paragraph == 5))
    assert overview(narrowed, {}, None, 10) == "▌    │    "


def test_any_height_shows_the_whole_article() -> None:
    here = session(9).move_to(9)
    assert [overview(here, {}, Search("x", ((0, 3),)), height) for height in (0, 1, 2, 3)] == [
        "",
        "▌",
        "•▌",
        "• ▌",
    ]
    assert overview(Session(replace(TEN, paragraphs=())), {}, None, 3) == "   "


def test_cells_and_offsets_agree() -> None:
    for height in (1, 7, 10, 50, 300):
        for cell in range(min(height, 50)):
            assert height > 100 or cell_of(TEN, offset_of(TEN, cell, height), height) == cell
    assert cell_of(TEN, 10_000, 10) == 9


async def test_a_click_goes_there(open_reader: Open) -> None:
    async with open_reader(size=(80, 24)) as reader:
        column = reader.screen.query_one("Overview")
        await reader.pilot.click(column, offset=(0, column.size.height - 1))
        await reader.pilot.pause()
        assert reader.session.paragraph == 6
        assert reader.article.window.shows(6)
        await reader.pilot.click(column, offset=(0, 0))
        await reader.pilot.pause()
        assert reader.session.paragraph == 0


async def test_where_there_is_little_room_there_is_no_column(open_reader: Open) -> None:
    async with open_reader(size=(20, 5)) as reader:
        assert not reader.screen.query_one("Overview").display


async def test_the_column_tells_what_is_in_view(open_reader: Open) -> None:
    async with open_reader(size=(80, 24)) as reader:
        column = reader.screen.query_one(Overview)
        assert column.view.start == 0 and 0 < len(column.view) < column.size.height
        await reader.press("G")
        assert column.view.stop == column.size.height
        assert reader.article.scrollbar_size_vertical == 0, "there is no other column"
