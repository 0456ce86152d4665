"""The chain of a claim, and the articles behind its links to go to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from secondhand.claim import Link
from secondhand.library.leads import Lead
from secondhand.safe_text import make_safe
from secondhand.ui.keys.bindings import FOLLOW
from secondhand.ui.widgets.chain_list import line
from secondhand.ui.widgets.footer import Keys

ELSEWHERE = "Other words of the claim lead to"


class ChainScreen(ModalScreen[tuple[Lead, bool]]):
    """A claim's way to the reader. Its result is where to go, and whether in the browser, or None."""

    CSS_PATH = "chain.tcss"
    BINDINGS = FOLLOW

    def __init__(self, chain: Sequence[Link], ways: Sequence[Lead]) -> None:
        """Show ``chain``, and under each link the ``ways`` that start from it."""
        super().__init__()
        self._chain = chain
        self._ways = ways

    @property
    def list(self) -> OptionList:
        """The list itself."""
        return self.query_one(OptionList)

    def compose(self) -> ComposeResult:
        """Make the list, on the first way."""
        with Vertical(id="ways") as box:
            box.border_title = "Where it comes from"
            yield OptionList(*self._options(), compact=True)
        yield Keys(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin at the first way."""
        self.list.action_first()

    def _options(self) -> Iterator[Option]:
        """Yield a line for each link, and those of its ways under it."""
        for depth, link in enumerate(self._chain):
            yield Option(line(depth, link), disabled=True)
            yield from self._under(link, "    " * depth)
        if any(way.link is None for way in self._ways):
            yield Option(Text(ELSEWHERE), disabled=True)
            yield from self._under(None, "")

    def _under(self, link: Link | None, before: str) -> Iterator[Option]:
        for number, way in enumerate(self._ways):
            if way.link is link:
                text = Text(
                    f"{before}→ {describe_lead(way)}", Style(bold=True), no_wrap=True, overflow="ellipsis"
                )
                yield Option(text, id=str(number))

    @property
    def way(self) -> Lead | None:
        """The way under the cursor."""
        at = self.list.highlighted
        number = self.list.get_option_at_index(at).id if at is not None else None
        return self._ways[int(number)] if number else None

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Go there in the reader."""
        if way := self.way:
            self.dismiss((way, False))

    def action_browse(self) -> None:
        """Go there in the browser."""
        if (way := self.way) and way.url:
            self.dismiss((way, True))
        else:
            self.notify("This article has no address.", timeout=3, markup=False)

    def action_down(self) -> None:
        """Go to the next way."""
        self.list.action_cursor_down()

    def action_up(self) -> None:
        """Go to the way before."""
        self.list.action_cursor_up()


def describe_lead(way: Lead) -> str:
    """Return ``way`` in words: what the library calls it, else its address and the words that lead there."""
    if way.entry is not None:
        return f"in your library: {make_safe(way.title)}"
    address = make_safe(way.url or "").partition("://")[2]
    return f"{address}  “{make_safe(way.linked)}”" if way.linked else address
