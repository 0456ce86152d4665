"""The screen one reads on: article and panel, and the features that its keys are for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.containers import Container, Horizontal
from textual.reactive import var
from textual.worker import get_current_worker

from secondhand.article import Article
from secondhand.claim import Claim
from secondhand.errors import SecondhandError
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import make_safe
from secondhand.search import Search
from secondhand.session import Session
from secondhand.settings import Settings
from secondhand.ui import messages
from secondhand.ui.background.autosave import Keeper
from secondhand.ui.keys.bindings import KEYS
from secondhand.ui.keys.palette import ReaderCommands
from secondhand.ui.keys.telling import tell_keys
from secondhand.ui.layout.breakpoints import BESIDE, begin_in_size
from secondhand.ui.screens.features.actions import list_actions
from secondhand.ui.screens.features.copying import Copying
from secondhand.ui.screens.features.correcting import Correcting
from secondhand.ui.screens.features.explaining import Explaining
from secondhand.ui.screens.features.filtering import Filtering
from secondhand.ui.screens.features.finding import Finding
from secondhand.ui.screens.features.following import Following
from secondhand.ui.screens.features.jumping import Jumping
from secondhand.ui.screens.features.marking import Marking
from secondhand.ui.screens.features.moving import MOVES_THE_CURSOR, Moving, spot_of
from secondhand.ui.screens.features.noting import Noting
from secondhand.ui.screens.features.sharing import EVERY, Sharing
from secondhand.ui.screens.notebook_screen import NotebookScreen
from secondhand.ui.widgets.claim_panel import ClaimPanel
from secondhand.ui.widgets.footer import Keys
from secondhand.ui.widgets.masthead import Masthead
from secondhand.ui.widgets.minimap_column import Overview
from secondhand.ui.widgets.selecting_view import SelectingView
from secondhand.wording.titles import title_of

if TYPE_CHECKING:
    from secondhand.analysis import Progress

Analyse = Callable[[Article, Callable[[], int]], Iterator["Progress"]]
"""article, and a function that tells the paragraph the reader is at → what is known by and by"""

# Dialogs and other screens are imported only when they are asked for: the first paint need not wait for them.


class ReaderScreen(NotebookScreen, inherit_bindings=False):
    """Shows the session and the notebook. What its keys do is done by its features, each on its own."""

    BINDINGS = KEYS
    COMMANDS: ClassVar = {ReaderCommands}
    HORIZONTAL_BREAKPOINTS = BESIDE
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (9, "-short"), (16, "-tall")]  # noqa: RUF012 - as Textual has them
    AUTO_FOCUS = "ArticleView"

    picked: var[str] = var("")
    """id of the highlight the keys are for, where the cursor alone does not tell"""
    search: var[Search | None] = var(None)
    """what is looked for"""
    explaining: var[bool] = var(False)
    """whether the panel tells how claims were found"""
    trail: tuple[str, ...] = ()
    """who published the articles that led here"""

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
        self.moving = Moving(self)
        self.marking = Marking(self)
        self.noting = Noting(self, self.marking)
        self.correcting = Correcting(self)
        self.copying = Copying(self)
        self.following = Following(self)
        self.filtering = Filtering(self)
        self.finding = Finding(self)
        self.reasons = Explaining(self)
        self.jumping = Jumping(self, self.moving)
        self.sharing = Sharing(self)
        for name, do in list_actions(self).items():
            # Textual looks actions up by these names.
            setattr(self, f"action_{name}", do)
        if notebook.found is not None:
            # Only now: an article opened for the first time need not wait for it.
            from secondhand.analysis import model

            if notebook.found.model == model():
                self.set_reactive(ReaderScreen.session, self.session.finish())

    def compose(self) -> ComposeResult:
        """Make the widgets and bind them to the session."""
        begin_in_size(self)
        yield Masthead(self.article, self.trail).data_bind(ReaderScreen.session)
        with Container(id="panes"):
            view = SelectingView(self.article, self._settings.width, self._settings.margin)
            with Horizontal(id="reading"):
                yield view.data_bind(ReaderScreen.session, ReaderScreen.notebook, ReaderScreen.search)
                yield Overview().data_bind(ReaderScreen.session, ReaderScreen.notebook, ReaderScreen.search)
            panel = ClaimPanel().data_bind(ReaderScreen.session, ReaderScreen.notebook, ReaderScreen.picked)
            yield panel.data_bind(ReaderScreen.explaining, ReaderScreen.elsewhere)
        yield Keys()

    def on_mount(self) -> None:
        """Keep and analyse the article once it is on the screen, and look what others make of it."""
        self.call_after_refresh(self.keep_new)
        self.call_after_refresh(self.sharing.look)
        self.set_interval(EVERY, self.sharing.look)
        if self.session.state == "reading":
            self.call_after_refresh(self.read_ahead)

    @property
    def view(self) -> SelectingView:
        """The article's pane."""
        return self.query_one(SelectingView)

    @property
    def outlet(self) -> str:
        """What the article is called in a trail: its publisher, or its title where none is known."""
        return self.article.publisher or title_of(self.article)

    def shows_same(self, other: ReaderScreen) -> bool:
        """Return whether ``other`` shows the same article."""
        mine, theirs = self.article, other.article
        kept = self.keeper.library is not None and self.keeper.entry == other.keeper.entry
        return kept or mine.text == theirs.text or (mine.url is not None and mine.url == theirs.url)

    def begin_at(self, claim: Claim) -> None:
        """Begin at the paragraph that says what ``claim`` does, where there is one."""
        from secondhand.library.tracing import find_carrying_paragraph

        if place := find_carrying_paragraph(self.article, claim):
            self.set_reactive(ReaderScreen.session, self.session.move_to(place[0]))

    # --- the analysis, in a thread of its own

    @work(thread=True, exclusive=True, group="analysis", exit_on_error=False)
    def read_ahead(self) -> None:
        """Analyse the article, paragraphs near the reader first, and report what comes of it."""
        worker = get_current_worker()
        try:
            for progress in self._analyse(self.article, lambda: self.session.paragraph):
                if worker.is_cancelled:
                    return
                corrections = self.notebook.corrections
                index = self.index_claims(progress.analysis, corrections)
                self.post_message(messages.Learnt(progress, index, corrections))
        except SecondhandError as error:
            self.post_message(messages.Failed(make_safe(str(error))))
        except Exception as error:
            self.post_message(messages.Failed(make_safe(f"{type(error).__name__}: {error}")))
        else:
            if not worker.is_cancelled:
                self.post_message(messages.Finished())

    @on(messages.Learnt)
    def _learn(self, message: messages.Learnt) -> None:
        progress, index, read = message.progress, message.index, message.progress.paragraphs
        if self._whole and progress.done < progress.total:
            # An older model's claims are better than some of the newer one's.
            index, read = self.session.index, self.session.read
        else:
            self.found = progress.analysis
            if message.corrections != self.notebook.corrections:
                index = self.index_claims(progress.analysis, self.notebook.corrections)
        self.session = self.session.learn(index, read, progress.done, progress.total)

    @on(messages.Finished)
    def _finish(self) -> None:
        self.session = self.session.finish()
        if self.found is not None:
            self.notebook = replace(self.notebook, found=self.found)

    @on(messages.Failed)
    def _fail(self, message: messages.Failed) -> None:
        self.session = self.session.fail(message.problem)
        self.notify(message.problem, title="No analysis", severity="error", markup=False)

    def watch_session(self, old: Session, new: Session) -> None:
        """Let the keys be for what is under the cursor, and tell what a filter leaves."""
        super().watch_session(old, new)
        self.jumping.watch(old, new)
        if spot_of(old) != spot_of(new):
            self.picked = ""
        if self.is_mounted:
            self.filtering.show_place(old, new)
            if (old.kept is None) != (new.kept is None):
                self.refresh_bindings()

    def watch_notebook(self, old: Notebook, new: Notebook) -> None:
        """Let the filter of what is highlighted follow."""
        self.filtering.follow_notebook(old, new)

    def on_screen_resume(self) -> None:
        """Go to an article that arrived meanwhile."""
        self.following.go_on()

    def on_unmount(self) -> None:
        """Keep nobody waiting for a page at the end."""
        self.following.stop_fetching()

    # --- what the widgets and the features report

    @on(messages.ParagraphSelected)
    def _go_to_paragraph(self, message: messages.ParagraphSelected) -> None:
        self.session = self.session.move_to(message.paragraph)

    @on(messages.OffsetSelected)
    def _go_to_offset(self, message: messages.OffsetSelected) -> None:
        self.moving.go_to_offset(message.offset)

    @on(messages.ClaimSelected)
    def _choose_claim(self, message: messages.ClaimSelected) -> None:
        self.session = self.session.choose(message.claim)

    @on(messages.HighlightSelected)
    def _pick_highlight(self, message: messages.HighlightSelected) -> None:
        self.picked = message.highlight.id

    @on(messages.Selecting)
    def _explain_selecting(self, message: messages.Selecting) -> None:
        self.refresh_bindings()
        self.marking.explain_selecting(message.selection)

    @on(messages.Arrived)
    def _arrive(self, message: messages.Arrived) -> None:
        self.following.arrive(message.got, message.claim)

    @on(messages.Sought)
    def _look_for(self, message: messages.Sought) -> None:
        self.finding.look_for(message.pattern)

    @on(messages.Found)
    def _show_found(self, message: messages.Found) -> None:
        self.finding.show_found(message.search)

    @on(messages.FindEnded)
    def _end_writing(self, message: messages.FindEnded) -> None:
        """Go on in the text: at the hit, or where the reader was."""
        self.set_focus(self.view)
        if not message.kept:
            self.finding.go_back()
            self._end_search()

    # --- the keys that are for several features, or for none

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys as the footer and the help tell them: some do more than their names say."""
        seeking, filtering = self.search is not None, self.session.kept is not None
        focused = type(self.focused).__name__
        return tell_keys(super().active_bindings, seeking=seeking, filtering=filtering, focused=focused)

    def watch_search(self) -> None:
        """Let the footer tell what the keys are for."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the cursor where it is while words are selected."""
        selecting = self.is_mounted and self.view.selection is not None
        return not (selecting and action in MOVES_THE_CURSOR)

    def action_step(self, step: int) -> None:
        """Go to the next (1) or the preceding (-1) hit, or claim where nothing is looked for."""
        (self.filtering if self.search is None else self.finding).step(step)

    async def action_find(self) -> None:
        """Write what to look for; the next keys may be here already."""
        from secondhand.ui.widgets.find_bar import FindBar

        self.finding.begin()
        bars = self.query(FindBar)
        if bars:
            bars.first().write()
        else:
            await self.mount(FindBar(self.finding.pattern), before="Footer")

    def _end_search(self) -> None:
        """Look for nothing any more."""
        self.finding.end()
        self.query("FindBar").remove()

    def action_article_pane(self) -> None:
        """Stop what is being fetched, or let the keys go to the article, or end what is shown for a while."""
        if self.following.stop_fetching():
            return
        if not self.view.has_focus:
            self.set_focus(self.view)
        elif self.finding.is_on:
            self._end_search()
        elif self.session.kept is not None:
            self.filtering.end_filter()
        else:
            self.reasons.end()

    def action_page_down(self) -> None:
        """Go on by a page: Textual has such an action of its own."""
        self.moving.turn_page(1)

    def action_page_up(self) -> None:
        """Go back by a page."""
        self.moving.turn_page(-1)

    def action_other_pane(self) -> None:
        """Let the keys go to the other pane."""
        panel = self.query_one(ClaimPanel)
        self.set_focus(self.view if panel.has_focus or not panel.display else panel)

    def action_back(self) -> None:
        """Go back to the article that led here."""
        if self.trail:
            self.app.pop_screen()
        else:
            self.say("This is where you began.")

    def action_sources(self) -> None:
        """Show who is heard, and step through the claims of whoever is chosen there."""
        from secondhand.ui.screens.source_map import SourcesScreen

        self.open_dialog(SourcesScreen(self), self.filtering.step_through)

    def action_help(self) -> None:
        """Show the keys and what the signs mean."""
        from secondhand.ui.screens.dialogs.help import HelpScreen

        self.open_dialog(HelpScreen(list(self.active_bindings.values())))
