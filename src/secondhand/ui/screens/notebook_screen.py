"""What the reader stands on: the session, the notebook, how they are kept, how the user is told things."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Protocol, TypeVar, runtime_checkable

from textual import on
from textual.notifications import SeverityLevel
from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import Worker

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.errors import LibraryError, SecondhandError
from secondhand.notes.correction import Correction
from secondhand.notes.describing import describe_edit
from secondhand.notes.edit import Edit, History
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import make_safe
from secondhand.session import ClaimIndex, Session
from secondhand.ui.background.autosave import Keeper, Place, tell_unkept
from secondhand.ui.keys.hints import hint
from secondhand.ui.messages import FoundElsewhere

PAUSE = 1.0
"""seconds the cursor rests before its place is kept"""
_NOTHING = Article("", ())

Result = TypeVar("Result")
"""what a dialog is closed with"""


@runtime_checkable
class Keeping(Protocol):
    """An app that knows what to do with a notebook that cannot be kept."""

    unkept: Notebook | None


class NotebookScreen(Screen[None]):
    """Holds where the reader is and what they made: ``edit`` changes it and keeps it at once.

    Its state is of ``var``: the widgets that show it are drawn anew, never the whole screen.
    """

    session: var[Session] = var(partial(Session, _NOTHING))
    """where the reader is"""
    notebook: var[Notebook] = var(partial(Notebook, _NOTHING))
    """the article, its claims, and the reader's marks"""
    elsewhere: var[Mapping[str, str]] = var(dict[str, str])
    """where else claims stand, in words, by their ids"""

    def __init__(self, notebook: Notebook, keeper: Keeper | None = None) -> None:
        """Begin where reading stopped, with the claims that are known."""
        super().__init__()
        self.article = notebook.article
        """what is being read"""
        self.keeper = keeper or Keeper()
        """what keeps the notebook"""
        self.history = History()
        """what can be undone"""
        self.found: Analysis | None = notebook.found
        """what the model says, whole or not yet"""
        self._resting: Timer | None = None
        self._looked = False
        self.set_reactive(NotebookScreen.notebook, notebook)
        self.set_reactive(NotebookScreen.session, _open_session(notebook, self.keeper.position()))

    # --- what the reader does to their marks

    def edit(self, edit: Edit) -> None:
        """Carry out ``edit``, keep it at once, and let it be undone."""
        self.history = self.history.add(edit)
        self.apply(edit)

    def apply(self, edit: Edit) -> None:
        """Carry out ``edit`` and keep it at once, without a step in the history."""
        self.notebook = self.notebook.apply(edit)
        if isinstance(edit.after or edit.before, Correction):
            self._show_corrections()
        try:
            self.keeper.write(edit)
        except LibraryError as error:
            self.complain(error, "Not kept yet: it is tried again with your next mark")

    def take_marks(self, notebook: Notebook) -> None:
        """Show the marks of ``notebook``, which are kept already."""
        corrected = notebook.corrections != self.notebook.corrections
        self.notebook = notebook
        if corrected:
            self._show_corrections()

    def action_undo(self) -> None:
        """Take back what was done last; what was told of it holds no more."""
        self.app.clear_notifications()
        step = self.history.undo()
        if step is None:
            self.say("There is nothing to undo.")
            return
        self.history = step[0]
        self.apply(step[1])
        self.say(f"Undone: {describe_edit(step[1].undone())}.")

    def action_redo(self) -> None:
        """Do again what was undone last."""
        self.app.clear_notifications()
        step = self.history.redo()
        if step is None:
            self.say("There is nothing to redo.")
            return
        self.history = step[0]
        self.apply(step[1])
        self.say(f"Done again: {describe_edit(step[1])}.")

    # --- how the user is told and asked

    def say(self, words: str, seconds: float = 3) -> None:
        """Tell the user something for a moment."""
        self.notify(words, timeout=seconds, markup=False)

    def complain(self, error: SecondhandError, title: str = "", severity: SeverityLevel = "warning") -> None:
        """Tell the user what went wrong, for longer."""
        timeout = 8 if severity == "error" else None
        self.notify(make_safe(str(error)), title=title, severity=severity, timeout=timeout, markup=False)

    def name_keys(self, words: str) -> str:
        """Return ``words`` of ours with the key of each binding they name: "{mark.undo} undoes it"."""
        return hint(self, words)

    def show_line(self, name: str, words: str, *, first: bool = False) -> None:
        """Show ``words`` on the line ``name`` of their own until there are others; none takes it away.

        ``first`` puts it right under the text, above other such lines.
        """
        lines = self.query(f"#{name}")
        if lines:
            lines.only_one(Static).update(words)
            lines.set(display=bool(words))
        elif words:
            line = Static(words, id=name, markup=False)
            self.mount(line, after="#panes" if first else None, before=None if first else "Footer")

    def open_dialog(
        self, dialog: Screen[Result], then: Callable[[Result | None], None] | None = None
    ) -> None:
        """Open ``dialog`` over the screen, and do ``then`` with its result."""
        self.app.push_screen(dialog, then)

    def run_in_thread(self, work: Callable[[], None], group: str) -> Worker[None]:
        """Do ``work`` in a thread, and let nobody wait any more for what ``group`` was doing before."""
        return self.run_worker(work, thread=True, exclusive=True, group=group)

    # --- the claims

    def index_claims(self, found: Analysis, corrections: tuple[Correction, ...]) -> ClaimIndex:
        """Return the claims of ``found`` with ``corrections``; speakers keep their colours."""
        return _index_claims(self.article, found, corrections, self.session.index)

    def _show_corrections(self) -> None:
        """Show the claims with the corrections there are now."""
        if self.found is not None:
            session = self.session
            index = self.index_claims(self.found, self.notebook.corrections)
            self.session = session.learn(index, session.read, session.done, session.total)

    def _look_elsewhere(self, place: Place) -> None:
        """Find where else the claims stand: in a thread, while one reads."""
        # Only now: an article that is opened need not wait for it.
        from secondhand.ui.screens.features.looking_elsewhere import tell_elsewhere

        # It is told besides: where that cannot be, reading goes on.
        with suppress(LibraryError, OSError):
            self.post_message(FoundElsewhere(tell_elsewhere(place)))

    @on(FoundElsewhere)
    def _show_elsewhere(self, message: FoundElsewhere) -> None:
        self.elsewhere = message.lines

    # --- the place

    def watch_session(self, old: Session, new: Session) -> None:
        """Keep the reader's place once they rest there; once all is analysed, find where else it stands."""
        if new.state == "done" and not self._looked and self.keeper.place is not None:
            self._looked = True
            self.run_in_thread(partial(self._look_elsewhere, self.keeper.place), "elsewhere")
        if old.paragraph != new.paragraph and self.keeper.library is not None:
            if self._resting is not None:
                self._resting.stop()
            self._resting = self.set_timer(PAUSE, self.keep_place)

    def keep_new(self) -> None:
        """Let the library take up an article that is new to it."""
        try:
            self.keeper.take_up()
        except LibraryError as error:
            self.notify(tell_unkept(error), severity="warning", timeout=10, markup=False)

    def keep_place(self) -> None:
        """Keep the reader's place, and what could not be kept before."""
        try:
            self._keep_place()
        except LibraryError as error:
            self.complain(error, "Your place is not kept")

    def on_unmount(self) -> None:
        """Keep the reader's place at the end; what the library does not even take now is put aside."""
        try:
            self._keep_place()
        except LibraryError:
            if self.keeper.waiting and isinstance(self.app, Keeping):
                self.app.unkept = self.notebook

    def _keep_place(self) -> None:
        self.keeper.flush()
        paragraphs, at = self.article.paragraphs, self.session.paragraph
        if paragraphs:
            last = at == len(paragraphs) - 1
            self.keeper.reach(paragraphs[at].end if last else paragraphs[at].start)


def _open_session(notebook: Notebook, offset: int) -> Session:
    """Return the session to begin with: at ``offset``, with the claims that are known."""
    article, found = notebook.article, notebook.found
    session = Session(article)
    if found is not None:
        index = _index_claims(article, found, notebook.corrections)
        session = session.learn(index, frozenset(range(len(article.paragraphs))), 0, 0)
    return session.move_to(article.paragraph_at(offset))


def _index_claims(
    article: Article,
    found: Analysis,
    corrections: tuple[Correction, ...],
    before: ClaimIndex | None = None,
) -> ClaimIndex:
    """Return the claims of ``found`` with ``corrections``, made quick to find."""
    if corrections:
        # Only now: an article without corrections need not wait for what places them.
        from secondhand.notes.correcting import apply_corrections

        found = apply_corrections(article, found, corrections)
    return ClaimIndex.of(article, found, before)
