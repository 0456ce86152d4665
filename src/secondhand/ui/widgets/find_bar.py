"""The line one writes into what to look for; it stays while the search is on."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from secondhand.safe_text import make_safe
from secondhand.search import Search
from secondhand.ui.keys.bindings import FIND
from secondhand.ui.messages import FindEnded, Sought


class FindBar(Horizontal):
    """A pattern, and how many hits it has."""

    BINDINGS = FIND

    def __init__(self, pattern: str = "", *, writing: bool = True) -> None:
        """Begin with ``pattern``, ready to be written over, at once where ``writing``."""
        super().__init__()
        self._pattern = pattern
        self._writing = writing

    def compose(self) -> ComposeResult:
        """Make the line."""
        yield Static("/", id="slash")
        yield Input(self._pattern, placeholder="words, or a regular expression", compact=True)
        yield Static(id="count", markup=False)

    def on_mount(self) -> None:
        """Tell what comes of it."""
        self.watch(self.screen, "search", self._tell, init=False)
        if self._writing:
            self.write()

    def write(self) -> None:
        """Let the reader write."""
        line = self.query_one(Input)
        self.screen.set_focus(line)
        line.action_select_all()

    def _tell(self, search: Search | None) -> None:
        """Say what came of ``search``."""
        self.query_one("#count", Static).update(count_hits(search) if search else "")

    @on(Input.Changed)
    def _look_for(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(Sought(event.value))

    def action_settle(self) -> None:
        """Go on in the text, at the hit."""
        self.post_message(FindEnded(kept=bool(self.query_one(Input).value)))

    def action_leave(self) -> None:
        """Look for nothing any more."""
        self.post_message(FindEnded(kept=False))


def count_hits(search: Search) -> str:
    """Return what came of ``search``: "3 of 17"."""
    if search.problem or not search.hits:
        return make_safe(search.problem) or "nothing found"
    return f"{(search.at or 0) + 1} of {len(search.hits)}"
