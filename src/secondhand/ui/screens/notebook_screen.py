"""What every part of the reader stands on: the session, the notebook, and how they are kept."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.errors import LibraryError
from secondhand.notes.correction import Correction
from secondhand.notes.describing import describe_edit
from secondhand.notes.edit import Edit, History
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import make_safe
from secondhand.session import ClaimIndex, Session
from secondhand.ui.background.autosave import Keeper

PAUSE = 1.0
"""seconds the cursor rests before its place is kept"""


@runtime_checkable
class Keeping(Protocol):
    """An app that knows what to do with a notebook that cannot be kept."""

    unkept: Notebook | None


class NotebookScreen(Screen[None]):
    """Holds where the reader is and what they made: ``edit`` changes it and keeps it at once.

    Its state is of ``var``: the widgets that show it are drawn anew, never the whole screen.
    """

    session: var[Session | None] = var(None)
    """where the reader is"""
    notebook: var[Notebook | None] = var(None)
    """the article, its claims, and the reader's marks"""

    def __init__(self, notebook: Notebook, keeper: Keeper | None = None) -> None:
        """Begin where reading stopped, with the claims that are known."""
        super().__init__()
        self.keeper = keeper or Keeper()
        self.history = History()
        self.found: Analysis | None = notebook.found
        """what the model says, whole or not yet"""
        self._article = notebook.article
        self._resting: Timer | None = None
        self.set_reactive(NotebookScreen.notebook, notebook)
        self.set_reactive(NotebookScreen.session, _begun(notebook, self.keeper.position()))

    @property
    def here(self) -> Session:
        """The session; there is one as soon as there is a screen."""
        return self.session or Session(self._article)

    @property
    def book(self) -> Notebook:
        """The notebook; there is one as soon as there is a screen."""
        return self.notebook or Notebook(self._article)

    # --- what the reader does to their marks

    def edit(self, edit: Edit) -> None:
        """Carry out ``edit``, keep it at once, and let it be undone."""
        self.history = self.history.add(edit)
        self.apply(edit)

    def apply(self, edit: Edit) -> None:
        """Carry out ``edit`` and keep it at once, without a step in the history."""
        self.notebook = self.book.edited(edit)
        if isinstance(edit.after or edit.before, Correction):
            self._correct()
        try:
            self.keeper.write(edit)
        except LibraryError as error:
            self.complain(error, "Not kept yet: it is tried again with your next mark")

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

    def say(self, words: str) -> None:
        """Tell the user something for a moment."""
        self.notify(words, timeout=3, markup=False)

    def complain(self, error: LibraryError, title: str) -> None:
        """Tell the user what the library could not do."""
        self.notify(make_safe(str(error)), title=title, severity="warning", markup=False)

    # --- the claims

    def indexed(self, found: Analysis, corrections: tuple[Correction, ...]) -> ClaimIndex:
        """Return the claims of ``found`` with ``corrections``; speakers keep their colours."""
        return _index(self._article, found, corrections, self.here.index)

    def _correct(self) -> None:
        """Show the claims with the corrections there are now."""
        if self.found is not None:
            here = self.here
            index = self.indexed(self.found, self.book.corrections)
            self.session = here.learn(index, here.read, here.done, here.total)

    # --- the place

    def watch_session(self, old: Session | None, new: Session | None) -> None:
        """Keep the reader's place once they rest there."""
        if old and new and old.paragraph != new.paragraph and self.keeper.library is not None:
            if self._resting is not None:
                self._resting.stop()
            self._resting = self.set_timer(PAUSE, self.keep_place)

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
                self.app.unkept = self.book

    def _keep_place(self) -> None:
        self.keeper.flush()
        paragraphs, at = self._article.paragraphs, self.here.paragraph
        if paragraphs:
            last = at == len(paragraphs) - 1
            self.keeper.reach(paragraphs[at].end if last else paragraphs[at].start)


def _begun(notebook: Notebook, offset: int) -> Session:
    """Return the session to begin with: at ``offset``, with the claims that are known."""
    article, found = notebook.article, notebook.found
    session = Session(article)
    if found is not None:
        index = _index(article, found, notebook.corrections)
        session = session.learn(index, frozenset(range(len(article.paragraphs))), 0, 0)
    return session.move_to(article.paragraph_at(offset))


def _index(
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
