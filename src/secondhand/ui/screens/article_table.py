"""What every table of articles can do: it is filtered as one types, sorted, and grows bit by bit."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, Generic

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import DataTable, Input, Static

from secondhand.safe_text import make_safe
from secondhand.ui.drawing.table_columns import Order, T, matcher
from secondhand.ui.keys.bindings import SEARCH, TABLE
from secondhand.ui.keys.hints import hint
from secondhand.ui.widgets.footer import Keys

QUITS = "{library.close} quits."
_AT_ONCE = 200
"""rows added before the screen is drawn: more than a terminal shows, few enough to type on meanwhile"""
_LATER = 800
"""rows added at a time after that"""
_QUIET = 0.25
"""seconds without a change before more than the first rows are added"""


class Articles(DataTable[Text], inherit_bindings=False):
    """The table itself."""

    BINDINGS = TABLE


class SearchLine(Input):
    """The line that filters it."""

    BINDINGS = SEARCH


class ListingScreen(Screen[Any], Generic[T]):
    """A table of articles, each known by a number."""

    CSS_PATH = "article_table.tcss"
    AUTO_FOCUS = "Articles"
    HEADING = ""
    """what stands above the table"""
    IS_FIRST = False
    """whether the program began with it: to go back from there would be to quit unasked"""
    LOOKS_AT = "to filter by title, publisher, date"
    """what the filter does, in words"""

    def __init__(self, order: Order[T]) -> None:
        """Sort by ``order`` at first."""
        super().__init__()
        self.order = order
        """what the table is sorted by"""
        self._known: Mapping[int, T] = {}
        self._haystacks: dict[int, str] = {}
        self._waiting: list[tuple[int, T]] = []
        self._rest: Timer | None = None
        self._columns: tuple[tuple[int, int], ...] = ()
        self._needed: tuple[int, ...] = ()

    @abstractmethod
    def haystack(self, row: T) -> str:
        """Return all that the filter looks at, in lower case."""

    @abstractmethod
    def open_chosen(self, number: int) -> None:
        """Do what is to be done with the article that was chosen."""

    def passing(self, wanted: str) -> Callable[[int], bool]:
        """Return whether the filter lets an article pass by its number, where ``wanted`` is written in it."""
        matches = matcher(wanted)
        return lambda number: matches(self._haystacks[number])

    def heading(self) -> str:
        """Return what stands above the table."""
        return self.HEADING

    def nothing(self) -> str:
        """Return what stands there instead of an empty table."""
        return "Nothing here."

    def compose(self) -> ComposeResult:
        """Make the head, the filter, the table, and what stands there instead of an empty one."""
        placeholder = hint(self, "{library.filter}") + f" {self.LOOKS_AT}"
        yield Static(id="head", markup=False)
        yield SearchLine(placeholder=placeholder, id="filter", compact=True)
        yield Articles(cursor_type="row")
        yield Static(id="nothing", markup=False)
        yield Static(id="found", markup=False)
        yield Keys()

    def on_resize(self) -> None:
        """Show as many columns as there is room for."""
        if self.order.list_shown(self._room, self._needed) != self._columns:
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
    def entry(self) -> int | None:
        """The number of the article under the cursor, or None."""
        at = self.table.cursor_row
        return int(self.table.ordered_rows[at].key.value or 0) if self.table.is_valid_row_index(at) else None

    @property
    def _room(self) -> int:
        """Cells the table has beside its scroll bar."""
        return self.size.width - 3

    # --- what is shown

    def show(self, known: Mapping[int, T]) -> None:
        """Show these articles, by their numbers, and stay on the same one."""
        self._known = known
        self._needed = self.order.measure(known.values())
        self._haystacks = {number: self.haystack(row) for number, row in known.items()}
        self._fill()

    def _fill(self) -> None:
        """Draw the rows that the filter lets pass, in order, and stay on the same article."""
        passes = self.passing(self.filter.value)
        rows = self.order.sort(item for item in self._known.items() if passes(item[0]))
        here = self.entry
        self.table.clear(columns=True)
        self._columns = self.order.list_shown(self._room, self._needed)
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
        for number, row in now:
            texts = self.order.cells(row, self._columns)
            self.table.add_row(*(Text(text, no_wrap=True, end="") for text in texts), key=str(number))
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(pause, lambda: self._add(_LATER, 0.01)) if self._waiting else None

    def _heading(self, index: int) -> Text:
        name = self.order.columns[index].name
        return Text(f"{name}{self.order.sign}" if index == self.order.column else name)

    def _tell(self, count: int) -> None:
        """Say how many articles are shown and in what order, and what to do where there are none."""
        every = len(self._known)
        many = f"{every} article{'' if every == 1 else 's'}"
        told = f"{count} of {many}" if count < every else many
        head = Content.assemble((self.heading(), "bold"), (f" · {told} · {self.order.words}", "$quiet"))
        self.query_one("#head", Static).update(head)
        missed = (
            f"Nothing matches “{make_safe(self.filter.value)}”. {hint(self, '{library.back} shows all.')}"
        )
        self.query_one("#nothing", Static).update(missed if every else self.nothing())
        self.set_class(not count, "-nothing")
        self.set_class(not every, "-empty")

    # --- what is done

    @on(Input.Changed, "#filter")
    def _filter_changed(self) -> None:
        self._fill()

    @on(Input.Submitted, "#filter")
    def _filter_done(self) -> None:
        self.set_focus(self.table)

    @on(DataTable.RowSelected)
    def _choose(self, event: DataTable.RowSelected) -> None:
        self.open_chosen(int(event.row_key.value or 0))

    @on(DataTable.HeaderSelected)
    def _sort(self, event: DataTable.HeaderSelected) -> None:
        self._sort_by(int(event.column_key.value or 0))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the key of the filter to the filter while one writes into it."""
        return not (action == "filter" and self.is_mounted and self.filter.has_focus)

    def action_filter(self) -> None:
        """Type into the filter: at once, for the next keys may be here already."""
        self.set_focus(self.filter)

    def action_back(self) -> None:
        """Show all again where a filter hides some, else go back."""
        if self.filter.value:
            self.filter.value = ""
        elif self.IS_FIRST and not self.filter.has_focus:
            self.notify(hint(self, QUITS), timeout=3, markup=False)
        elif not self.filter.has_focus:
            self.dismiss(None)
        self.set_focus(self.table)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from secondhand.ui.screens.dialogs.help import explain_keys

        self.app.push_screen(explain_keys(self, self.HEADING))

    def action_list(self) -> None:
        """Go to the table."""
        self.set_focus(self.table)

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
