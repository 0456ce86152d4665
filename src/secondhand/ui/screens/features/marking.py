"""What the keys for marking do: highlight, note, tag, colour, select."""

from __future__ import annotations

from textual import on
from textual.reactive import var
from textual.widgets import Static

from secondhand.notes.edit import Edit
from secondhand.notes.highlight import SIGNS, Colour, Highlight
from secondhand.notes.highlighting import (
    change_highlight,
    find_highlight_on,
    highlights_in,
    make_highlight,
)
from secondhand.session import Session
from secondhand.ui.keys.hints import hint
from secondhand.ui.messages import HighlightSelected, Selecting
from secondhand.ui.screens.notebook_screen import NotebookScreen
from secondhand.ui.widgets.selecting_view import SelectingView
from secondhand.wording.labels import UNREAD

_MOVES = (
    "{select.word-previous} {select.word-next} {select.line-previous} {select.line-next} "
    "{select.sentence-previous} {select.sentence-next}"
)
LOOKING = (
    f"First word: {_MOVES}, then {{select.begin}} to begin there; {{select.sentence}} takes the sentence."
)
SELECTED = (
    f"Last word: {_MOVES}, {{select.turn}} turns; {{mark.highlight}} highlights, {{mark.note}} notes, "
    "{mark.tags} tags, {select.leave} leaves."
)
NO_CLAIM = "There is no claim here: {mark.select} selects words."
_ELSEWHERE = {
    "next_paragraph",
    "previous_paragraph",
    "step",
    "next_claim",
    "previous_claim",
    "filter",
    "find",
    "next_mark",
    "other_pane",
    "article_pane",
    "select",
    "follow",
    "chain",
    "browse",
    "back",
}
"""what cannot be done while words are selected"""


class MarkingScreen(NotebookScreen):
    """Makes and changes the marks of the reader, at the current claim or on selected words."""

    picked: var[str] = var("")
    """id of the highlight the keys are for, where the cursor alone does not tell"""
    colour: Colour = "yellow"
    """of the next highlight"""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the cursor where it is while words are selected."""
        return not (action in _ELSEWHERE and self.is_mounted and self.article_view.selection is not None)

    @property
    def article_view(self) -> SelectingView:
        """The article's pane."""
        return self.query_one(SelectingView)

    @property
    def target(self) -> Highlight | None:
        """The highlight the keys are for: the one picked, that of the current claim, else one in sight."""
        mark = self.book.mark(self.picked)
        if isinstance(mark, Highlight):
            return mark
        if self.here.current is not None:
            return find_highlight_on(self.book.highlights, self.here.current)
        return next(iter(highlights_in(self.book, self.here.paragraph)), None)

    def watch_session(self, old: Session | None, new: Session | None) -> None:
        """Let the keys be for what is under the cursor, once that moves."""
        super().watch_session(old, new)
        if old and new and _spot(old) != _spot(new):
            self.picked = ""

    @on(HighlightSelected)
    def _pick(self, message: HighlightSelected) -> None:
        self.picked = message.highlight.id

    # --- highlights

    def action_highlight(self) -> None:
        """Highlight what is selected or the current claim; take its highlight off where it has one."""
        mark = None if self.article_view.selection else self.target
        if mark is not None:
            self.edit(Edit(mark, None))
        elif (made := self.made()) is not None:
            self.add(made)

    def add(self, highlight: Highlight) -> None:
        """Put ``highlight`` into the notebook; the keys are for it from now on."""
        self.edit(Edit(None, highlight))
        self.article_view.selection = None
        self.picked = highlight.id

    def made(self) -> Highlight | None:
        """Return a new highlight of what is selected or of the current claim; say where there is neither."""
        here, selection = self.here, self.article_view.selection
        if selection is not None:
            ranges = [(selection.start, selection.end)]
            claim = here.claim_over(selection.start, selection.end)
        elif here.current is not None:
            ranges, claim = [(span.start, span.end) for span in here.current.content], here.current
        else:
            self.say(UNREAD if here.unread else hint(self, NO_CLAIM))
            return None
        speaker = here.index.speaker(claim) if claim else None
        return make_highlight(self._article.text, ranges, self.colour, claim, speaker)

    def action_colour(self, colour: Colour) -> None:
        """Give the highlight another colour; without one, the next highlights get it."""
        self.colour = colour
        mark = None if self.article_view.selection else self.target
        if mark is None:
            self.say(f"What you highlight next will be {SIGNS[colour]} {colour}.")
        elif mark.colour != colour:
            self.edit(change_highlight(mark, colour=colour))

    def action_next_mark(self, step: int) -> None:
        """Go to the next highlight (1) or the one before (-1)."""
        mark, marks = self.book.mark(self.picked), self.book.highlights
        if isinstance(mark, Highlight) and mark in marks:
            at = marks.index(mark) + step
        else:
            start = self._article.paragraphs[self.here.paragraph].start if marks else 0
            before = sum(1 for h in marks if h.anchors[0].start < start)
            at = before if step > 0 else before - 1
        if 0 <= at < len(marks):
            self.go_to(marks[at])
        else:
            self.say("There are no more highlights this way." if marks else "Nothing is highlighted yet.")

    def go_to(self, highlight: Highlight) -> None:
        """Put the cursor on ``highlight`` and scroll there; say so where its words are gone."""
        if highlight not in self.book.highlights:
            self.say("Its words are not in this text any more.")
            return
        first, last = highlight.anchors[0], highlight.anchors[-1]
        here = self.here.move_to(self._article.paragraph_at(first.start))
        claim = next((c for c in here.claims if find_highlight_on([highlight], c)), None)
        self.session = here.choose(claim) if claim else here
        self.picked = highlight.id
        self.article_view.reveal_words(first.start, last.end)

    # --- selecting

    def action_select(self) -> None:
        """Look for the first word to select, from the current claim or the paragraph's beginning on."""
        here = self.here
        if not self._article.paragraphs:
            return
        begins = self._article.paragraphs[here.paragraph].start
        claim = here.current
        starts = [span.start for span in claim.content if span.start >= begins] if claim else []
        self.article_view.focus()
        self.article_view.begin(min(starts, default=begins))

    @on(Selecting)
    def _tell_how(self, message: Selecting) -> None:
        """Say which keys select, as long as something is selected."""
        self.refresh_bindings()
        lines = self.query("#how")
        if message.selection is None:
            lines.remove()
            return
        words = hint(self, SELECTED if message.selection.begun else LOOKING)
        if lines:
            lines.only_one(Static).update(words)
        else:
            self.mount(Static(words, id="how", markup=False), before="Footer")


def _spot(session: Session) -> tuple[int, ...]:
    """Return where the cursor is: paragraph, and content of the current claim."""
    content = session.current.content if session.current else ()
    return (session.paragraph, *(at for span in content for at in (span.start, span.end)))
