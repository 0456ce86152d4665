"""The key that explains why a claim stands there: how it and its speaker were found, and who came next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from secondhand.claim import Analysis, Trace
from secondhand.ui.app import ReaderApp
from secondhand.ui.screens.features.explaining import NOTHING
from tests.claims import seed_analysis, seed_article, whole
from tests.ui.conftest import Open, Reader

Compare = Callable[..., bool]
SCORES = (-0.02, -0.15, -0.01)
NEXT = "Next likely Emmanuel Macron (27 % at most)"


def explained() -> Analysis:
    """Return the claims of the seed with how each was found: Trump's is the one with somebody else to be."""
    found = seed_analysis()
    plain = Trace(SCORES, (), "full name in the source")
    rules = ("nest_claims", "drop_self_attributions")
    trump = Trace(SCORES, rules, "nearest fit before", "Emmanuel Macron")
    claims = [
        replace(c, trace=trump if c.speaker == "Donald Trump" else plain, speaker_confidence=0.73)
        for c in found.claims
    ]
    return replace(found, claims=tuple(claims))


def told(reader: Reader) -> str:
    """Return what the panel says, as if on one line."""
    return " ".join(" ".join(row.text.strip(" ▌▸") for row in reader.panel._rows).split())


async def test_x_tells_how_the_claim_was_found_and_leaves_it_out_again(open_reader: Open) -> None:
    async with open_reader(analyse=whole(explained()), size=(200, 60)) as reader:
        await reader.press("n")
        before = told(reader)
        await reader.press("x")
        shown = told(reader)
        assert "Found words of saying 98 %, who says it 86 %, words claimed 99 %" in shown
        assert "Rule it was put inside the claim that holds its words nest_claims" in shown
        assert "Speaker found as the nearest before that fits, 73 % sure nearest fit before" in shown
        assert NEXT in shown
        assert shown.count("Found ") == 1, "only of the current claim"
        await reader.press("x")
        assert told(reader) == before


async def test_it_goes_along_to_other_claims(open_reader: Open) -> None:
    async with open_reader(analyse=whole(explained()), size=(200, 60)) as reader:
        await reader.press("x")
        assert "Found " in told(reader) and NEXT not in told(reader)
        await reader.press("n")
        assert NEXT in told(reader)


async def test_escape_ends_the_search_and_the_filter_before_it(open_reader: Open) -> None:
    async with open_reader(analyse=whole(explained())) as reader:
        await reader.press("f", *"direct", "enter", "x", "/", *"sputnik")
        await reader.until(lambda: reader.screen.search)
        await reader.press("enter", "escape")
        assert reader.screen.search is None and reader.screen.explaining
        await reader.press("escape")
        assert reader.screen.explaining and not reader.session.kept, "as the footer tells"
        await reader.press("escape")
        assert not reader.screen.explaining


async def test_where_the_panel_is_low_it_goes_to_what_is_explained(open_reader: Open) -> None:
    async with open_reader(analyse=whole(explained()), size=(40, 12)) as reader:
        await reader.press("x")
        assert "Found " in reader.text()
        await reader.press("n")
        assert "Sputnik →" in reader.text(), "the next claim begins with its head"


async def test_what_was_set_right_is_not_explained_by_the_model(open_reader: Open) -> None:
    found = explained()
    mine = replace(found, claims=tuple(replace(c, corrected=True) for c in found.claims))
    async with open_reader(analyse=whole(mine)) as reader:
        await reader.press("x")
        assert "✎ set right by you" in told(reader)
        assert "Found " not in told(reader)


async def test_where_there_is_no_claim_it_says_so(open_reader: Open) -> None:
    found = explained()
    async with open_reader(analyse=whole(replace(found, claims=()))) as reader:
        await reader.press("x")
        assert reader.said[-1] == NOTHING
        assert not reader.screen.explaining


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])
def test_why(snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    async def prepare(pilot: Pilot[None]) -> None:
        reader = Reader(pilot)
        await reader.analysed()
        await reader.press("n", "x")

    app = ReaderApp(seed_article(), analyse=whole(explained()), theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=prepare)
