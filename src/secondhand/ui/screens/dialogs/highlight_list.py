"""Every highlight of the article, and those whose words are not in it any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from secondhand.notes.edit import Edit
from secondhand.notes.highlight import SIGNS, Highlight
from secondhand.notes.notebook import Notebook
from secondhand.ui.keys.bindings import MARKED
from secondhand.ui.keys.hints import hint
from secondhand.ui.widgets.footer import Keys
from secondhand.wording.shortening import shorten

NOTHING = (
    "Nothing is highlighted yet: {mark.highlight} highlights the current claim, {mark.select} selects words."
)
ORPHANS = "Not found in this text any more:"
WORDS = 160
"""characters of a highlight's words that are shown, and of its note"""

Do = Callable[[Highlight], None]
"""does something with a highlight"""


class Reader(Protocol):
    """What the list needs of the reader it is over."""

    @property
    def notebook(self) -> Notebook:
        """All that is marked in the article."""

    def edit(self, edit: Edit) -> None:
        """Change what is marked."""

    def action_undo(self) -> None:
        """Take back what was done last."""


class MarksScreen(ModalScreen[None]):
    """A list of highlights to go to, to write beside, to tag and to take off, over the reader."""

    CSS_PATH = "note.tcss"
    BINDINGS = MARKED

    def __init__(self, reader: Reader, go_to: Do, write_note: Do, write_tags: Do) -> None:
        """List the highlights of ``reader``; the rest does what the keys are for with one of them."""
        super().__init__()
        self._reader = reader
        self._go_to = go_to
        self._write_note = write_note
        self._write_tags = write_tags

    @property
    def list(self) -> OptionList:
        """The list itself."""
        return self.query_one(OptionList)

    def compose(self) -> ComposeResult:
        """Make the page."""
        with Vertical(id="marks") as box:
            box.border_title = "Highlights"
            yield OptionList()
        yield Keys(show_command_palette=False)

    def on_screen_resume(self) -> None:
        """Show the highlights there are now."""
        self._fill()

    @property
    def mark(self) -> Highlight | None:
        """The highlight under the cursor."""
        at = self.list.highlighted
        chosen = (
            self._reader.notebook.mark(self.list.get_option_at_index(at).id or "") if at is not None else None
        )
        return chosen if isinstance(chosen, Highlight) else None

    def _fill(self) -> None:
        """List the highlights, the cursor on the one it was on."""
        at = self.list.highlighted or 0
        book = self._reader.notebook
        self.list.clear_options()
        self.list.add_options(_option(mark) for mark in book.highlights)
        if book.orphans:
            self.list.add_option(Option(Text(ORPHANS, Style(bold=True)), disabled=True))
            self.list.add_options(_option(mark) for mark in book.orphans)
        if not self.list.option_count:
            self.list.add_option(Option(Text(hint(self, NOTHING)), disabled=True))
        self.list.highlighted = min(at, self.list.option_count - 1)

    def action_down(self) -> None:
        """Go to the next highlight."""
        self.list.action_cursor_down()

    def action_up(self) -> None:
        """Go to the highlight before."""
        self.list.action_cursor_up()

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        """Go to the highlight that was chosen with the mouse."""
        self.action_open()

    def action_open(self) -> None:
        """Go back to the article, to the highlight under the cursor."""
        mark = self.mark
        if mark is not None and mark in self._reader.notebook.highlights:
            self.dismiss()
        if mark is not None:
            self._go_to(mark)

    def action_note(self) -> None:
        """Write a note beside it."""
        if (mark := self.mark) is not None:
            self._write_note(mark)

    def action_tags(self) -> None:
        """Tag it."""
        if (mark := self.mark) is not None:
            self._write_tags(mark)

    def action_delete(self) -> None:
        """Take it off."""
        if (mark := self.mark) is not None:
            self._reader.edit(Edit(mark, None))
            self._fill()

    def action_undo(self) -> None:
        """Take back what was done last."""
        self._reader.action_undo()
        self._fill()


def _option(mark: Highlight) -> Option:
    """Return what the list shows of ``mark``: sign and words, the first words of its note, and tags."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_row(Text(SIGNS[mark.colour]), Text(shorten(mark.text, WORDS)))
    if mark.note:
        table.add_row(Text(), Text(shorten(mark.note, WORDS), Style(italic=True)))
    if mark.tags:
        table.add_row(Text(), Text(shorten("  ".join(f"#{tag}" for tag in mark.tags), WORDS)))
    # No colours of our own: the cursor's have to be legible on them.
    return Option(Padding(table, (0, 0, 1, 0)), id=mark.id)
