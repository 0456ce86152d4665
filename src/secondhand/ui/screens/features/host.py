"""What a feature of the reader is given of the screen it works on, and no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from textual.app import App
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.worker import Worker

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.errors import SecondhandError
from secondhand.notes.edit import Edit, History
from secondhand.notes.notebook import Notebook
from secondhand.search import Search
from secondhand.session import Session
from secondhand.ui.background.autosave import Keeper
from secondhand.ui.widgets.selecting_view import SelectingView

Result = TypeVar("Result")
"""what a dialog is closed with"""


class Host(Protocol):
    """The screen as its features know it: the state they read and change, and how they reach the user."""

    session: Session
    """where the reader is; to set it is to move them"""
    picked: str
    """id of the highlight the keys are for, where the cursor alone does not tell"""
    search: Search | None
    """what is looked for"""
    explaining: bool
    """whether the panel tells how claims were found"""
    history: History
    """what can be undone"""
    found: Analysis | None
    """what the model says, whole or not yet"""

    @property
    def article(self) -> Article:
        """What is being read."""

    @property
    def notebook(self) -> Notebook:
        """The article, its claims, and the reader's marks."""

    @property
    def keeper(self) -> Keeper:
        """What keeps the notebook, and the library it is kept in."""

    @property
    def view(self) -> SelectingView:
        """The article's pane."""

    @property
    def app(self) -> App[Any]:
        """The program, for what reaches out of it: clipboard, browser, editor."""

    @property
    def is_active(self) -> bool:
        """Whether nothing else is open over the screen."""

    def edit(self, edit: Edit) -> None:
        """Carry out ``edit``, keep it at once, and let it be undone."""

    def apply(self, edit: Edit) -> None:
        """Carry out ``edit`` and keep it at once, without a step in the history."""

    def take_marks(self, notebook: Notebook) -> None:
        """Show the marks of ``notebook``, which are kept already."""

    def action_undo(self) -> None:
        """Take back what was done last."""

    def say(self, words: str, seconds: float = 3) -> None:
        """Tell the user something for a moment."""

    def complain(self, error: SecondhandError, title: str = "", severity: SeverityLevel = "warning") -> None:
        """Tell the user what went wrong, for longer."""

    def name_keys(self, words: str) -> str:
        """Return ``words`` of ours with the key of each binding they name: "{mark.undo} undoes it"."""

    def show_line(self, name: str, words: str, *, first: bool = False) -> None:
        """Show ``words`` on the line ``name`` of their own until there are others; none takes it away.

        ``first`` puts it right under the text, above other such lines.
        """

    def open_dialog(
        self, dialog: Screen[Result], then: Callable[[Result | None], None] | None = None
    ) -> None:
        """Open ``dialog`` over the screen, and do ``then`` with its result."""

    def run_in_thread(self, work: Callable[[], None], group: str) -> Worker[None]:
        """Do ``work`` in a thread, and let nobody wait any more for what ``group`` was doing before."""

    def post_message(self, message: Message) -> bool:
        """Report ``message``, from whatever thread."""
