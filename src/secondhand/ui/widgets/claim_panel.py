"""The panel: every claim of the paragraph under the cursor."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.widgets import Static

from secondhand.claim import Claim
from secondhand.session import Session
from secondhand.ui import words
from secondhand.ui.bindings import PANEL
from secondhand.ui.card import card
from secondhand.ui.ink import Ink
from secondhand.ui.messages import ClaimSelected

MOST = 24
"""cards shown at once; a paragraph with more claims says so"""


class ClaimCard(Static):
    """One claim."""

    def __init__(self) -> None:
        """Make an empty card, to be filled by ``show``."""
        super().__init__(markup=False)
        self.claim: Claim | None = None
        self._shown: tuple[object, ...] = ()

    def show(self, claim: Claim, session: Session, ink: Ink) -> None:
        """Show ``claim``, indented as deep as it is nested."""
        current, index = claim is session.current, session.index
        self.claim = claim
        shown = (replace(claim, id=""), current, index.hue(claim), index.depths[claim.id], ink)
        if shown == self._shown:
            return
        self._shown = shown
        self.styles.margin = (1, 1, 0, 2 * min(index.depths[claim.id], 4))
        self.set_class(current, "-current")
        self.update(card(claim, index, ink, current=current))

    def on_click(self) -> None:
        """Report that this claim was chosen."""
        if self.claim is not None:
            self.post_message(ClaimSelected(self.claim))


class ClaimPanel(VerticalScroll, can_focus=True, inherit_bindings=False):
    """The claims of the current paragraph, one card each, nested ones under their parents."""

    BINDINGS = PANEL
    session: reactive[Session | None] = reactive(None)
    """what to show"""

    def compose(self) -> ComposeResult:
        """Make the lines that stand above the cards."""
        yield Static(id="note", markup=False)

    def watch_session(self, old: Session | None, new: Session | None) -> None:
        """Show the claims of the new state's paragraph."""
        if new is None or not self.is_mounted:
            return
        if old and (old.paragraph, old.current, old.index) == (new.paragraph, new.current, new.index):
            self._note(new)
            return
        self._note(new)
        self._fill(new)

    def on_mount(self) -> None:
        """Show what there is to show by now."""
        if self.session is not None:
            self.watch_session(None, self.session)

    def notify_style_update(self) -> None:
        """Take the colours of a new theme."""
        super().notify_style_update()
        if self.session is not None and self.is_mounted:
            self._fill(self.session)

    def _note(self, session: Session) -> None:
        note = self.query_one("#note", Static)
        note.update(note_of(session))
        note.display = bool(note_of(session))

    def _fill(self, session: Session) -> None:
        """Put the claims on cards, making more cards where there are too few."""
        ink = Ink.of(self.app.theme_variables)
        claims = shown_of(session)
        cards = list(self.query(ClaimCard))
        fresh = [ClaimCard() for _ in claims[len(cards) :]]
        if fresh:
            self.mount_all(fresh)
        for place, widget in enumerate([*cards, *fresh]):
            widget.display = place < len(claims)
            if place < len(claims):
                widget.show(claims[place], session, ink)
        self.call_after_refresh(self._show_current)

    def _show_current(self) -> None:
        """Scroll to the card of the current claim."""
        cards = [card for card in self.query(ClaimCard) if card.display]
        for place, widget in enumerate(cards):
            if widget.has_class("-current"):
                if place == 0:
                    self.scroll_home(animate=False)
                else:
                    self.scroll_to_widget(widget, animate=False, top=True)


def shown_of(session: Session) -> tuple[Claim, ...]:
    """Return the claims of the current paragraph to show: at most ``MOST``, the current one among them."""
    claims = session.claims
    at = claims.index(session.current) if session.current in claims else 0
    first = at - at % MOST
    return claims[first : first + MOST]


def note_of(session: Session) -> str:
    """Return what is to be said of the paragraph besides its claims, "" where that is nothing."""
    if session.problem is not None and not session.claims:
        return f"This article could not be analysed:\n{session.problem}\n\nYou can read it all the same."
    if not session.claims:
        return words.OWN_VOICE if session.paragraph in session.read else words.NOT_READ
    count = len(session.claims)
    return f"{count} claims here: those around the current one are shown." if count > MOST else ""
