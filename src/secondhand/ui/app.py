"""The reader as a program of its own: ``read`` runs it."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import SystemCommand
from textual.screen import Screen
from textual.widgets._toast import ToastRack
from textual.worker import get_current_worker

from secondhand.article import Article
from secondhand.errors import LibraryError
from secondhand.library import Library
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import make_safe
from secondhand.settings import Settings
from secondhand.ui.background.autosave import Keeper, tell_unkept
from secondhand.ui.keys.in_order import InOrder
from secondhand.ui.messages import Followed
from secondhand.ui.screens.reader import Analyse, ReaderScreen
from secondhand.ui.style.chosen_theme import choose_by_terminal, themes
from secondhand.ui.style.themes import COLOURLESS, OWN, WITHOUT_COLOURS, derive
from secondhand.ui.system.signals import end_with_signals
from secondhand.ui.widgets.message_rows import show_messages

if TYPE_CHECKING:
    from secondhand.analysis import Progress
    from secondhand.ui.background.analysis_process import AnalysisProcess
    from secondhand.ui.screens.library_screen import Pick


class ReaderApp(InOrder):
    """Shows articles and who says what in them."""

    TITLE = "secondhand"
    # The screen an app begins with gets no chance to load styles of its own.
    CSS_PATH = "screens/reader.tcss"
    unkept: Notebook | None = None
    """what the library would not take to the end"""

    def __init__(
        self,
        article: Article | None = None,
        *,
        analyse: Analyse | None = None,
        theme: str | None = None,
        library: Library | None = None,
        notice: str | None = None,
        tour: bool = False,
        wanted: str = "",
        settings: Settings | None = None,
        begun: AnalysisProcess | None = None,
    ) -> None:
        """Read ``article`` in ``theme``, else in that of the ``settings``; ``analyse`` finds its claims.

        Without an article it begins with the articles of ``library``, in which everything is kept, those with
        the words ``wanted``. ``notice`` is told at the start, after a ``tour`` of the keys. ``begun`` is what
        analyses the first article. Raises OptionError where a theme or a key there is not is asked for.
        """
        # Without colours the terminal's own are the ones to write in.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.settings = settings or Settings()
        """what the user set"""
        self.library = library
        self._article = article
        self._tour = tour
        self._wanted = wanted
        self._analyse = analyse
        self._begun = begun
        every = (notice, library.notice if library else None)
        self._notices = [told for told in dict.fromkeys(every) if told]
        for own in OWN:
            self.register_theme(own)
        self._pair = themes(self.settings, theme, self.available_themes)
        if self.no_color:
            self._pair = WITHOUT_COLOURS
        self.theme = self._pair[0]
        if self.settings.keys:
            # Only now: most never change a key.
            from secondhand.ui.keys.keymap import keymap

            self.set_keymap(keymap(self.settings))

    def get_default_screen(self) -> Screen[Any]:
        """Return the screen to begin with: the article, which is painted the sooner for it."""
        if self._article is None:
            return super().get_default_screen()
        screen = self.article_screen(self._article)
        # Textual never lets the first screen give way to another one, as it has no place for a result.
        screen._push_result_callback(self, None)
        return screen

    def on_mount(self) -> None:
        """Show the library where there is no article, and tell what there is to tell."""
        end_with_signals(self)
        if self._article is None:
            self.begin()
        if self._tour:
            self.action_tour()
        for notice in self._notices:
            self.notify(make_safe(notice), severity="warning", timeout=10, markup=False)
        self.call_after_refresh(_settle)

    def begin(self) -> None:
        """Show what there is to choose from where no article is given: the library."""
        self.action_library()

    def article_screen(self, article: Article) -> ReaderScreen:
        """Return a reader of ``article``; where the library cannot take it up, reading goes on without."""
        try:
            keeper, notebook = Keeper.enter(article, self.library)
        except LibraryError as error:
            self._notices.append(tell_unkept(error))
            keeper, notebook = Keeper(), Notebook(article)
        screen = ReaderScreen(notebook, self._analyse or partial(self._find, keeper), keeper, self.settings)
        if self._analyse is None:
            self._begin_analysis(screen)
        return screen

    def _begin_analysis(self, screen: ReaderScreen) -> None:
        """Let the model be loaded while ``screen`` is drawn, where its article is still to be analysed."""
        if screen.session.state != "reading":
            self._end_begun()
        elif self._begun is None:
            from secondhand.ui.background.analysis_process import AnalysisProcess

            self._begun = AnalysisProcess()

    def _end_begun(self) -> None:
        """End what waits for an article."""
        if self._begun is not None:
            self._begun.end()
        self._begun = None

    def action_library(self) -> None:
        """Show the library."""
        if self.library is None:
            self.notify("There is no library: nothing is kept.", timeout=3, markup=False)
            return
        # Only now: the first paint of an article need not wait for it.
        from secondhand.ui.screens.library_screen import LibraryScreen, StartScreen

        below = any(isinstance(screen, ReaderScreen) for screen in self.screen_stack)
        made = (LibraryScreen if below else StartScreen)(self.library, self._wanted)
        self._wanted = ""
        self.push_screen(made, self._open_chosen)

    def action_toggle_theme(self) -> None:
        """Change between light and dark: the theme to begin with, and the other one set."""
        first, other = self._pair
        self.theme = other if self.theme == first else first

    def _find(self, keeper: Keeper, article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
        """Analyse ``article`` with the shipped model, from where that stood when ``keeper`` last saw it."""
        from secondhand.ui.background.analysis_process import AnalysisProcess

        def warn(error: LibraryError) -> None:
            told = make_safe(str(error))
            self.notify(told, title="The analysis is not kept", severity="warning", markup=False)

        begun, self._begun = self._begun or AnalysisProcess(), None
        worker = get_current_worker()
        tell = partial(self.call_from_thread, warn)
        yield from begun.analyse(article, nearest, lambda: worker.is_cancelled, keeper.place, tell)

    @on(Followed)
    def _follow(self, message: Followed) -> None:
        """Read the article that stands behind a claim; where one came from it, go back to it instead."""
        below = self.screen
        screen = self.article_screen(message.article)
        behind = [s for s in self.screen_stack if isinstance(s, ReaderScreen)]
        if any(s.shows_same(screen) for s in behind):
            while not (isinstance(self.screen, ReaderScreen) and self.screen.shows_same(screen)):
                self.pop_screen()
            return
        screen.trail = (*below.trail, below.outlet) if isinstance(below, ReaderScreen) else ("library",)
        screen.begin_at(message.claim)
        self.push_screen(screen)

    def action_tour(self) -> None:
        """Show the few keys to begin with."""
        from secondhand.ui.screens.dialogs.tour import TourScreen

        reader = next((screen for screen in self.screen_stack if isinstance(screen, ReaderScreen)), None)
        self.push_screen(TourScreen(reader.active_bindings.values() if reader else ()))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield the commands of the palette that no key has, the tour among them."""
        yield from super().get_system_commands(screen)
        yield SystemCommand("Tour", "Show the few keys to begin with", self.action_tour)

    def _open_chosen(self, chosen: Pick | None) -> None:
        """Open the article chosen in the library; where none was, go back to the one below, or leave."""
        reader = self.screen
        if not isinstance(reader, ReaderScreen):
            self._open_first(chosen)
        elif chosen is not None and chosen.entry == reader.keeper.entry:
            self._go_to_hit(reader, chosen)
        elif chosen is not None:
            # What is chosen here is the beginning of another trail.
            while isinstance(self.screen, ReaderScreen) and self.screen.trail:
                self.pop_screen()
            self._show(chosen, self.switch_screen)

    def _open_first(self, chosen: Pick | None) -> None:
        """Open the article chosen at the start."""
        if chosen is None:
            self.exit()
        else:
            self._show(chosen, self.push_screen)

    def _show(self, chosen: Pick, show: Callable[[Screen[None]], object]) -> None:
        """Read what was ``chosen`` on a screen that ``show`` brings up; where that fails, show the table."""
        try:
            reader = reader_screen(self, chosen.entry)
            show(reader)
            self._go_to_hit(reader, chosen)
        except LibraryError as error:
            self.notify(make_safe(str(error)), title="Library", severity="error", markup=False)
            self.action_library()

    def _go_to_hit(self, reader: ReaderScreen, chosen: Pick) -> None:
        """Let ``reader`` go, once it is there, to the words by which the article was found."""
        if chosen.hit is not None:
            from secondhand.ui.screens.at_hit import show_hit

            reader.call_after_refresh(show_hit, reader, chosen.hit)

    def _refresh_notifications(self) -> None:
        """Show the messages there are, and the rows of no other one."""
        for screen in self.screen_stack[-1:]:
            for rack in screen.query_children(ToastRack):
                self.call_later(show_messages, rack, self._notifications)

    def refresh_css(self, animate: bool = True) -> None:
        """Draw all in the styles there are now; before there is a screen, they are only to be parsed once."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())
            self.stylesheet.update(self, animate=animate)

    def get_css_variables(self) -> dict[str, str]:
        """Return the variables of the theme, the reader's own among them."""
        variables = super().get_css_variables()
        self.theme_variables = derive(variables) | variables | ({COLOURLESS: "1"} if self.no_color else {})
        return self.theme_variables


def reader_screen(app: ReaderApp, entry: int) -> ReaderScreen:
    """Return a reader of what the library of ``app`` has as ``entry``; raises LibraryError."""
    if app.library is None:
        raise LibraryError("There is no library to open this from.")
    return app.article_screen(app.library.notebook(entry).article)


def read(
    article: Article,
    *,
    theme: str | None = None,
    library: Library | None = None,
    notice: str | None = None,
    tour: bool = False,
    settings: Settings | None = None,
    begun: AnalysisProcess | None = None,
) -> None:
    """Let the user read ``article`` on the terminal, until they quit.

    ``theme`` wins over that of the ``settings``. What they make of it is kept in ``library``; ``notice`` is
    one line told at the start, after a ``tour`` of the keys; ``begun`` is what analyses the article. Raises
    OptionError where there is no such theme or key, and LibraryError where some of it could not be kept, and
    tells where it is.
    """
    theme = theme or choose_by_terminal(settings or Settings())
    app = ReaderApp(
        article, theme=theme, library=library, notice=notice, tour=tour, settings=settings, begun=begun
    )
    _run(app)


def browse(
    library: Library, *, theme: str | None = None, wanted: str = "", settings: Settings | None = None
) -> None:
    """Let the user choose among the articles of ``library``, and read them; the rest is as for ``read``.

    At first only those with the words ``wanted`` are shown.
    """
    theme = theme or choose_by_terminal(settings or Settings())
    _run(ReaderApp(theme=theme, library=library, wanted=wanted, settings=settings))


def _run(app: ReaderApp) -> None:
    """Run ``app``; what could not be kept at the end goes into a file.

    Raises SystemExit where a signal ended it, with the code that shells have for that.
    """
    app.run()
    if app.unkept is not None:
        from secondhand.ui.background.rescue import rescue

        raise rescue(app.unkept)
    if app.return_code:
        raise SystemExit(app.return_code)


def _settle() -> None:
    """Look for garbage from now on, but not in what is there: a key would have to wait for it."""
    gc.freeze()
    gc.enable()
