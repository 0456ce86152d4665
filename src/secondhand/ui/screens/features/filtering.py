"""What the keys for claims do: step through them, or through those a filter leaves."""

from __future__ import annotations

from textual.widgets import Static

from secondhand.claim import Claim
from secondhand.filters import Filter, these
from secondhand.notes.highlighting import find_claim_of
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import make_safe
from secondhand.session import Session
from secondhand.ui.keys.hints import hint
from secondhand.ui.screens.features.following import FollowingScreen

HIGHLIGHTED = "highlighted"
"""the label of the filter that follows what the reader marks"""
BACK = "{pane.article} shows all again."

# The list of filters is imported only when it is asked for: the first paint need not wait for it.


class FilteringScreen(FollowingScreen):
    """Lets the reader go from claim to claim, and leave some out."""

    # --- stepping

    def action_next_claim(self) -> None:
        """Go to the next claim."""
        self.to_claim(1)

    def action_previous_claim(self) -> None:
        """Go to the claim before."""
        self.to_claim(-1)

    def to_claim(self, step: int) -> None:
        """Go to the next claim (1) or the one before (-1); say so where there is none."""
        moved = self.here.next_claim() if step > 0 else self.here.previous_claim()
        if moved is not self.here:
            self.go_on(moved)
        elif self.here.state == "reading":
            self.notify("No more claims found yet.", timeout=2, markup=False)
        else:
            end = "This was the last claim" if step > 0 else "This is the first claim"
            self.notify(end + (" of these." if self.here.kept else "."), timeout=2, markup=False)

    def go_on(self, moved: Session) -> None:
        """Take over ``moved``, and show its claim."""
        self.session = moved
        self.article_view.reveal(moved.paragraph)
        if moved.current is None:
            return
        here = self._article.paragraphs[moved.paragraph]
        spans = [span for span in moved.current.parts if span.end > here.start and span.start < here.end]
        self.article_view.reveal_words(
            max(here.start, min(span.start for span in spans)), min(here.end, max(span.end for span in spans))
        )

    # --- filters

    def action_filter(self) -> None:
        """Ask which claims to leave."""
        from secondhand.ui.screens.dialogs.filter_list import FilterScreen

        self.app.push_screen(FilterScreen(self.here, self._highlighted()), self.step_through)

    def step_through(self, by: Filter | None) -> None:
        """Step only through the claims that ``by`` leaves, from the nearest one on; None changes nothing."""
        if by is None:
            return
        narrowed = self.here.narrow(by)
        if narrowed.kept is not None and narrowed.kept.places:
            self.go_on(narrowed.nearest())
        else:
            self.say(f"There are no such claims: {make_safe(by.label)}.")

    def watch_notebook(self, old: Notebook | None, new: Notebook | None) -> None:
        """Let the filter of what is highlighted follow."""
        kept = self.here.kept
        if kept and kept.by.label == HIGHLIGHTED and old and new and old.highlights != new.highlights:
            self.session = self.here.narrow(self._highlighted())

    def _highlighted(self) -> Filter:
        """Return the filter that leaves the claims which highlights are on."""
        found: list[Claim] = []
        for mark in self.book.highlights:
            claims = self.here.claims_of(self._article.paragraph_at(mark.anchors[0].start))
            claim = find_claim_of(claims, mark)
            found += [claim] if claim else []
        return these(HIGHLIGHTED, found)

    def watch_session(self, old: Session | None, new: Session | None) -> None:
        """Say which filter is on, and where among the claims it leaves the reader is."""
        super().watch_session(old, new)
        if not self.is_mounted or new is None or (new.kept is None and (old is None or old.kept is None)):
            return
        lines, told = self.query("#only"), f"{left(new)}. {hint(self, BACK)}"
        if new.kept is None:
            lines.remove()
        elif lines:
            lines.only_one(Static).update(told)
        else:
            self.mount(Static(told, id="only", markup=False), after="#panes")


def left(session: Session) -> str:
    """Return which filter is on: "Only direct quotations: 1 of 2 …"."""
    if session.kept is None:
        return ""
    place = session.kept.places.get(session.current.id) if session.current else None
    count = len(session.kept.places)
    where = f"{place} of {count}" if place else f"{count} claims" if count != 1 else "1 claim"
    return f"Only {make_safe(session.kept.by.label)}: {where}"
