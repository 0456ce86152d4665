"""Every highlight of the article, and those whose words are not in it any more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
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
MOST = 100
"""highlights that are listed at a time"""
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
        self._shown: tuple[Highlight, ...] = ()
        self._first = 0
        """number of the first one that is shown"""

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
        self._fill(self._at)

    @property
    def mark(self) -> Highlight | None:
        """The highlight under the cursor."""
        at = self.list.highlighted
        marks_id = self.list.get_option_at_index(at).id if at is not None else None
        return next((mark for mark in self._shown if mark.id == marks_id), None)

    def _fill(self, at: int) -> None:
        """List the highlights around number ``at``, and put the cursor on that one or the last there is."""
        notebook = self._reader.notebook
        found, count = len(notebook.highlights), len(notebook.highlights) + len(notebook.orphans)
        at = max(0, min(at, count - 1))
        first = at - at % MOST
        self._first = first
        every = islice(chain(notebook.highlights, notebook.orphans), first, first + MOST)
        self._shown = tuple(every)
        self.list.clear_options()
        self.list.add_options(_options(self._shown, max(0, found - first)))
        if not self._shown:
            self.list.add_option(Option(Text(hint(self, NOTHING)), disabled=True))
        else:
            self.list.highlighted = self.list.get_option_index(self._shown[at - first].id)
        part = f" {first + 1} to {first + len(self._shown)} of {count}" if count > MOST else ""
        self.query_one("#marks").border_title = f"Highlights{part}"

    @property
    def _at(self) -> int:
        """The number of the highlight under the cursor, among all of them."""
        mark = self.mark
        return self._first + (self._shown.index(mark) if mark is not None else 0)

    def _step(self, step: int) -> None:
        """Go ``step`` highlights on; where they are not listed yet, list them. At either end start again."""
        count = len(self._reader.notebook.highlights) + len(self._reader.notebook.orphans)
        at = (self._at + step) % max(1, count)
        if self._first <= at < self._first + len(self._shown):
            self.list.highlighted = self.list.get_option_index(self._shown[at - self._first].id)
        else:
            self._fill(at)

    def action_down(self) -> None:
        """Go to the next highlight."""
        self._step(1)

    def action_up(self) -> None:
        """Go to the highlight before."""
        self._step(-1)

    @on(OptionList.OptionSelected)
    def _go_to_clicked(self) -> None:
        """Go to the highlight that was chosen with the mouse."""
        self.action_open()

    def action_open(self) -> None:
        """Go back to the article, to the highlight under the cursor."""
        mark = self.mark
        if mark is None:
            return
        if self._shown.index(mark) + self._first < len(self._reader.notebook.highlights):
            self.dismiss()
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
            at = self._at
            self._reader.edit(Edit(mark, None))
            self._fill(at)

    def action_undo(self) -> None:
        """Take back what was done last."""
        at = self._at
        self._reader.action_undo()
        self._fill(at)


def _options(marks: Sequence[Highlight], found: int) -> Iterator[Option]:
    """Yield what the list shows of ``marks``; those after the first ``found`` get a heading."""
    for number, mark in enumerate(marks):
        if number == found:
            yield Option(Text(ORPHANS, Style(bold=True)), disabled=True)
        yield _option(mark)


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
