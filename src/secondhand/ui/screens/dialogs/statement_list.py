"""Where else a claim stands: its statement as a tree, from the origin to every article that has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.padding import Padding
from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from secondhand.export.statements.phrases import (
    carrier_name,
    count_line,
    finding_line,
    member_line,
    utterer_name,
)
from secondhand.statements.statement import Member, Statement
from secondhand.statements.ways import order_by_source
from secondhand.ui.drawing.differences import mark_differences
from secondhand.ui.keys.bindings import ELSEWHERE
from secondhand.ui.widgets.footer import Keys

HERE = "this article"


class StatementsScreen(ModalScreen[Member]):
    """The statements a claim is part of, over the reader. Its result is the member to go to, or None."""

    CSS_PATH = "chain.tcss"
    BINDINGS = ELSEWHERE

    def __init__(self, statements: Sequence[Statement], here: str) -> None:
        """Show ``statements``; ``here`` is the source of the article that is being read."""
        super().__init__()
        self._statements = statements
        self._here = here
        self._shown = [
            (statement, depth, member)
            for statement in statements
            for depth, carrier in order_by_source(statement)
            for member in statement.members
            if member.carrier == carrier
        ]

    @property
    def list(self) -> OptionList:
        """The list itself."""
        return self.query_one(OptionList)

    def compose(self) -> ComposeResult:
        """Make the list."""
        with Vertical(id="ways") as box:
            box.border_title = "Where else it stands"
            yield OptionList(*self._options())
        yield Keys(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin at the first article."""
        self.list.action_first()

    def _options(self) -> Iterator[Option]:
        """Yield the origin of each statement, its articles below it, and what is worth a look."""
        for statement in self._statements:
            yield Option(_head(statement), disabled=True)
            for number, (owner, depth, member) in enumerate(self._shown):
                if owner is statement:
                    yield Option(self._line(statement, depth, member), id=str(number))
            for finding in statement.findings:
                yield Option(Text(f"! {finding_line(finding)}", Style(italic=True)), disabled=True)

    def _line(self, statement: Statement, depth: int, member: Member) -> Padding:
        """Return an article and how it tells the statement, with what differs from the first marked."""
        name = carrier_name(member.carrier)
        mine = f", {HERE}" if member.carrier.source == self._here else ""
        words = mark_differences(member_line(member), member_line(statement.first))
        told = Text.assemble((name + mine, Style(bold=True)), "\n", words)
        return Padding(told, (0, 0, 0, 2 * (depth + 1)))

    @property
    def member(self) -> Member | None:
        """The member under the cursor."""
        at = self.list.highlighted
        number = self.list.get_option_at_index(at).id if at is not None else None
        return self._shown[int(number)][2] if number else None

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Go to the article under the cursor; back to the text where that is the one being read."""
        member = self.member
        if member is not None:
            self.dismiss(None if member.carrier.source == self._here else member)

    def action_down(self) -> None:
        """Go to the next article."""
        self.list.action_cursor_down()

    def action_up(self) -> None:
        """Go to the article before."""
        self.list.action_cursor_up()


def _head(statement: Statement) -> Text:
    """Return who a statement originates from, in how many articles it stands, and on how many origins."""
    return Text(f"{utterer_name(statement.origin)}\n{count_line(statement)}")
