"""The panel: every claim of the paragraph under the cursor, drawn line by line like the article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from secondhand.claim import Claim, Speaker
from secondhand.notes.highlight import Highlight
from secondhand.notes.highlighting import find_claim_of, highlights_in
from secondhand.notes.notebook import Notebook
from secondhand.session import Session
from secondhand.ui.drawing.claim_card import Room, draw_current, draw_other, draw_rows, own_card
from secondhand.ui.drawing.gutter import CURSOR
from secondhand.ui.drawing.panel import fold_of, note_of, shown_of
from secondhand.ui.drawing.styles import Ink
from secondhand.ui.keys.bindings import PANEL
from secondhand.ui.keys.hints import hint
from secondhand.ui.messages import ClaimSelected
from secondhand.wording.next_likely import find_next_likely

if TYPE_CHECKING:
    from secondhand.wording.explaining import Reason

EDGE = 4
"""cells beside a card: a margin, the sign of the current card, a space, and a margin on the right"""
INDENT = 2
"""cells a nested claim is indented by"""
DEEPEST = 4
"""depth from which on claims are indented no further"""

LEAST = 3
"""rows of how a claim was found that are in view at least, where one asks for that"""
SMALL = 14
"""rows of a panel that has none to spare for a blank one"""


class ClaimPanel(ScrollView, can_focus=True, inherit_bindings=False):
    """The claims of the current paragraph: the current one open, two rows for each other one."""

    ALLOW_SELECT = False
    BINDINGS = PANEL
    # Its scroll bar is always there: more or fewer rows move nothing else on the screen.
    virtual_size = Reactive(Size(0, 0), layout=False)
    session: reactive[Session | None] = reactive(None)
    """what to show"""
    notebook: reactive[Notebook | None] = reactive(None)
    """whose notes and tags to show with it"""
    picked: reactive[str] = reactive("")
    """id of the highlight the keys are for, where the cursor does not tell"""

    explaining: reactive[bool] = reactive(False)
    """whether to tell how the current claim was found"""
    elsewhere: reactive[Mapping[str, str]] = reactive(dict[str, str])
    """where else claims stand, in words, by their ids"""

    def __init__(self) -> None:
        """Make an empty panel."""
        super().__init__()
        self._base = Style()
        self._rows: list[Strip] = []
        self.cards: list[tuple[range, Claim]] = []
        """the rows of every card, and its claim"""
        self.beside: dict[str, int] = {}
        """for highlights that are on no claim, by id: the row they begin on"""

    # --- state comes down

    def watch_session(self, old: Session | None, new: Session | None) -> None:
        """Draw the claims of the new state's paragraph, and go to the current one where that is another."""
        self._draw()
        if old is None or new is None or old.paragraph != new.paragraph or old.current != new.current:
            self._show_current()

    def watch_notebook(self, old: Notebook | None, new: Notebook | None) -> None:
        """Draw the notes and tags there are now."""
        if old is None or new is None or old.highlights != new.highlights:
            self._draw()

    def watch_picked(self) -> None:
        """Show the highlight that was picked."""
        if self.picked in self.beside:
            self.scroll_to(y=self.beside[self.picked], animate=False)

    def watch_explaining(self) -> None:
        """Tell how the current claim was found, or leave that out; where there is little room, go to that."""
        self._draw()
        self._show_current()
        reasons, height = self._reasons_start(), self.scrollable_content_region.height
        if self.explaining and reasons + LEAST > self.scroll_offset.y + height:
            self.scroll_to(y=reasons, animate=False)

    def watch_elsewhere(self) -> None:
        """Tell where else the current claim stands."""
        self._draw()

    def on_resize(self) -> None:
        """Draw the cards in another width, and keep the current one in view."""
        self._draw()
        self._show_current()
        self.watch_picked()

    def notify_style_update(self) -> None:
        """Take the colours of a new theme."""
        super().notify_style_update()
        self._draw()

    def watch_virtual_size(self, size: Size) -> None:
        """Tell the scroll bar how many rows there are."""
        self._scroll_update(size)

    # --- drawing

    def _draw(self) -> None:
        """Draw the note and the cards: all rows of the panel."""
        width = self.scrollable_content_region.width
        self._rows, self.cards, self.beside = [], [], {}
        if self.session is None or width < 1:
            return
        ink, self._base = Ink.of(self.app.theme_variables), self.rich_style
        if note := note_of(self.session):
            self._add(draw_rows(Text(note, ink.quiet), max(1, width - EDGE)), "", ink)
        marks = highlights_in(self.notebook, self.session.paragraph) if self.notebook else ()
        shown = shown_of(self.session)
        on = {mark.id: find_claim_of(shown, mark) for mark in marks}
        for claim in shown:
            held = tuple(mark for mark in marks if on[mark.id] is claim)
            self._add_card(claim, held, self.session, ink, width)
        if fold := fold_of(self.session):
            self._add(draw_rows(Text(hint(self, fold), ink.quiet), max(1, width - EDGE)), "  ", ink)
        for mark in marks:
            if on[mark.id] is None:
                self.beside[mark.id] = len(self._rows) + 1
                room = Room(ink, max(1, width - EDGE))
                self._add(draw_rows(own_card(mark, room), room.width), "  ", ink)
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()

    def _add_card(
        self, claim: Claim, held: tuple[Highlight, ...], session: Session, ink: Ink, width: int
    ) -> None:
        """Append the rows of the card of ``claim``."""
        index, current = session.index, claim is session.current
        indent = INDENT * min(index.depths[claim.id], DEEPEST)
        room = max(1, width - EDGE - indent)
        start = len(self._rows) + 1
        # Ids change as the analysis grows, and show nowhere: without them a card is drawn once.
        speaker = index.speaker(claim)
        # Nor does how it was found count when two claims are compared.
        after = find_next_likely(claim, speaker, index.speakers.values()) if current else None
        trace = replace(claim.trace, runner_up=after) if claim.trace else None
        nameless = replace(claim, id="", parent=None, trace=trace)
        speaker = replace(speaker, id="", mentions=()) if speaker else None
        why = _explain(nameless) if current and self.explaining else ()
        elsewhere = self.elsewhere.get(claim.id, "") if current else ""
        rows = _card(
            nameless,
            speaker,
            index.hue(claim),
            Room(ink, room, index.letter(claim)),
            current,
            held,
            why,
            after,
            elsewhere,
        )
        self._add(rows, " " * indent + (CURSOR if current else " "), ink)
        self.cards.append((range(start, len(self._rows)), claim))

    def _add(self, rows: tuple[tuple[Segment, ...], ...], before: str, ink: Ink) -> None:
        """Append a blank row, and ``rows`` with ``before`` at the beginning of each."""
        edge = Segment(f" {before} ", ink.cursor)
        self._rows.append(Strip([]))
        self._rows.extend(Strip([edge, *row]).apply_style(self._base) for row in rows)

    def render_line(self, y: int) -> Strip:
        """Return row ``y`` of the view."""
        width, row = self.scrollable_content_region.width, y + self.scroll_offset.y
        strip = self._rows[row] if row < len(self._rows) else Strip([])
        return strip.adjust_cell_length(width, self._base)

    # --- scrolling

    def _show_current(self) -> None:
        """Scroll so that the current card begins at the top, or as far as there is anything below."""
        current = self.session.current if self.session else None
        blank = 1 if self.scrollable_content_region.height > SMALL else 0
        starts = [rows.start for rows, claim in self.cards if claim is current]
        first = not starts or starts[0] == self.cards[0][0].start
        self.scroll_to(y=1 - blank if first else starts[0] - blank, animate=False)

    def _reasons_start(self) -> int:
        """Return the row on which the current card goes on below its head."""
        current = self.session.current if self.session else None
        card = next((rows for rows, claim in self.cards if claim is current), range(0))
        blank = (row for row in card if not self._rows[row].text.strip(f" {CURSOR}"))
        return next(blank, card.start - 1) + 1

    def action_scroll_page(self, direction: int) -> None:
        """Scroll a page on (1) or back (-1)."""
        height = self.scrollable_content_region.height
        self.scroll_relative(y=direction * max(1, height - 1), animate=False)

    def action_scroll_line(self, direction: int) -> None:
        """Scroll a line on (1) or back (-1)."""
        self.scroll_relative(y=direction, animate=False)

    # --- facts go up

    def on_click(self, event: events.Click) -> None:
        """Report which claim was clicked."""
        row = event.y + self.scroll_offset.y
        for rows, claim in self.cards:
            if row in rows:
                self.post_message(ClaimSelected(claim))


def _explain(claim: Claim) -> tuple[Reason, ...]:
    """Return how ``claim`` was found."""
    # Only now: the first paint need not wait for the words of it.
    from secondhand.wording.explaining import explain_claim

    return explain_claim(claim)


@lru_cache(maxsize=64)
def _card(
    claim: Claim,
    speaker: Speaker | None,
    hue: int | None,
    room: Room,
    current: bool,
    held: tuple[Highlight, ...],
    why: tuple[Reason, ...],
    _runner_up: str | None,
    elsewhere: str,
) -> tuple[tuple[Segment, ...], ...]:
    """Return the rows of a card."""
    colour = room.ink.speaker(hue)
    if current:
        return draw_rows(draw_current(claim, speaker, colour, room, held, why, elsewhere), room.width)
    return draw_rows(draw_other(claim, speaker, colour, room, held), room.width)
