"""The library: every article there is, to find again, open, and delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import DataTable, Footer, Input, Static

from secondhand.errors import LibraryError
from secondhand.ui import catalogue
from secondhand.ui.bindings import LIBRARY, TABLE
from secondhand.ui.catalogue import COLUMNS, Order
from secondhand.ui.commands import LibraryCommands
from secondhand.ui.edits import brief
from secondhand.ui.shown import safe

if TYPE_CHECKING:
    from secondhand.library import Library, Row

EMPTY = """\
Nothing here yet.

Every article you read is kept here, with its claims and all that you make of it:

  secondhand article.txt
  secondhand https://example.org/news.html
"""
UNDO = "\nu brings back what you deleted."
_AT_ONCE = 200
"""rows added before the screen is drawn: more than a terminal shows, few enough to type on meanwhile"""
_LATER = 800
"""rows added at a time after that"""
_QUIET = 0.25
"""seconds without a change before more than the first rows are added"""


class Articles(DataTable[Text], inherit_bindings=False):
    """The table itself."""

    BINDINGS = TABLE


class LibraryScreen(Screen[int]):
    """A table of articles. Its result is the entry of the article to open, or None to go back."""

    CSS_PATH = "library.tcss"
    BINDINGS = LIBRARY
    COMMANDS: ClassVar = {LibraryCommands}
    AUTO_FOCUS = "Articles"

    def __init__(self, library: Library) -> None:
        """Show what is in ``library``."""
        super().__init__()
        self._library = library
        self._rows: tuple[Row, ...] = ()
        self._haystacks: dict[int, str] = {}
        self._waiting: list[Row] = []
        self._rest: Timer | None = None
        self._columns: tuple[tuple[int, int], ...] = ()
        self._deleted: list[tuple[int, str]] = []
        self.order = Order()
        """what the table is sorted by"""

    def compose(self) -> ComposeResult:
        """Make the head, the filter, the table, and what stands there instead of an empty one."""
        yield Static(id="head", markup=False)
        yield Input(placeholder="/ to filter by title, publisher, date, tag", id="filter", compact=True)
        yield Articles(cursor_type="row")
        yield Static(id="nothing", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Read the library."""
        self._load()

    def on_resize(self) -> None:
        """Show as many columns as there is room for."""
        if catalogue.shown(self._room) != self._columns:
            self._fill()

    @property
    def table(self) -> Articles:
        """The table of articles."""
        return self.query_one(Articles)

    @property
    def filter(self) -> Input:
        """The line that filters it."""
        return self.query_one("#filter", Input)

    @property
    def _room(self) -> int:
        """Cells the table has beside its scroll bar."""
        return self.size.width - 3

    # --- what is shown

    def _load(self) -> None:
        """Read the library anew; where that fails, say why."""
        try:
            self._rows = self._library.rows()
        except LibraryError as error:
            self._complain(error)
        self._haystacks = {row.entry: catalogue.haystack(row) for row in self._rows}
        self._fill()

    def _fill(self) -> None:
        """Draw the rows that the filter lets pass, in order, and stay on the same article."""
        matches = catalogue.matcher(self.filter.value)
        rows = self.order.sorted(row for row in self._rows if matches(self._haystacks[row.entry]))
        here = self.entry
        self.table.clear(columns=True)
        self._columns = catalogue.shown(self._room)
        for index, width in self._columns:
            self.table.add_column(self._heading(index), width=width, key=str(index))
        self._waiting = rows
        self._add(_AT_ONCE, _QUIET)
        if here is not None and str(here) in self.table.rows:
            self.table.move_cursor(row=self.table.get_row_index(str(here)))
        self._tell(len(rows))

    def _add(self, most: int, pause: float) -> None:
        """Add rows that are still waiting, ``most`` of them now, the others bit by bit after a ``pause``."""
        now, self._waiting = self._waiting[:most], self._waiting[most:]
        for row in now:
            texts = catalogue.cells(row, self._columns)
            cells = (Text(text, no_wrap=True, overflow="ellipsis", end="") for text in texts)
            self.table.add_row(*cells, key=str(row.entry))
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(pause, lambda: self._add(_LATER, 0.01)) if self._waiting else None

    def _heading(self, index: int) -> Text:
        name = COLUMNS[index].name
        return Text(f"{name}{self.order.sign}" if index == self.order.column else name)

    def _tell(self, count: int) -> None:
        """Say how many articles are shown and in what order, and what to do where there are none."""
        every = len(self._rows)
        many = f"{every} article{'' if every == 1 else 's'}"
        told = f"{count} of {many}" if count < every else many
        head = Content.assemble(("Library", "bold"), (f" · {told} · {self.order.words}", "$quiet"))
        self.query_one("#head", Static).update(head)
        nothing = f"Nothing matches “{safe(self.filter.value)}”. Escape shows all." if every else EMPTY
        nothing += UNDO if self._deleted and not every else ""
        self.query_one("#nothing", Static).update(nothing)
        self.set_class(not count, "-nothing")
        self.set_class(not every, "-empty")

    # --- what is done

    @property
    def entry(self) -> int | None:
        """The entry of the article under the cursor, or None."""
        at = self.table.cursor_row
        return int(self.table.ordered_rows[at].key.value or 0) if self.table.is_valid_row_index(at) else None

    @on(Input.Changed, "#filter")
    def _filter_changed(self) -> None:
        self._fill()

    @on(Input.Submitted, "#filter")
    def _filter_done(self) -> None:
        self.table.focus()

    @on(DataTable.RowSelected)
    def _open(self, event: DataTable.RowSelected) -> None:
        self.dismiss(int(event.row_key.value or 0))

    @on(DataTable.HeaderSelected)
    def _sort(self, event: DataTable.HeaderSelected) -> None:
        self._sort_by(int(event.column_key.value or 0))

    def action_filter(self) -> None:
        """Type into the filter."""
        self.filter.focus()

    def action_back(self) -> None:
        """Show all again where a filter hides some, else go back."""
        if self.filter.value:
            self.filter.value = ""
        elif not self.filter.has_focus:
            self.dismiss(None)
        self.table.focus()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_list(self) -> None:
        """Go to the table."""
        self.table.focus()

    def action_sort(self) -> None:
        """Sort by the next column in view."""
        order = [index for index, _ in self._columns]
        at = order.index(self.order.column) + 1 if self.order.column in order else 0
        self._sort_by(order[at % len(order)])

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._sort_by(self.order.column)

    def _sort_by(self, column: int) -> None:
        self.order = self.order.by(column)
        self._fill()

    def action_delete(self) -> None:
        """Delete the article under the cursor."""
        row = next((row for row in self._rows if row.entry == self.entry), None)
        if row is None:
            return
        title = brief(catalogue.title_of(row))
        try:
            self._library.delete(row.entry)
        except LibraryError as error:
            self._complain(error)
            return
        self._deleted.append((row.entry, title))
        at = self.table.cursor_row
        self._load()
        self.table.move_cursor(row=at)
        self._say(f"Deleted “{title}”. u brings it back.")

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
        self.notify(safe(str(error)), title="Library", severity="error", markup=False)
