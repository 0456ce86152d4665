"""Marking: highlights of the current claim or of selected words, their colours, and the way to them."""

from __future__ import annotations

from bisect import bisect_left

from secondhand.notes.edit import Edit
from secondhand.notes.highlight import SIGNS, Colour, Highlight
from secondhand.notes.highlighting import (
    change_highlight,
    find_highlight_of,
    find_highlight_on,
    highlights_in,
    make_highlight,
)
from secondhand.ui.layout.selection import Selection
from secondhand.ui.screens.features.host import Host
from secondhand.wording.labels import UNREAD

_MOVES = (
    "{select.word-previous} {select.word-next} {select.line-previous} {select.line-next} "
    "{select.sentence-previous} {select.sentence-next}"
)
LOOKING = f"{{select.begin}} begins at this word, {{select.sentence}} takes the sentence; {_MOVES} move."
SELECTED = (
    "{mark.highlight} highlights, {mark.note} notes, {mark.tags} tags, {select.leave} leaves; "
    f"{_MOVES} move, {{select.turn}} turns."
)
NO_CLAIM = "There is no claim here: {mark.select} selects words."
LOST = "{} went with the highlight: {{mark.undo}} brings all of it back."


class Marking:
    """Makes and changes the highlights of the reader."""

    def __init__(self, host: Host) -> None:
        """Mark in the article of ``host``."""
        self._host = host
        self.colour: Colour = "yellow"
        """of the next highlight"""

    @property
    def target(self) -> Highlight | None:
        """The highlight the keys are for: the one picked, that of the current claim, else one in sight.

        None while words are selected: the keys are for those then.
        """
        host = self._host
        if host.view.selection is not None:
            return None
        mark = host.notebook.mark(host.picked)
        if isinstance(mark, Highlight):
            return mark
        if host.session.current is not None:
            return find_highlight_of(host.notebook, host.session.current, host.session.claims)
        return next(iter(highlights_in(host.notebook, host.session.paragraph)), None)

    # --- highlights

    def toggle_highlight(self) -> None:
        """Highlight what is selected or the current claim; take its highlight off where it has one."""
        mark = self.target
        if mark is not None:
            self._host.edit(Edit(mark, None))
            if mark.note.strip() or mark.tags:
                self._host.say(self._host.name_keys(LOST.format(_name_written(mark))), 6)
        else:
            self.add_highlight()

    def add_highlight(self) -> Highlight | None:
        """Highlight what is selected or the current claim, and return that; say where there is neither."""
        highlight = self._make()
        if highlight is not None:
            self._host.edit(Edit(None, highlight))
            self._host.view.selection = None
            self._host.picked = highlight.id
        return highlight

    def _make(self) -> Highlight | None:
        """Return a new highlight of what is selected or of the current claim; say where there is neither."""
        session, selection = self._host.session, self._host.view.selection
        if selection is not None:
            ranges = [(selection.start, selection.end)]
            claim = session.claim_over(selection.start, selection.end)
        elif session.current is not None:
            ranges, claim = [(span.start, span.end) for span in session.current.content], session.current
        else:
            self._host.say(UNREAD if session.unread else self._host.name_keys(NO_CLAIM))
            return None
        speaker = session.index.speaker(claim) if claim else None
        return make_highlight(self._host.article.text, ranges, self.colour, claim, speaker)

    def set_colour(self, colour: Colour) -> None:
        """Give the highlight another colour; without one, the next highlights get it."""
        self.colour = colour
        mark = self.target
        if mark is None:
            self._host.say(f"What you highlight next will be {SIGNS[colour]} {colour}.")
        elif mark.colour != colour:
            self._host.edit(change_highlight(mark, colour=colour))

    # --- the way to them

    def step(self, step: int) -> None:
        """Go to the next highlight (1) or the one before (-1)."""
        host = self._host
        marks, picked = host.notebook.highlights, host.picked
        number = next((number for number, mark in enumerate(marks) if mark.id == picked), None)
        if number is not None:
            at = number + step
        else:
            start = host.article.paragraphs[host.session.paragraph].start if marks else 0
            before = bisect_left(marks, start, key=lambda h: h.anchors[0].start)
            at = before if step > 0 else before - 1
        if 0 <= at < len(marks):
            self.go_to(marks[at])
        else:
            host.say(_end_words(len(marks)))

    def go_to(self, highlight: Highlight) -> None:
        """Put the cursor on ``highlight`` and scroll there; say so where its words are gone."""
        host = self._host
        first, last = highlight.anchors[0], highlight.anchors[-1]
        paragraph = host.article.paragraph_at(first.start)
        if highlight not in highlights_in(host.notebook, paragraph):
            host.say("Its words are not in this text any more.")
            return
        moved = host.session.move_to(paragraph)
        claim = next((c for c in moved.claims if find_highlight_on([highlight], c)), None)
        host.session = moved.choose(claim) if claim else moved
        host.picked = highlight.id
        host.view.reveal_words(first.start, last.end)

    # --- selecting

    def begin_selecting(self) -> None:
        """Look for the first word to select, from the current claim or the paragraph's beginning on."""
        host = self._host
        if not host.article.paragraphs:
            return
        begins = host.article.paragraphs[host.session.paragraph].start
        claim = host.session.current
        starts = [span.start for span in claim.content if span.start >= begins] if claim else []
        host.view.screen.set_focus(host.view)
        host.view.begin(min(starts, default=begins))

    def explain_selecting(self, selection: Selection | None) -> None:
        """Say which keys select, as long as there is a ``selection``."""
        words = (SELECTED if selection.begun else LOOKING) if selection is not None else ""
        self._host.show_line("how", self._host.name_keys(words))


def _name_written(mark: Highlight) -> str:
    """Return what was written beside ``mark``, in words: its note, its tags, or both."""
    parts = (("note", mark.note.strip()), ("tags", mark.tags))
    return "Its " + " and ".join(name for name, there in parts if there)


def _end_words(count: int) -> str:
    """Return what to say where no highlight follows, of ``count`` in all."""
    if count == 1:
        return "This is the only highlight."
    return "There are no more highlights this way." if count else "Nothing is highlighted yet."
