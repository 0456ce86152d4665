"""What the reader looks like; after a wanted change run pytest with ``--snapshot-update``."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from secondhand.ui.app import ReaderApp
from tests.claims import seed_analysis, seed_article, whole
from tests.ui.conftest import Reader

Compare = Callable[..., bool]


def snap(compare: Compare, theme: str, size: tuple[int, int], *keys: str) -> bool:
    async def prepare(pilot: Pilot[None]) -> None:
        reader = Reader(pilot)
        await reader.analysed()
        await reader.press(*keys)
        await pilot.pause()

    app = ReaderApp(seed_article(), analyse=whole(seed_analysis()), theme=theme)
    return compare(app, terminal_size=size, run_before=prepare)


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_a_nested_claim(snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    assert snap(snap_compare, theme, size, "j", "j", "n")


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_a_chain(snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    assert snap(snap_compare, theme, size, "j", "j", "j", "j", "j", "n")


def test_the_help(snap_compare: Compare) -> None:
    assert snap(snap_compare, "dark", (120, 40), "?")


def test_twenty_by_five(snap_compare: Compare) -> None:
    assert snap(snap_compare, "dark", (20, 5), "j")
