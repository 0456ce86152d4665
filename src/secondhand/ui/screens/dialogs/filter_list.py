"""The list of filters: which claims to leave."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from secondhand.filters import Filter, filters
from secondhand.safe_text import make_safe
from secondhand.session import Session
from secondhand.ui.keys.bindings import FILTERS
from secondhand.ui.widgets.footer import Keys


class FilterScreen(ModalScreen[Filter]):
    """A list of filters with how many claims each leaves, over the reader. Its result is the one chosen."""

    CSS_PATH = "note.tcss"
    BINDINGS = FILTERS

    def __init__(self, session: Session, highlighted: Filter) -> None:
        """Offer what leaves some of the claims of ``session``, ``highlighted`` among it."""
        super().__init__()
        index = session.index
        every = (*filters(index.claims, index.speakers.values()), highlighted)
        claims = [(claim, index.speaker(claim)) for claim in index.claims]
        counted = ((by, sum(by.holds(*claim) for claim in claims)) for by in every)
        self._filters = [(by, count) for by, count in counted if count]
        self._shown = self._filters

    def compose(self) -> ComposeResult:
        """Make the line to narrow the list, and the list."""
        with Vertical(id="filters") as box:
            box.border_title = "Only claims that are …"
            yield Input(placeholder="write to narrow the list")
            yield OptionList()
        yield Keys(show_command_palette=False)

    @property
    def list(self) -> OptionList:
        """The list itself."""
        return self.query_one(OptionList)

    @on(Input.Changed)
    def _fill(self) -> None:
        """List the filters with all words that are written."""
        words = self.query_one(Input).value.casefold().split()
        self._shown = [f for f in self._filters if all(word in f[0].label.casefold() for word in words)]
        self.list.clear_options()
        self.list.add_options(Option(Text(f"{count:>4}  {make_safe(by.label)}")) for by, count in self._shown)
        if not self._shown:
            self.list.add_option(Option(Text("No claims like that."), disabled=True))
        self.list.highlighted = 0 if self._shown else None

    def on_mount(self) -> None:
        """List all of them."""
        self._fill()

    def action_down(self) -> None:
        """Go to the next filter."""
        self.list.action_cursor_down()

    def action_up(self) -> None:
        """Go to the filter before."""
        self.list.action_cursor_up()

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Go back with the filter under the cursor."""
        if self._shown and self.list.highlighted is not None:
            self.dismiss(self._shown[self.list.highlighted][0])
