"""A question that is answered with yes or no."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from secondhand.ui.keys.bindings import ASK
from secondhand.ui.widgets.footer import Keys


class AskScreen(ModalScreen[bool]):
    """Asks over what is there; its result is whether the answer was yes."""

    CSS_PATH = "question.tcss"
    BINDINGS = ASK

    def __init__(self, question: str) -> None:
        """Ask ``question``, one that can be shown as it is."""
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """Make the question."""
        yield Static(self._question, id="question", markup=False)
        yield Keys(show_command_palette=False)
