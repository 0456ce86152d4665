"""A list over the reader that what one writes narrows: the filters, the outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from rich.padding import Padding
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from secondhand.ui.widgets.footer import Keys

Chosen = TypeVar("Chosen")


@dataclass(frozen=True, slots=True)
class ListRow(Generic[Chosen]):
    """One row of such a list."""

    words: str
    """what is looked in for the words that are written"""
    shown: Text | Padding
    chosen: Chosen
    """the result where it is chosen"""


class NarrowedList(ModalScreen[Chosen]):
    """A line to write in, and the rows that have all words written there. Its result is the one chosen."""

    CSS_PATH = "note.tcss"
    TOLD: ClassVar[str]
    """the title of its box"""
    NOTHING: ClassVar[str]
    """what is said where no row is left"""

    def __init__(self, rows: Sequence[ListRow[Chosen]]) -> None:
        """Offer ``rows``."""
        super().__init__()
        self._rows = self._shown = list(rows)

    def compose(self) -> ComposeResult:
        """Make the line to narrow the list, and the list."""
        with Vertical(id="filters") as box:
            box.border_title = self.TOLD
            yield Input(placeholder="write to narrow the list")
            yield OptionList()
        yield Keys(show_command_palette=False)

    def show_rows(self, rows: Sequence[ListRow[Chosen]]) -> None:
        """Offer ``rows`` from now on."""
        self._rows = list(rows)
        self._fill()

    def on_mount(self) -> None:
        """List all of them."""
        self._fill()
        self.list.highlighted = self.find_first()

    @property
    def list(self) -> OptionList:
        """The list itself."""
        return self.query_one(OptionList)

    @on(Input.Changed)
    def _fill(self) -> None:
        """List what has all words that are written."""
        words = self.query_one(Input).value.casefold().split()
        self._shown = [row for row in self._rows if all(word in row.words.casefold() for word in words)]
        self.list.clear_options()
        self.list.add_options(Option(row.shown) for row in self._shown)
        if not self._shown:
            self.list.add_option(Option(Text(self.tell_nothing()), disabled=True))
        self.list.highlighted = 0 if self._shown else None

    def tell_nothing(self) -> str:
        """Return what is said where no row is left."""
        return self.NOTHING

    def find_first(self) -> int | None:
        """Return the number of the row to begin at; None where there is none."""
        return 0 if self._shown else None

    def action_down(self) -> None:
        """Go to the next one."""
        self.list.action_cursor_down()

    def action_up(self) -> None:
        """Go to the one before."""
        self.list.action_cursor_up()

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Go back with what is under the cursor."""
        if self._shown and self.list.highlighted is not None:
            self.dismiss(self._shown[self.list.highlighted].chosen)
