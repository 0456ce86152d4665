"""The library: every article there is, to find again, open, and delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from secondhand.errors import LibraryError
from secondhand.safe_text import make_safe
from secondhand.ui.drawing import library_table
from secondhand.ui.drawing.table_columns import Order
from secondhand.ui.keys.bindings import LIBRARY, START
from secondhand.ui.keys.hints import hint
from secondhand.ui.keys.palette import LibraryCommands, StartCommands
from secondhand.ui.screens.article_table import ListingScreen
from secondhand.wording.shortening import shorten

if TYPE_CHECKING:
    from secondhand.library import Library, Row

EMPTY = """\
Nothing here yet.

Every article you read is kept here, with its claims and all that you make of it:

  secondhand article.txt
  secondhand https://example.org/news.html
"""
UNDO = "\n{library.undo} brings back what you deleted."
BACK = "{library.undo} brings it back."


class LibraryScreen(ListingScreen["Row"]):
    """A table of articles. Its result is the entry of the article to open, or None to go back."""

    BINDINGS = LIBRARY
    COMMANDS: ClassVar = {LibraryCommands}
    HEADING = "Library"
    LOOKS_AT = "title, publisher, date, tag"

    def __init__(self, library: Library) -> None:
        """Show what is in ``library``."""
        super().__init__(Order(library_table.COLUMNS, library_table.OPENED))
        self._library = library
        self._deleted: list[tuple[int, str]] = []

    def on_mount(self) -> None:
        """Read the library."""
        self._load()

    def _load(self) -> None:
        """Read the library anew; where that fails, say why."""
        try:
            self.show({row.entry: row for row in self._library.rows()})
        except LibraryError as error:
            self._complain(error)
            self.show(self._known)

    def haystack(self, row: Row) -> str:
        """Return title, publisher, date and tags, in lower case."""
        return library_table.haystack(row)

    def nothing(self) -> str:
        """Return what to do where there are no articles."""
        return EMPTY + (hint(self, UNDO) if self._deleted else "")

    def open_chosen(self, number: int) -> None:
        """Go back with the article that was chosen."""
        self.dismiss(number)

    def action_delete(self) -> None:
        """Delete the article under the cursor."""
        row = self._known.get(self.entry or 0)
        if row is None:
            return
        title = shorten(library_table.title_of(row))
        try:
            self._library.delete(row.entry)
        except LibraryError as error:
            self._complain(error)
            return
        self._deleted.append((row.entry, title))
        at = self.table.cursor_row
        self._load()
        self.table.move_cursor(row=at)
        self._say(f"Deleted “{title}”. {hint(self, BACK)}")

    def action_undo(self) -> None:
        """Bring back the article deleted last."""
        if not self._deleted:
            self._say("Nothing was deleted here.")
            return
        entry, title = self._deleted[-1]
        try:
            self._library.restore(entry)
        except LibraryError as error:
            self._complain(error)
            return
        self._deleted.pop()
        self._load()
        self._say(f"“{title}” is back.")

    def _say(self, words: str) -> None:
        """Tell the user something for a moment, in the place of what was told before."""
        self.app.clear_notifications()
        self.notify(words, timeout=4, markup=False)

    def _complain(self, error: LibraryError) -> None:
        self.notify(make_safe(str(error)), title="Library", severity="error", markup=False)


class StartScreen(LibraryScreen):
    """The library where the program began with it: who leaves it quits."""

    BINDINGS: ClassVar = list(START)
    COMMANDS: ClassVar = {StartCommands}
