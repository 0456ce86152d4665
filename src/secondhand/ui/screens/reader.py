"""The screen one reads on: article and panel."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.worker import get_current_worker

from secondhand.article import Article
from secondhand.errors import SecondhandError
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import make_safe
from secondhand.settings import Settings
from secondhand.ui.background.autosave import Keeper
from secondhand.ui.keys.bindings import KEYS
from secondhand.ui.keys.palette import ReaderCommands
from secondhand.ui.messages import ClaimSelected, Failed, Finished, Learnt, OffsetSelected, ParagraphSelected
from secondhand.ui.screens.features.finding import FindingScreen
from secondhand.ui.widgets.claim_panel import ClaimPanel
from secondhand.ui.widgets.footer import Keys
from secondhand.ui.widgets.masthead import Masthead
from secondhand.ui.widgets.minimap_column import Overview
from secondhand.ui.widgets.selecting_view import SelectingView

if TYPE_CHECKING:
    from secondhand.analysis import Progress

Analyse = Callable[[Article, Callable[[], int]], Iterator["Progress"]]
"""article, and a function that tells the paragraph the reader is at → what is known by and by"""


class ReaderScreen(FindingScreen, inherit_bindings=False):
    """Shows the session and the notebook; moves change the one, marks the other."""

    BINDINGS = KEYS
    COMMANDS: ClassVar = {ReaderCommands}
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (100, "-wide")]  # noqa: RUF012 - as Textual declares them
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (9, "-short"), (16, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = "ArticleView"

    def __init__(
        self,
        notebook: Notebook,
        analyse: Analyse,
        keeper: Keeper | None = None,
        settings: Settings | None = None,
    ) -> None:
        """Show ``notebook`` at once, and what ``analyse`` finds as it comes, unless it has been found before.

        What the reader makes is kept by ``keeper``; ``settings`` tell how wide the article may be.
        """
        super().__init__(notebook, keeper)
        self._analyse = analyse
        self._settings = settings or Settings()
        self._whole = notebook.found is not None
        if _newest(notebook):
            self.set_reactive(ReaderScreen.session, self.here.finish())

    def compose(self) -> ComposeResult:
        """Make the widgets and bind them to the session."""
        yield Masthead(self._article, self.trail).data_bind(ReaderScreen.session)
        with Container(id="panes"):
            view = SelectingView(self._article, self._settings.width, self._settings.margin)
            with Horizontal(id="reading"):
                yield view.data_bind(ReaderScreen.session, ReaderScreen.notebook, ReaderScreen.search)
                yield Overview().data_bind(ReaderScreen.session, ReaderScreen.notebook, ReaderScreen.search)
            yield ClaimPanel().data_bind(ReaderScreen.session, ReaderScreen.notebook, ReaderScreen.picked)
        yield Keys()

    def on_mount(self) -> None:
        """Analyse the article once it is on the screen."""
        if self.here.state == "reading":
            self.call_after_refresh(self.read_ahead)

    # --- the analysis, in a thread of its own

    @work(thread=True, exclusive=True, group="analysis", exit_on_error=False)
    def read_ahead(self) -> None:
        """Analyse the article, paragraphs near the reader first, and report what comes of it."""
        worker = get_current_worker()
        try:
            for progress in self._analyse(self._article, lambda: self.here.paragraph):
                if worker.is_cancelled:
                    return
                corrections = self.book.corrections
                index = self.indexed(progress.analysis, corrections)
                self.post_message(Learnt(progress, index, corrections))
        except SecondhandError as error:
            self.post_message(Failed(make_safe(str(error))))
        except Exception as error:
            self.post_message(Failed(make_safe(f"{type(error).__name__}: {error}")))
        else:
            if not worker.is_cancelled:
                self.post_message(Finished())

    @on(Learnt)
    def _learn(self, message: Learnt) -> None:
        progress, index, read = message.progress, message.index, message.progress.paragraphs
        if self._whole and progress.done < progress.total:
            # An older model's claims are better than some of the newer one's.
            index, read = self.here.index, self.here.read
        else:
            self.found = progress.analysis
            if message.corrections != self.book.corrections:
                index = self.indexed(progress.analysis, self.book.corrections)
        self.session = self.here.learn(index, read, progress.done, progress.total)

    @on(Finished)
    def _finish(self) -> None:
        self.session = self.here.finish()
        if self.found is not None:
            self.notebook = replace(self.book, found=self.found)

    @on(Failed)
    def _fail(self, message: Failed) -> None:
        self.session = self.here.fail(message.problem)
        self.notify(message.problem, title="No analysis", severity="error", markup=False)

    # --- what the widgets report

    @on(ParagraphSelected)
    def _go_to(self, message: ParagraphSelected) -> None:
        self.session = self.here.move_to(message.paragraph)

    @on(OffsetSelected)
    def _go_to_place(self, message: OffsetSelected) -> None:
        self.move(self._article.paragraph_at(message.offset))
        self.article_view.reveal_words(message.offset, message.offset + 1)

    @on(ClaimSelected)
    def _choose(self, message: ClaimSelected) -> None:
        self.session = self.here.choose(message.claim)

    # --- the keys

    def move(self, paragraph: int) -> None:
        """Put the cursor on ``paragraph`` and scroll there."""
        self.session = self.here.move_to(paragraph)
        self.article_view.reveal(self.here.paragraph)

    def action_next_paragraph(self) -> None:
        """Go on by a paragraph, or by a page where the current one goes on below the view."""
        window, paragraph = self.article_view.window, self.here.paragraph
        if window.hides_end(paragraph):
            self.article_view.scroll_relative(y=window.page, animate=False)
        else:
            self.move(paragraph + 1 if window.shows(paragraph) else window.first())

    def action_previous_paragraph(self) -> None:
        """Go back by a paragraph, or by a page where the current one begins above the view."""
        window, paragraph = self.article_view.window, self.here.paragraph
        if window.hides_start(paragraph):
            self.article_view.scroll_relative(y=-window.page, animate=False)
        else:
            self.move(paragraph - 1 if window.shows(paragraph) else window.first())

    def action_first_paragraph(self) -> None:
        """Go to the beginning of the article."""
        self.move(0)
        self.article_view.scroll_home(animate=False)

    def action_last_paragraph(self) -> None:
        """Go to the end of the article."""
        self.move(len(self._article.paragraphs) - 1)
        self.article_view.scroll_end(animate=False)

    def action_page_down(self) -> None:
        """Go on by a page."""
        self._turn(self.article_view.window.page)

    def action_page_up(self) -> None:
        """Go back by a page."""
        self._turn(-self.article_view.window.page)

    def action_half_page_down(self) -> None:
        """Go on by half a page."""
        self._turn(max(1, self.article_view.window.height // 2))

    def action_half_page_up(self) -> None:
        """Go back by half a page."""
        self._turn(-max(1, self.article_view.window.height // 2))

    def _turn(self, rows: int) -> None:
        """Scroll by ``rows`` with the cursor: in one go, so that both are painted at once."""
        self.session = self.here.move_to(self.article_view.turn(rows))

    def action_other_pane(self) -> None:
        """Let the keys go to the other pane."""
        panel = self.query_one(ClaimPanel)
        (self.article_view if panel.has_focus or not panel.display else panel).focus()

    def action_sources(self) -> None:
        """Show who is heard, and step through the claims of whoever is chosen there."""
        from secondhand.ui.screens.source_map import SourcesScreen

        self.app.push_screen(SourcesScreen(self), self.step_through)

    def action_export(self) -> None:
        """Ask what to export, and how and where to."""
        from secondhand.ui.screens.dialogs.export_dialog import ExportScreen

        def tell(done: str | None) -> None:
            if done:
                self.notify(done, timeout=8, markup=False)

        partial = self.here.state == "reading"
        self.app.push_screen(ExportScreen(replace(self.book, found=self.found), partial=partial), tell)

    def action_help(self) -> None:
        """Show the keys and what the signs mean."""
        # Only now: the first paint need not wait for it.
        from secondhand.ui.screens.dialogs.help import HelpScreen

        self.app.push_screen(HelpScreen(list(self.active_bindings.values())))


def _newest(notebook: Notebook) -> bool:
    """Return whether the claims of ``notebook`` are by the model there is now."""
    if notebook.found is None:
        return False
    # Only now: an article opened for the first time need not wait for it.
    from secondhand.analysis import model

    return notebook.found.model == model()
