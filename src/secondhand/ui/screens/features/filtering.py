"""Filtering: the reader steps through the claims, or through those a filter leaves."""

from __future__ import annotations

from secondhand.claim import Claim
from secondhand.filters import Filter, is_unsure, these
from secondhand.notes.highlighting import find_claim_of, highlights_in
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import make_safe
from secondhand.session import Session
from secondhand.ui.screens.features.host import Host
from secondhand.wording.labels import count_unsure

HIGHLIGHTED = "highlighted"
"""the label of the filter that follows what the reader marks"""

# The list of filters is imported only when it is asked for: the first paint need not wait for it.


class Filtering:
    """Lets the reader go from claim to claim, and leave some out."""

    def __init__(self, host: Host) -> None:
        """Step through the claims of ``host``."""
        self._host = host

    # --- stepping

    def step(self, step: int) -> None:
        """Go to the next claim (1) or the one before (-1); say so where there is none."""
        session = self._host.session
        moved = session.next_claim() if step > 0 else session.previous_claim()
        if moved is not session:
            self._show(moved)
        elif session.state == "reading":
            self._host.say("No more claims found yet.", 2)
        else:
            end = "This was the last claim" if step > 0 else "This is the first claim"
            self._host.say(end + (" of these." if session.kept else "."), 2)

    def _show(self, moved: Session) -> None:
        """Take over ``moved``, and scroll to its claim."""
        host = self._host
        host.session = moved
        host.view.reveal(moved.paragraph)
        if moved.current is None:
            return
        here = host.article.paragraphs[moved.paragraph]
        spans = [span for span in moved.current.parts if span.end > here.start and span.start < here.end]
        host.view.reveal_words(
            max(here.start, min(span.start for span in spans)), min(here.end, max(span.end for span in spans))
        )

    def unfold(self) -> None:
        """Show claims that are likelier wrong than right, or fold them again; say which."""
        session = self._host.session
        count = sum(map(is_unsure, session.index.claims))
        if not count:
            self._host.say(
                "No claim is unsure." if session.state != "reading" else "No unsure claims found yet."
            )
            return
        self._host.session = session.unfold(not session.unfolded)
        shown = "shown" if self._host.session.unfolded else "folded"
        self._host.say(f"{count_unsure(count)} in all: {shown}.")

    # --- filters

    def choose_filter(self) -> None:
        """Ask which claims to leave."""
        from secondhand.ui.screens.dialogs.filter_list import FilterScreen

        dialog = FilterScreen(self._host.session, self._filter_highlighted())
        self._host.open_dialog(dialog, self.step_through)

    def step_through(self, by: Filter | None) -> None:
        """Step only through the claims that ``by`` leaves, from the nearest one on; None changes nothing."""
        if by is None:
            return
        narrowed = self._host.session.narrow(by)
        if narrowed.kept is not None and narrowed.kept.places:
            self._show(narrowed.nearest())
        else:
            self._host.say(f"There are no such claims: {make_safe(by.label)}.")

    def end_filter(self) -> None:
        """Leave all claims again."""
        self._host.session = self._host.session.narrow(None)

    def follow_notebook(self, old: Notebook, new: Notebook) -> None:
        """Let the filter of what is highlighted follow the highlights."""
        kept = self._host.session.kept
        if kept and kept.by.label == HIGHLIGHTED and old.highlights != new.highlights:
            self._host.session = self._host.session.narrow(self._filter_highlighted())

    def _filter_highlighted(self) -> Filter:
        """Return the filter that leaves the claims which highlights are on."""
        found: list[Claim] = []
        for paragraph, claims in self._host.session.index.here.items():
            for mark in highlights_in(self._host.notebook, paragraph):
                claim = find_claim_of(claims, mark)
                found += [claim] if claim else []
        return these(HIGHLIGHTED, found)

    def show_place(self, old: Session, new: Session) -> None:
        """Say which filter is on, and where among the claims it leaves the reader is."""
        if new.kept is not None:
            self._host.show_line("only", f"{describe_place(new)}.", first=True)
        elif old.kept is not None:
            self._host.show_line("only", "")


def describe_place(session: Session) -> str:
    """Return which filter is on: "Only direct quotations: claim 1 of 2"."""
    if session.kept is None:
        return ""
    place = session.kept.places.get(session.current.id) if session.current else None
    count = len(session.kept.places)
    where = f"claim {place} of {count}" if place else f"{count} claims" if count != 1 else "1 claim"
    return f"Only {make_safe(session.kept.by.label)}: {where}"
