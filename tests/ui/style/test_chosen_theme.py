"""What the settings change in the reader: themes, width and margins."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from secondhand.errors import OptionError
from secondhand.settings import Settings
from secondhand.ui.app import ReaderApp
from secondhand.ui.style.chosen_theme import check, choose_by_terminal, themes
from secondhand.ui.style.themes import counterpart
from tests.claims import seed_analysis, seed_article, whole
from tests.ui.conftest import Reader

KNOWN = ("nord", "secondhand-dark", "secondhand-light", "ansi-dark", "ansi-light")


def app(**settings: object) -> ReaderApp:
    return ReaderApp(seed_article(), analyse=whole(seed_analysis()), settings=Settings(**settings))  # type: ignore[arg-type]


def test_a_theme_and_the_one_to_change_to() -> None:
    assert themes(Settings(), None, KNOWN) == ("secondhand-dark", "secondhand-light")
    assert themes(Settings("ansi"), None, KNOWN) == ("ansi-dark", "ansi-light")
    assert themes(Settings("light", "nord"), None, KNOWN) == ("secondhand-light", "nord")
    assert themes(Settings("light", "nord"), "dark", KNOWN) == ("secondhand-dark", "nord")
    assert counterpart("catppuccin-latte", KNOWN) == "secondhand-light"


def test_a_theme_there_is_not() -> None:
    with pytest.raises(OptionError, match=r"line 3: There is no theme 'drak'\. Choose one of: dark, light, "):
        check(Settings("drak", lines={"theme": 3}))
    with pytest.raises(OptionError, match="no theme 'white'"):
        app(other_theme="white")


@pytest.mark.parametrize(
    ("terminal", "colours", "chosen"),
    [
        ("xterm", "", "ansi"),
        ("linux", "", "ansi"),
        ("xterm-256color", "", None),
        ("xterm", "truecolor", None),
    ],
)
def test_a_terminal_of_sixteen_colours_gets_its_own(
    monkeypatch: pytest.MonkeyPatch, terminal: str, colours: str, chosen: str | None
) -> None:
    monkeypatch.setenv("TERM", terminal)
    monkeypatch.setenv("COLORTERM", colours)
    assert choose_by_terminal(Settings()) == chosen
    assert choose_by_terminal(Settings("dark", lines={"theme": 1})) is None, "the user's own wins"


async def test_one_key_changes_between_the_two_themes() -> None:
    async with app(theme="nord", other_theme="solarized-light").run_test() as pilot:
        seen = [pilot.app.theme]
        for _ in range(2):
            await pilot.press("T")
            seen.append(pilot.app.theme)
        assert seen == ["nord", "solarized-light", "nord"]


BESIDE = 4 + 1
"""cells of the gutter, the overview and the scrollbar"""


@pytest.mark.parametrize(
    ("size", "width", "margin", "expected"),
    [
        ((160, 50), 50, 1, 50),
        ((160, 50), 300, 10, 160 - 64 - BESIDE - 20),
        ((60, 40), 300, 10, 40),
        ((60, 40), 300, 0, 60 - BESIDE),
        ((30, 40), 300, 10, 30 - BESIDE - 2),
    ],
    ids=str,
)
async def test_width_and_margin(size: tuple[int, int], width: int, margin: int, expected: int) -> None:
    async with app(width=width, margin=margin).run_test(size=size) as pilot:
        reader = Reader(pilot)
        await reader.analysed()
        assert reader.article.virtual_size.width == expected
        longest = max(map(len, reader.rows()))
        assert expected - 12 < longest - reader.article._margin - 4 <= expected


@pytest.mark.parametrize("key", ["f", "i", "e"])
@pytest.mark.parametrize("look", ["no-colour", "ansi", "ansi-light", "dark"])
async def test_the_cursor_of_every_list_is_seen(monkeypatch: pytest.MonkeyPatch, look: str, key: str) -> None:
    if look == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    async with app(theme="dark" if look == "no-colour" else look).run_test(size=(120, 40)) as pilot:
        reader = Reader(pilot)
        await reader.analysed()
        await reader.press(key)
        shown = reader.app.screen.query_one(OptionList)
        at = shown.highlighted
        assert at is not None
        here, other = (shown.render_line(row)._segments[0].style for row in (at, at + 1))
        assert here is not None and other is not None
        if look == "no-colour":
            assert here.underline and not other.underline
        else:
            assert here.bgcolor != other.bgcolor


async def test_without_colours_signs_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with app(theme="nord").run_test(size=(120, 40)) as pilot:
        reader = Reader(pilot)
        await reader.analysed()
        await reader.press("h", "T")
        strips = reader.app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style and segment.text]
        assert all(style.color is None or style.color.is_default for style in styles)
        assert all(style.bgcolor is None or style.bgcolor.is_default for style in styles)
        assert any(style.reverse for style in styles), "what is highlighted"
        assert any(style.underline for style in styles), "the current claim"
        assert "★" in reader.text()
