"""A note beside marked words, kept as it is written."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import TextArea

from secondhand.errors import SecondhandError
from secondhand.notes.highlight import SIGNS, Highlight
from secondhand.safe_text import make_safe
from secondhand.ui.keys.bindings import NOTE
from secondhand.ui.layout.breakpoints import BESIDE, begin_in_size
from secondhand.ui.system.editor import edit_text
from secondhand.ui.widgets.footer import Keys
from secondhand.ui.widgets.text_fields import Page
from secondhand.wording.shortening import shorten

PAUSE = 0.3
"""seconds without a key after which what was written is kept"""


class NoteScreen(ModalScreen[None]):
    """A Markdown note, over the reader. There is nothing to save: it is kept while one writes."""

    CSS_PATH = "note.tcss"
    BINDINGS = NOTE
    HORIZONTAL_BREAKPOINTS = BESIDE

    def __init__(self, mark: Highlight, keep: Callable[[str], None]) -> None:
        """Write beside ``mark``; ``keep`` is given the note whenever the writer pauses, and at the end."""
        super().__init__()
        self._mark = mark
        self._keep = keep
        self._text = mark.note
        self._pausing: Timer | None = None

    @property
    def area(self) -> TextArea:
        """Where one writes."""
        return self.query_one(TextArea)

    def compose(self) -> ComposeResult:
        """Make the page."""
        begin_in_size(self)
        with Vertical(id="note") as box:
            box.border_title = safe_title(self._mark)
            box.border_subtitle = "Markdown · kept as you write"
            yield Page(self._mark.note, soft_wrap=True, tab_behavior="focus")
        yield Keys(show_command_palette=False)

    def on_mount(self) -> None:
        """Go on at the end of what there is."""
        self.area.move_cursor(self.area.document.end)

    @on(TextArea.Changed)
    def _wait(self) -> None:
        """Keep the note once the writer pauses."""
        self._text = self.area.text
        if self._pausing is not None:
            self._pausing.stop()
        self._pausing = self.set_timer(PAUSE, self.keep)

    def keep(self) -> None:
        """Keep the note as it is now."""
        for area in self.query(TextArea):  # none is there any more at the end
            self._text = area.text
        self._keep(self._text)

    def on_unmount(self) -> None:
        """Keep the note, however its writer leaves."""
        self.keep()

    def action_close(self) -> None:
        """Keep the note and go back."""
        self._text = self.area.text
        self.keep()
        self.dismiss()

    def action_editor(self) -> None:
        """Go on in the reader's own editor."""
        try:
            self.area.text = self._text = edit_text(self.app, self.area.text)
        except SecondhandError as error:
            self.notify(make_safe(str(error)), severity="error", markup=False)
        self.keep()


def safe_title(mark: Highlight) -> str:
    """Return sign and first words of ``mark``, as they may stand in a border: without markup."""
    from rich.markup import escape

    return escape(f"{SIGNS[mark.colour]} {shorten(mark.text, 60)}")
