"""The column beside the article that stands for all of it: a click goes there."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from secondhand.article import Article
from secondhand.notes.highlight import SIGNS
from secondhand.notes.notebook import Notebook
from secondhand.search import Search
from secondhand.session import Session
from secondhand.ui.drawing.gutter import CURSOR
from secondhand.ui.drawing.minimap import HIT, THIS_HIT, cell_of, mark_cells, offset_of, overview
from secondhand.ui.drawing.styles import Ink
from secondhand.ui.messages import OffsetSelected
from secondhand.ui.widgets.article_view import ArticleView


class Overview(Widget):
    """One column of signs, those of what is in view on a ground of their own.

    It is drawn again only where one of them has changed.
    """

    ALLOW_SELECT = False
    session: reactive[Session | None] = reactive(None, layout=False, repaint=False)
    """whose claims and cursor to show"""
    notebook: reactive[Notebook | None] = reactive(None, repaint=False)
    """whose highlights to show"""
    search: reactive[Search | None] = reactive(None, repaint=False)
    """whose hits to show"""
    signs = ""
    """what stands in the column, from the top down"""
    view = range(0)
    """the rows that stand for what is in view"""
    _styles: dict[str, Style] | None = None
    _marked_for: tuple[Notebook | None, int] = (None, 0)
    """the notebook and the height that the signs of the highlights are for"""
    _marked: dict[int, str] = {}  # noqa: RUF012 - never changed

    def on_mount(self) -> None:
        """Follow the article where it is scrolled."""
        self.watch(self.screen.query_one(ArticleView), "scroll_y", self._draw, init=False)

    def watch_session(self) -> None:
        """Show the claims there are now, and where the reader is."""
        self._draw()

    def watch_notebook(self) -> None:
        """Show the highlights there are now."""
        self._draw()

    def watch_search(self) -> None:
        """Show the hits there are now."""
        self._draw()

    def on_resize(self) -> None:
        """Let another number of cells stand for the article."""
        self._draw()

    def notify_style_update(self) -> None:
        """Take the colours of a new theme."""
        super().notify_style_update()
        self._styles = None

    def _draw(self) -> None:
        """Find the signs, and draw them where they are not those that stand there."""
        if self.session is None:
            return
        signs = overview(self.session, self._mark(), self.search, self.size.height)
        view = self._find_view(self.session.article)
        if (signs, view) != (self.signs, self.view):
            self.signs, self.view = signs, view
            self.refresh()

    def _find_view(self, article: Article) -> range:
        """Return the rows that stand for what is in view."""
        seen = self.screen.query_one(ArticleView).window.extent
        if seen is None or not article.paragraphs or not self.size.height:
            return range(0)
        first, last = (cell_of(article, offset, self.size.height) for offset in seen)
        return range(first, last + 1)

    def _mark(self) -> dict[int, str]:
        """Return the signs of the highlights there are: worked out anew where there are others."""
        known = (self.notebook, self.size.height)
        if known[0] is not self._marked_for[0] or known[1] != self._marked_for[1]:
            self._marked_for = known
            self._marked = mark_cells(known[0].article, known[0].highlights, known[1]) if known[0] else {}
        return self._marked

    def render_line(self, y: int) -> Strip:
        """Return the sign on row ``y``."""
        self._styles = self._styles or _styles(Ink.of(self.app.theme_variables))
        sign = self.signs[y : y + 1] or " "
        style = self._styles.get(sign, self._styles[""])
        ground = self._styles["seen"] if y in self.view else Style()
        return Strip([Segment(sign, self.rich_style + style + ground)], 1)

    def on_click(self, event: events.Click) -> None:
        """Report the place that was clicked."""
        if self.session is not None and self.session.article.paragraphs:
            self.post_message(OffsetSelected(offset_of(self.session.article, event.y, self.size.height)))


def _styles(ink: Ink) -> dict[str, Style]:
    """Return the style of every sign; that of "" is for the rest."""
    own = {sign: ink.sign(colour) for colour, sign in SIGNS.items()}
    return own | {
        "": ink.quiet,
        "seen": ink.seen,
        CURSOR: ink.cursor,
        HIT: ink.text,
        THIS_HIT: ink.text + Style(bold=True),
    }
