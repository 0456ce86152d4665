"""What the key for correcting does: set the current claim right, or make one of selected words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondhand.notes.correction import Correction
from secondhand.notes.edit import Edit
from secondhand.ui.edits import described
from secondhand.ui.hints import hint
from secondhand.ui.screens.noting import NotingScreen

if TYPE_CHECKING:
    from secondhand.ui.draft import Matter

NOTHING = "There is no claim here: select words with {mark.select}, then {claim.correct} makes one of them."
BACK = "{mark.undo} brings it back."

# The dialog is imported only when it is asked for: the first paint need not wait for it.


class CorrectingScreen(NotingScreen):
    """Lets the reader say what is right about claims."""

    def action_correct(self) -> None:
        """Correct the current claim, or one that was refused here; of selected words make a new one."""
        from secondhand.ui import draft

        article, corrections, here = self._article, self.book.corrections, self.here
        selection = self.article_view.selection
        if selection is not None:
            place = (selection.start, selection.end)
            matter = draft.refused(article, self.found, corrections, *place) or draft.new(article, *place)
        elif here.current is not None and self.found is not None:
            speaker = here.index.speaker(here.current)
            matter = draft.matter(article, self.found, corrections, here.current, speaker)
        else:
            paragraph = article.paragraphs[here.paragraph] if article.paragraphs else None
            place = (paragraph.start, paragraph.end) if paragraph else (0, 0)
            refused = draft.refused(article, self.found, corrections, *place)
            if refused is None:
                self.say(hint(self, NOTHING))
                return
            matter = refused
        self._ask(matter)

    def _ask(self, matter: Matter) -> None:
        """Show the dialog, and carry out what comes of it."""
        from secondhand.ui.screens.correct import CorrectScreen

        def done(edit: Edit | None) -> None:
            if edit is None:
                return
            self.article_view.selection = None
            self.edit(edit)
            self.say(_told(edit, hint(self, BACK)))

        self.app.push_screen(CorrectScreen(matter, tuple(self.here.index.speakers.values())), done)


def _told(edit: Edit, back: str) -> str:
    """Return what an edit did to a claim, in a sentence, and where it is gone how it comes ``back``."""
    after = edit.after
    if not isinstance(after, Correction):
        return f"Taken back: {described(edit.undone())}."
    if after.verdict == "no claim":
        return f"No claim any more. {back}"
    return "A claim of your own." if after.verdict == "new" else "Set right by you."
