"""The article, drawn line by line: what it costs does not grow with the length of the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache, partial
from itertools import takewhile
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events, work
from textual.geometry import Region, Size
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer
from textual.worker import get_current_worker

from secondhand.article import Article
from secondhand.notes.highlighting import highlight_at, highlights_in
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import show_characters
from secondhand.search import Search
from secondhand.session import Session
from secondhand.settings import Settings
from secondhand.ui.drawing.gutter import WIDTH, gutter
from secondhand.ui.drawing.overlays import Stroke, drawn_over, hits_of, strokes_of
from secondhand.ui.drawing.runs import Run, runs
from secondhand.ui.drawing.styles import Ink
from secondhand.ui.layout.lines import Layout, Line
from secondhand.ui.layout.viewport import Window
from secondhand.ui.messages import ClaimSelected, HighlightSelected, ParagraphSelected

if TYPE_CHECKING:
    from secondhand.ui.layout.selection import Selection


USUAL = Settings()
AT_ONCE = 200_000
"""characters that are broken into lines before anything is shown"""
REST = 0.2
"""seconds a width has to last before the rest of a very long text is broken into lines"""
LEGIBLE = 40
"""cells of a line that a margin does not take away"""


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """The text with its claims marked. It shows a session and reports clicks; it moves nothing but itself."""

    ALLOW_SELECT = False
    # Its scroll bar is always there, and a move changes two paragraphs.
    virtual_size = Reactive(Size(0, 0), layout=False)
    session: reactive[Session | None] = reactive(None, repaint=False)
    """what to show"""
    notebook: reactive[Notebook | None] = reactive(None)
    """whose highlights to show"""
    selection: reactive[Selection | None] = reactive(None)
    """what is being selected"""
    search: reactive[Search | None] = reactive(None)
    """what is looked for"""

    def __init__(
        self,
        article: Article,
        measure: int = USUAL.width,
        margin: int = USUAL.margin,
        *,
        id: str | None = None,
    ) -> None:
        """Show ``article`` in lines of at most ``measure`` cells, with ``margin`` cells free beside it."""
        super().__init__(id=id)
        self._measure = measure
        self._least = margin
        self._article = article
        self._layout_of = lru_cache(maxsize=8)(lambda width: Layout.of(article, width))
        self._text = article.text
        self._lines = Layout((), (), (), 0)
        self._rest: Timer | None = None
        self._height = 0
        self._runs: dict[int, tuple[Run, ...]] = {}
        self._strokes: dict[int, list[Stroke]] = {}
        self._styles: tuple[Ink, Style] | None = None

    # --- state comes down

    def watch_session(self, old: Session | None, new: Session | None) -> None:
        """Draw the new state; forget marks that no longer hold."""
        if old is None or new is None or _find_shown(old) != _find_shown(new):
            self._runs.clear()
        if old is None or new is None or _elsewhere(old) != _elsewhere(new):
            self.refresh()
            return
        top, width = self.scroll_offset.y, self.size.width
        for paragraph in _find_touched(old) | _find_touched(new):
            rows = self._lines.rows(paragraph)
            self.refresh(Region(0, rows.start - top, width, len(rows)))

    def watch_virtual_size(self, size: Size) -> None:
        """Tell the scroll bar how many rows there are."""
        self._scroll_update(size)

    def watch_notebook(self, old: Notebook | None, new: Notebook | None) -> None:
        """Draw the highlights there are now."""
        if new is not None and (old is None or old.highlights != new.highlights):
            self._strokes.clear()
            self.refresh()

    def notify_style_update(self) -> None:
        """Take the colours of a new theme."""
        super().notify_style_update()
        self._styles = None
        self.refresh()

    def on_resize(self) -> None:
        """Break the lines anew, and keep in view what was: the current claim, else what stood at the top."""
        before, self._height = replace(self.window, height=self._height), self.window.height
        held = self.session is not None and before.shows(self.session.paragraph)
        self._break()
        if held and self.session is not None:
            self._hold(self.session)

    def _hold(self, session: Session) -> None:
        """Scroll as little as shows the current claim, or anything of its paragraph."""
        if session.current is not None:
            self.reveal_words(session.current.start, max(span.end for span in session.current.parts))
        if not self.window.shows(session.paragraph):
            self.reveal(session.paragraph)

    def _break(self) -> None:
        """Break the lines for the width there is, and keep what stood at the top of the view there."""
        free = self.scrollable_content_region.width - WIDTH - self._sides
        width = max(1, min(self._measure, free))
        layout = self._first_lines(width)
        if layout is self._lines and self.virtual_size.height == layout.height:
            return
        opened = not self.virtual_size.height
        top = self._lines.line(self.scroll_offset.y) or self._lines.line(self.scroll_offset.y + 1)
        self._lines = layout
        self.virtual_size = Size(width, layout.height)
        if opened and self.session is not None and self.session.paragraph:
            self.reveal(self.session.paragraph)
        elif top is not None and self.scroll_offset.y > 1:
            self.scroll_to(y=layout.row_of(top.start), animate=False)
        self.refresh()

    def _first_lines(self, width: int) -> Layout:
        """Return all lines, or in a very long text those that are needed at once; the rest follows soon."""
        if self._rest is not None:
            self._rest.stop()
        if len(self._text) <= AT_ONCE:
            return self._layout_of(width)
        here = self._article.paragraphs[self.session.paragraph].start if self.session else 0
        top = self._lines.line(self.scroll_offset.y + 1)
        self._rest = self.set_timer(REST, partial(self._break_rest, width))
        return Layout.of(self._article, width, max(here, top.start if top else 0) + AT_ONCE)

    @work(thread=True, exclusive=True, group="lines")
    def _break_rest(self, width: int) -> None:
        """Break all of a very long text into lines, while it is being read."""
        layout = self._layout_of(width)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._take, layout, width)

    def _take(self, layout: Layout, width: int) -> None:
        """Show ``layout``, which begins as the one that is shown, unless the width is another by now."""
        if width == self.virtual_size.width:
            self._lines = layout
            self.virtual_size = Size(width, layout.height)

    # --- drawing

    def render_line(self, y: int) -> Strip:
        """Return row ``y`` of the view."""
        row = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        line = self._lines.line(row)
        ink, background = self._styles = self._styles or (Ink.of(self.app.theme_variables), self.rich_style)
        if line is None or self.session is None:
            return Strip.blank(width, background)
        pieces = self._pieces(line)
        segments = [
            Segment(" " * self._margin, background),
            *self._gutter(line, pieces, self.session, ink),
            *(self._segment(piece, ink.run(piece)) for piece in pieces),
        ]
        return Strip(segments).apply_style(background).adjust_cell_length(width, background)

    def _gutter(self, line: Line, pieces: list[Run], session: Session, ink: Ink) -> list[Segment]:
        """Return the signs left of ``line``."""
        begins = session.current is not None and line.start <= session.current.start < line.end
        return gutter(pieces, ink, under_cursor=line.paragraph == session.paragraph, begins=begins)

    @property
    def _margin(self) -> int:
        """Cells left of the gutter: they bring the column of text into the middle."""
        free = self.scrollable_content_region.width - self.virtual_size.width - WIDTH
        return max(min(self._sides // 2, free), free // 2 - 1)

    @property
    def _sides(self) -> int:
        """Cells left free beside the article: as many as are set, where a narrow window has them to spare."""
        width = self.scrollable_content_region.width - WIDTH
        return min(2 * self._least, max(2, width - LEGIBLE))

    def _pieces(self, line: Line) -> list[Run]:
        """Return the runs of ``line``, cut to it."""
        if line.paragraph not in self._runs and self.session is not None:
            self._runs[line.paragraph] = runs(self.session, line.paragraph)
        found = self._runs[line.paragraph]
        first = bisect_right(found, line.start, key=lambda run: run.end)
        cut = [
            replace(run, start=max(run.start, line.start), end=min(run.end, line.end))
            for run in takewhile(lambda run: run.start < line.end, found[first:])
        ]
        over = self._strokes_of(line.paragraph)
        if self.search is not None:
            over = [*over, *hits_of(self.search, line.start, line.end)]
        if self.selection is not None:
            over = [*over, Stroke(self.selection.start, self.selection.end, None)]
        return drawn_over(cut, over) if over else cut

    def _strokes_of(self, paragraph: int) -> list[Stroke]:
        """Return the strokes of the highlights in ``paragraph``."""
        if paragraph not in self._strokes:
            marks = highlights_in(self.notebook, paragraph) if self.notebook else ()
            self._strokes[paragraph] = strokes_of(marks)
        return self._strokes[paragraph]

    def _segment(self, piece: Run, style: Style) -> Segment:
        """Return the text of ``piece`` as it may be shown."""
        return Segment("".join(show_characters(self._text[piece.start : piece.end])), style)

    # --- scrolling

    @property
    def window(self) -> Window:
        """What is in view."""
        return Window(self._lines, self.scroll_offset.y, self.scrollable_content_region.height)

    def reveal(self, paragraph: int) -> None:
        """Scroll as little as shows all of ``paragraph``, or its beginning where that is too tall."""
        self.scroll_to(y=self.window.to_show(self._lines.rows(paragraph)), animate=False)

    def reveal_words(self, start: int, end: int) -> None:
        """Scroll as little as shows the characters from ``start`` to ``end``, or as many as fit."""
        rows = range(self._lines.row_of(start), self._lines.row_of(max(start, end - 1)) + 1)
        self.scroll_to(y=self.window.to_show(rows), animate=False)

    def turn(self, rows: int) -> int:
        """Scroll by ``rows``, and return the first paragraph that begins in what is then in view.

        At either end of the article, where nothing is left to scroll, it is the first or last paragraph.
        """
        before = self.scroll_offset.y
        self.scroll_to(y=before + rows, animate=False)
        end = 0 if rows < 0 else len(self._lines.tops) - 1
        return end if self.scroll_offset.y == before else self.window.first()

    # --- facts go up

    def on_click(self, event: events.Click) -> None:
        """Report which paragraph, and which claim of it, was clicked."""
        line = self._lines.line(event.y + self.scroll_offset.y)
        if line is None or self.session is None:
            return
        self.post_message(ParagraphSelected(line.paragraph))
        offset = self._offset(line, event.x - self._margin - WIDTH)
        claim = None if offset is None else self.session.claim_at(offset)
        if claim is not None:
            self.post_message(ClaimSelected(claim))
        mark = highlight_at(self.notebook, offset) if self.notebook and offset is not None else None
        if mark is not None:
            self.post_message(HighlightSelected(mark))

    def offset_at(self, x: int, y: int) -> int | None:
        """Return the offset of the character shown at ``x``, ``y`` of the view, or None beside the text."""
        line = self._lines.line(y + self.scroll_offset.y)
        return None if line is None else self._offset(line, x - self._margin - WIDTH)

    def cell_of(self, offset: int) -> int:
        """Return the cell of its line at which the character at ``offset`` is shown."""
        line = self._lines.line(self._lines.row_of(offset))
        start = line.start if line else offset
        return sum(Segment(shown).cell_length for shown in show_characters(self._text[start:offset]))

    def offset_beside(self, offset: int, step: int, cell: int) -> int:
        """Return the offset of what stands at ``cell`` a line below ``offset`` (1) or above it (-1)."""
        row = self._lines.row_of(offset) + step
        while 0 <= row < self._lines.height and self._lines.line(row) is None:
            row += step
        line = self._lines.line(row)
        if line is None:
            return offset
        found = self._offset(line, cell)
        return max(line.start, line.end - 1) if found is None else found

    def _offset(self, line: Line, cell: int) -> int | None:
        """Return the offset of the character shown at ``cell`` of ``line``, or None beside its text."""
        at = 0
        for index, shown in enumerate(show_characters(self._text[line.start : line.end])):
            width = Segment(shown).cell_length
            if at <= cell < at + width:
                return line.start + index
            at += width
        return None


def _find_shown(session: Session) -> tuple[object, ...]:
    """Return what the marks of the text depend on."""
    return session.index, session.kept, session.unfolded, session.current


def _elsewhere(session: Session) -> tuple[object, ...]:
    """Return what the looks of the whole text depend on."""
    return (session.index, session.kept, session.unfolded, session.read, session.state)


def _find_touched(session: Session) -> set[int]:
    """Return the paragraphs that look another way when the cursor goes to or from where it is."""
    claim = session.current
    spans = claim.parts if claim else ()
    at = session.article.paragraph_at
    return {session.paragraph, *(p for s in spans for p in range(at(s.start), at(s.end - 1) + 1))}
