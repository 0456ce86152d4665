"""The export dialog: each choice and key, and that nothing is overwritten unasked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, RadioSet

from secondhand.export.notebooks import describe, list_formats, render
from secondhand.notes.notebook import Notebook
from secondhand.ui.screens.dialogs.export_dialog import ExportScreen
from tests.claims import seed_article
from tests.ui.screens.conftest import OPEN, OpenScreen, Play
from tests.ui.screens.marked import marked

NAME = "macron-obtained-nothing-from-trump.md"
MARKDOWN = render("markdown", [marked()], "highlights")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("SSH_CONNECTION", "SSH_TTY", "TMUX", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("shutil.which", lambda name: None)
    return tmp_path


def field(play: Play) -> Input:
    return play.app.screen.query_one("#file", Input)


async def choose(play: Play, form: str) -> None:
    """Choose ``form`` in the list."""
    options = play.app.screen.query_one("#formats", OptionList)
    options.highlighted = options.get_option_index(form)
    await play.pilot.pause()


@pytest.mark.parametrize("keys", [["enter"], ["tab", "tab", "tab", "enter"]], ids=["formats", "name"])
async def test_enter_writes_from_the_formats_and_from_the_name(
    open_screen: OpenScreen, folder: Path, keys: list[str]
) -> None:
    async with open_screen(ExportScreen(marked())) as play:
        assert play.app.result is OPEN
        await play.press(*keys[:-1])
        assert field(play).has_focus is (len(keys) > 1)
        await play.press("enter")
        assert play.app.result == f"Written to {folder / NAME}."
        assert (folder / NAME).read_text(encoding="utf-8") == MARKDOWN


async def test_the_footer_tells_what_enter_and_tab_do(open_screen: OpenScreen) -> None:
    async with open_screen(ExportScreen(marked())) as play:
        assert "⏎ Export" in play.app.text() and "Next field" in play.app.text()
        await play.press("tab")
        assert "^s Export" in play.app.text() and "⏎ Export" not in play.app.text()


async def test_ctrl_s_writes_from_anywhere(open_screen: OpenScreen, folder: Path) -> None:
    async with open_screen(ExportScreen(marked())) as play:
        await play.press("tab", "ctrl+s")
        assert [file.name for file in folder.iterdir()] == [NAME]


async def test_escape_writes_nothing(open_screen: OpenScreen, folder: Path) -> None:
    async with open_screen(ExportScreen(marked())) as play:
        await play.press("escape")
        assert play.app.result is None and not list(folder.iterdir())


async def test_the_format_is_chosen_with_the_arrows_and_the_name_follows(
    open_screen: OpenScreen, folder: Path
) -> None:
    async with open_screen(ExportScreen(marked())) as play:
        await play.press("down")
        assert field(play).value == NAME.replace(".md", ".jsonld")
        await play.press("up")
        assert field(play).value == NAME
        await choose(play, "json")
        await play.press("ctrl+s")
        assert json.loads((folder / NAME.replace(".md", ".json")).read_text(encoding="utf-8"))


async def test_a_name_of_ones_own_stays(open_screen: OpenScreen, folder: Path) -> None:
    async with open_screen(ExportScreen(marked())) as play:
        await play.press("tab", "tab", "tab", "ctrl+u", *"mine", "shift+tab", "shift+tab", "shift+tab")
        await choose(play, "csv")
        assert field(play).value == "mine"
        await play.press("ctrl+s")
        assert (folder / "mine").read_text(encoding="utf-8").startswith('"text","speaker",')


async def test_every_format_is_previewed(open_screen: OpenScreen) -> None:
    async with open_screen(ExportScreen(marked()), (120, 40)) as play:
        for form in list_formats():
            await choose(play, form)
            assert describe(form).about in play.app.text(), form
        await choose(play, "markdown")
        assert "title: Macron “obtained nothing”/from Trump" in play.app.text()
        assert "> French President Emmanuel Macron" in play.app.text()


async def test_what_is_chosen_is_shown_by_a_sign(open_screen: OpenScreen) -> None:
    async with open_screen(ExportScreen(marked()), (120, 40)) as play:
        for words in ("● highlights (2)", "○ all claims (14)", "○ notes (1)"):
            assert words.replace(" ", "▌ ", 1) in play.app.text(), words


@pytest.mark.parametrize("number", range(5))
async def test_it_writes_what_is_chosen(open_screen: OpenScreen, folder: Path, number: int) -> None:
    async with open_screen(ExportScreen(marked())) as play:
        await choose(play, "csv")
        await play.press("tab", *["down"] * number, "space", "ctrl+s")
        written = next(folder.iterdir()).read_bytes().decode("utf-8")
        assert written == render("csv", [marked()], tuple(ExportScreen.NAMES)[number])


async def test_formats_that_hold_everything_ask_for_nothing(open_screen: OpenScreen) -> None:
    async with open_screen(ExportScreen(marked())) as play:
        await choose(play, "html")
        assert play.app.screen.query_one("#what", RadioSet).disabled
        assert "marked: all there is" in play.app.text()


async def test_without_highlights_the_claims_are_chosen(open_screen: OpenScreen) -> None:
    async with open_screen(ExportScreen(replace(marked(), highlights=()))) as play:
        assert play.app.screen.what == "claims"  # type: ignore[attr-defined]


async def test_nothing_to_export_is_told_and_writes_nothing(open_screen: OpenScreen, folder: Path) -> None:
    async with open_screen(ExportScreen(Notebook(seed_article()))) as play:
        assert "! There is nothing to export: no claims." in play.app.text()
        await play.press("ctrl+s")
        assert play.app.result is OPEN and not list(folder.iterdir())


@pytest.mark.parametrize(("answer", "kept"), [("n", "old"), ("escape", "old"), ("y", MARKDOWN)], ids="ney")
async def test_a_file_that_is_there_is_not_overwritten_unasked(
    open_screen: OpenScreen, folder: Path, answer: str, kept: str
) -> None:
    (folder / NAME).write_text("old", encoding="utf-8")
    async with open_screen(ExportScreen(marked())) as play:
        await play.press("ctrl+s")
        assert "is there already. Replace it?" in play.app.text()
        await play.press("enter", "ctrl+s")
        assert (folder / NAME).read_text(encoding="utf-8") == "old"
        await play.press(answer)
        assert (folder / NAME).read_text(encoding="utf-8") == kept
        assert (play.app.result is OPEN) is (kept == "old")


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("", "! A file needs a name."),
        (".", "! . is not a file: choose another name."),
        ("no/such/folder.md", "! no/such/folder.md cannot be written: No such file or directory."),
        ("x" * 300, "! This cannot be a file: File name too long."),
        ("~nobodyatall/x", "! This cannot be a file: Could not determine home directory."),
    ],
    ids=["none", "folder", "missing", "long", "home"],
)
async def test_what_cannot_be_written_is_one_line_and_nothing_is_lost(
    open_screen: OpenScreen, folder: Path, name: str, problem: str
) -> None:
    async with open_screen(ExportScreen(marked()), (120, 40)) as play:
        field(play).value = name
        await play.press("ctrl+s")
        assert problem in play.app.text()
        assert play.app.result is OPEN and not list(folder.iterdir())


async def test_the_library_and_the_settings_are_not_written_over(
    open_screen: OpenScreen, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, variable in (("mine.db", "SECONDHAND_LIBRARY"), ("mine.toml", "SECONDHAND_CONFIG")):
        monkeypatch.setenv(variable, str(folder / name))
        (folder / name).write_text("old", encoding="utf-8")
        async with open_screen(ExportScreen(marked()), (120, 40)) as play:
            field(play).value = name
            await play.press("ctrl+s")
            assert f"! {name} " in play.app.text() and "name another file to write to." in play.app.text()
            assert (folder / name).read_text(encoding="utf-8") == "old"


async def test_a_link_is_not_followed_unasked(open_screen: OpenScreen, folder: Path) -> None:
    (folder / NAME).symlink_to(folder / "precious")
    async with open_screen(ExportScreen(marked())) as play:
        await play.press("ctrl+s")
        assert "is there already. Replace it?" in play.app.text()
        assert not (folder / "precious").exists()


async def test_to_the_clipboard(open_screen: OpenScreen, folder: Path) -> None:
    async with open_screen(ExportScreen(marked())) as play:
        await play.press("tab", "tab", "down", "space")
        assert field(play).disabled
        await play.press("ctrl+s")
        assert play.app.clipboard == MARKDOWN and not list(folder.iterdir())
        assert play.app.result == "Copied through the terminal, if it lets programs copy."


async def test_only_what_somebody_says(open_screen: OpenScreen, folder: Path) -> None:
    async with open_screen(ExportScreen(marked()), (120, 40)) as play:
        await choose(play, "csv")
        play.app.screen.query_one("#speaker", Input).value = "benoist"
        await play.pilot.pause()
        await play.press("ctrl+s")
        written = next(folder.iterdir()).read_bytes().decode("utf-8")
        assert written == render("csv", [marked()], "highlights", speaker="benoist")
        assert written != render("csv", [marked()], "highlights")


async def test_nobody_of_that_name_is_told_as_one_types(open_screen: OpenScreen) -> None:
    async with open_screen(ExportScreen(marked()), (120, 40)) as play:
        play.app.screen.query_one("#speaker", Input).value = "zebra"
        await play.pilot.pause()
        assert "There is nothing to export: no highlights by “zebra”." in play.app.text()


async def test_a_file_each_goes_into_a_folder(open_screen: OpenScreen, folder: Path) -> None:
    async with open_screen(ExportScreen(marked())) as play:
        await play.press("tab", "tab", "down", "down", "space", "ctrl+s")
        [made] = folder.iterdir()
        assert made.name == NAME.removesuffix(".md")
        assert len(list(made.iterdir())) == 2
        assert play.app.result == f"Written to {made}: 2 files."


async def test_claims_have_no_file_each(open_screen: OpenScreen, folder: Path) -> None:
    async with open_screen(ExportScreen(marked()), (120, 40)) as play:
        await play.press("tab", "down", "space", "tab", "down", "down", "space", "ctrl+s")
        assert "is for highlights and notes" in play.app.text()
        assert play.app.result is OPEN and not list(folder.iterdir())


@pytest.mark.parametrize("size", [(40, 12), (40, 16), (80, 24)])
async def test_the_first_lines_of_what_comes_out_are_shown_at_every_size(
    open_screen: OpenScreen, size: tuple[int, int]
) -> None:
    async with open_screen(ExportScreen(marked()), size) as play:
        assert "title: " in play.app.text()


@pytest.mark.parametrize("size", [(40, 12), (40, 24), (80, 24), (200, 60)])
async def test_everything_needed_is_in_view(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    async with open_screen(ExportScreen(marked()), size) as play:
        for words in ("markdown", "highlights (2)", "notes (1)", "file", NAME[:30]):
            assert words in play.app.text(), words
