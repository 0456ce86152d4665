"""Notes, and the list of all that was marked."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import OptionList, TextArea

from secondhand.article import Provenance
from secondhand.library import Library
from secondhand.notes.edit import Edit
from secondhand.ui.screens.dialogs.highlight_list import ORPHANS, MarksScreen
from secondhand.ui.screens.dialogs.note import NoteScreen
from tests.claims import article_of
from tests.ui.conftest import Open, Reader
from tests.ui.screens.test_reader_keys import NOTHING


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library.db")


async def write(reader: Reader, *keys: str) -> None:
    """Open the note, write, and wait until it is kept because the writer paused."""
    await reader.press("m")
    await reader.press(*keys)
    await pause_writing(reader)


async def pause_writing(reader: Reader) -> None:
    """Wait until the note is kept as it stands."""
    written = reader.app.screen.query_one(TextArea)
    await reader.until(lambda: reader.marks[-1].note == written.text)


# --- notes


async def test_m_highlights_the_claim_and_takes_a_note(open_reader: Open) -> None:
    async with open_reader() as reader:
        await write(reader, *"# So", "enter", *"*is*")
        assert isinstance(reader.app.screen, NoteScreen)
        await reader.press("escape")
        (mark,) = reader.marks
        assert mark.note == "# So\n*is*" and mark.claim == reader.session.current
        assert "★ # So" in reader.text() and "*is*" in reader.text()


@pytest.mark.parametrize("key", ["m", "t"])
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (100, 30), (200, 60)], ids=str)
async def test_the_words_that_a_note_or_tag_is_for_stay_in_sight(
    open_reader: Open, size: tuple[int, int], key: str
) -> None:
    async with open_reader(size=size) as reader:
        await reader.press("j", "n", "n", key)
        box = reader.app.screen.query_one("#note, #tags").region
        assert not box.overlaps(reader.article.region)
        behind = reader.text()
        assert all(row in behind for row in reader.rows()), "what is behind it is there"


async def test_a_note_goes_on_where_it_ended(open_reader: Open) -> None:
    async with open_reader() as reader:
        await write(reader, *"one")
        await reader.press("ctrl+s", "m", *" two", "escape")
        assert [mark.note for mark in reader.marks] == ["one two"]


async def test_a_note_is_kept_as_it_is_written(open_reader: Open, library: Library) -> None:
    with library:
        async with open_reader(library=library) as reader:
            await write(reader, *"so")
            kept = library.notebook(reader.screen.keeper.entry).highlights
            assert [mark.note for mark in kept] == ["so"], "while it is still open"


async def test_a_note_is_kept_when_the_app_ends_while_it_is_written(
    open_reader: Open, library: Library
) -> None:
    with library:
        async with open_reader(library=library) as reader:
            entry = reader.screen.keeper.entry
            await reader.press("m", *"so it is")
        assert [mark.note for mark in library.notebook(entry).highlights] == ["so it is"]


async def test_a_note_is_one_step_to_undo(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("h")
        await write(reader, *"one")
        await reader.press(*"two")
        await pause_writing(reader)
        await reader.press("escape", "u")
        assert [mark.note for mark in reader.marks] == [""]
        assert reader.said[-1].startswith("Undone: the note on “French President")
        await reader.press("ctrl+r")
        assert [mark.note for mark in reader.marks] == ["onetwo"]


async def test_a_highlight_made_for_a_note_is_told_of_and_goes_with_it(open_reader: Open) -> None:
    async with open_reader() as reader:
        await write(reader, *"so")
        await reader.press("escape")
        assert reader.said == ["Highlighted, with your note. u takes both back."]
        await reader.press("u")
        assert reader.marks == ()
        (told,) = reader.said
        assert told.startswith("Undone: the highlight on"), "what was told before holds no more"
        await reader.press("ctrl+r")
        assert [mark.note for mark in reader.marks] == ["so"]


async def test_a_highlight_made_for_a_note_that_was_not_written_goes_again(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("m", "escape")
        assert reader.marks == () and reader.screen.history.done == ()
        await reader.press("h", "m", "escape")
        assert len(reader.marks) == 1, "one that was there stays"


async def test_m_notes_what_is_selected(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("j", "v", "space", "w", "m", *"so", "escape")
        assert [(mark.text, mark.note) for mark in reader.marks] == [("he wanted", "so")]
        assert "★ “he wanted”" in reader.text(), "at the claim that holds it"


async def test_a_note_on_words_of_no_claim_is_shown_after_the_claims(open_reader: Open) -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("j", "v", "left_parenthesis", "m", *"so", "escape")
        assert reader.marks[0].text == "Macron"
        assert "★ “Macron”" in reader.text() and "so" in reader.text()


async def test_the_words_stand_over_the_note_and_are_no_markup(open_reader: Open) -> None:
    async with open_reader(article_of("[b]So[/b] [/x] \x1b it is."), NOTHING) as reader:
        await reader.press("v", "s", "m")
        assert "★ [b]So[/b] [/x] ␛ it is." in reader.text()


async def test_a_note_with_control_characters_is_shown_safely(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("m")
        reader.app.screen.query_one(TextArea).text = "a\x1b[2J [red]b[/red]\u202e"
        await reader.press("escape")
        assert reader.marks[0].note == "a\x1b[2J [red]b[/red]\u202e", "kept as it is"
        assert "★ a␛[2J [red]b[/red]" in reader.text()


# --- in the editor


@pytest.fixture
def editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Make the user's editor a script that adds a line, and let the app be suspended."""
    script = tmp_path / "editor"
    script.write_text("#!/bin/sh\nprintf ' more' >> \"$1\"\n")
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    monkeypatch.setattr("textual.app.App.suspend", lambda self: nullcontext())
    return script


@pytest.mark.usefixtures("editor")
async def test_ctrl_e_writes_the_note_in_the_editor(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("ctrl+e")
        assert [mark.note for mark in reader.marks] == [" more"]
        await reader.press("ctrl+e")
        assert [mark.note for mark in reader.marks] == [" more more"]
        await reader.press("u")
        assert [mark.note for mark in reader.marks] == [" more"]


@pytest.mark.usefixtures("editor")
async def test_ctrl_e_in_a_note_goes_on_in_the_editor(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("m", *"one", "ctrl+e")
        assert reader.app.screen.query_one(TextArea).text == "one more"
        await reader.press("escape")
        assert [mark.note for mark in reader.marks] == ["one more"]


async def test_an_editor_that_is_missing_is_told_and_loses_nothing(
    open_reader: Open, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "nonesuch")
    async with open_reader() as reader:
        await reader.press("ctrl+e")
        assert reader.marks == () and "'nonesuch' cannot be run" in reader.said[-1]
        await reader.press("m", *"one", "ctrl+e")
        assert reader.app.screen.query_one(TextArea).text == "one"
        await reader.press("escape")
        assert [mark.note for mark in reader.marks] == ["one"]


async def test_a_terminal_that_cannot_be_given_away_is_told(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("ctrl+e")
        assert reader.said[-1].startswith("The editor cannot be opened here")
        assert reader.marks == ()


# --- the list


async def test_H_lists_the_highlights_and_enter_goes_there(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("h", "G", "h", "t", *"svr", "enter", "H")
        assert isinstance(reader.app.screen, MarksScreen)
        assert "★ French President" in reader.text() and "#svr" in reader.text()
        await reader.press("enter")
        assert reader.app.screen is reader.screen and reader.session.paragraph == 0
        await reader.press("H", "j", "enter")
        assert reader.session.paragraph == 6
        assert reader.article.window.shows(6)


async def test_in_the_list_highlights_are_noted_tagged_and_taken_off(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("h", "j", "h", "H", "j", "m", *"so", "escape")
        assert [mark.note for mark in reader.marks] == ["", "so"] and "so" in reader.text()
        await reader.press("t", *"eu", "enter")
        assert [mark.tags for mark in reader.marks] == [(), ("eu",)]
        await reader.press("k", "d")
        assert [mark.note for mark in reader.marks] == ["so"]
        await reader.press("delete")
        assert reader.marks == () and "Nothing is highlighted yet: h" in reader.text()
        await reader.press("enter", "m", "t", "d", "j", "k", "u", "u")
        assert len(reader.marks) == 2
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_what_is_not_found_any_more_is_listed_with_its_words(
    open_reader: Open, library: Library
) -> None:
    known = {"provenance": Provenance("https://example.org/a")}
    before = article_of(
        "Ann said it was so. " * 8 + "Then everything was quite different, said Bob.", **known
    )
    after = article_of("Ann said it was so. " * 8 + "Nothing.", **known)
    with library:
        async with open_reader(before, NOTHING, library=library) as reader:
            await reader.press(
                "v", "right_parenthesis", *["right_parenthesis"] * 7, "s", "h", "t", *"gone", "enter"
            )
            assert reader.marks[0].text == "Then everything was quite different, said Bob."
            entry = reader.screen.keeper.entry
        async with open_reader(after, NOTHING, library=library) as reader:
            assert reader.screen.keeper.entry == entry
            assert reader.marks == () and len(reader.screen.notebook.orphans) == 1
            await reader.press("H")
            shown = reader.text()
            assert ORPHANS in shown and "★ Then everything was quite different, said Bob." in shown
            assert "#gone" in shown
            await reader.press("j", "enter")
            assert reader.said[-1] == "Its words are not in this text any more."
            await reader.press("m", *"still here", "escape")
            assert [mark.note for mark in reader.screen.notebook.orphans] == ["still here"]
            await reader.press("d")
            assert reader.screen.notebook.orphans == ()
            await reader.press("u")
            assert [mark.note for mark in reader.screen.notebook.orphans] == ["still here"]
        assert [mark.note for mark in library.notebook(entry).orphans] == ["still here"]


async def test_of_many_highlights_those_around_the_cursor_are_listed(
    open_reader: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secondhand.ui.screens.dialogs.highlight_list.MOST", 3)

    def words() -> str:
        screen = reader.app.screen
        assert isinstance(screen, MarksScreen) and screen.mark is not None
        return screen.mark.text

    async with open_reader(article_of(" ".join(f"w{n}" for n in range(7))), NOTHING) as reader:
        for _ in range(7):
            await reader.press("v", *["w"] * len(reader.marks), "space", "h")
        assert [mark.text for mark in reader.marks] == [f"w{n}" for n in range(7)]
        await reader.press("H")
        assert "Highlights 1 to 3 of 7" in reader.text() and "w3" not in reader.text().split("Highlights")[1]
        await reader.press("j", "j", "j")
        assert words() == "w3" and "Highlights 4 to 6 of 7" in reader.text()
        await reader.press("k")
        assert words() == "w2" and "Highlights 1 to 3 of 7" in reader.text()
        await reader.press("j", "d")
        assert words() == "w4", "the next one is where it was"
        await reader.press("u")
        assert words() == "w3"
        await reader.press("j", "j", "j")
        assert words() == "w6" and "Highlights 7 to 7 of 7" in reader.text()
        await reader.press("j")
        assert words() == "w0", "after the last comes the first"
        await reader.press("k", "enter")
        assert reader.app.screen is reader.screen
        assert reader.screen.picked == reader.marks[6].id


async def test_a_very_long_note_is_not_opened_nor_shown_whole(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("h")
        (mark,) = reader.marks
        reader.screen.edit(Edit(mark, replace(mark, note="so it is " * 20_000)))
        await reader.press("m")
        assert reader.app.screen is reader.screen
        assert reader.said[-1] == "This note is too long to write on here: ^e opens it in your editor."
        assert "so it is so it is" in reader.text()
        noted = [strip.text for strip in reader.panel._rows if "so it is" in strip.text]
        assert len(noted) == 2 and noted[-1].rstrip().endswith("…"), "a move draws no megabytes"


async def test_a_click_in_the_list_goes_there(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("j", "h", "k", "H")
        await reader.pilot.click(OptionList, offset=(3, 0))
        await reader.pilot.pause()
        assert reader.app.screen is reader.screen and reader.session.paragraph == 1
