"""What finding, filters and the column beside the article look like."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from secondhand.ui.app import ReaderApp
from tests.claims import seed_analysis, seed_article, whole
from tests.ui.conftest import Reader

Compare = Callable[..., bool]

looks = pytest.mark.parametrize("theme", ["dark", "light"])
sizes = pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])


def snap(compare: Compare, theme: str, size: tuple[int, int], *keys: str, found: str | None = None) -> bool:
    async def prepare(pilot: Pilot[None]) -> None:
        reader = Reader(pilot)
        await reader.analysed()
        await reader.press(*keys)
        await reader.until(lambda: found == (reader.screen.search and reader.screen.search.pattern))

    app = ReaderApp(seed_article(), analyse=whole(seed_analysis()), theme=theme)
    return compare(app, terminal_size=size, run_before=prepare)


@looks
@sizes
def test_finding(snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    assert snap(snap_compare, theme, size, "j", "h", "/", *"macron", found="macron")


@looks
@sizes
def test_a_filter(snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    assert snap(snap_compare, theme, size, "f", *"second", "enter")


@looks
@sizes
def test_the_list_of_filters(snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    assert snap(snap_compare, theme, size, "f")


def test_a_pattern_that_is_none(snap_compare: Compare) -> None:
    assert snap(snap_compare, "dark", (80, 24), "/", "(", found="(")
