"""What the key for correcting does: set the current claim right, or make one of selected words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from secondhand.claim import Claim
from secondhand.notes.correction import Correction
from secondhand.notes.describing import describe_edit
from secondhand.notes.edit import Edit
from secondhand.safe_text import make_safe
from secondhand.session import ClaimIndex
from secondhand.ui.keys.hints import hint
from secondhand.ui.screens.features.noting import NotingScreen
from secondhand.wording.labels import UNREAD

if TYPE_CHECKING:
    from secondhand.notes.correction_draft import Matter

NOTHING = "There is no claim here: select words with {mark.select}, then {claim.correct} makes one of them."
BACK = "{mark.undo} brings it back."

# The dialog is imported only when it is asked for: the first paint need not wait for it.


class CorrectingScreen(NotingScreen):
    """Lets the reader say what is right about claims."""

    def action_correct(self) -> None:
        """Correct the current claim, or one that was refused here; of selected words make a new one."""
        from secondhand.notes.correction_draft import draft_claim, draft_correction, find_refused

        article, corrections, here = self._article, self.book.corrections, self.here
        selection = self.article_view.selection
        if selection is not None:
            place = (selection.start, selection.end)
            matter = find_refused(article, self.found, corrections, *place) or draft_claim(article, *place)
        elif here.current is not None and self.found is not None:
            speaker = here.index.speaker(here.current)
            matter = draft_correction(article, self.found, corrections, here.current, speaker)
        else:
            paragraph = article.paragraphs[here.paragraph] if article.paragraphs else None
            place = (paragraph.start, paragraph.end) if paragraph else (0, 0)
            refused = find_refused(article, self.found, corrections, *place)
            if refused is None:
                self.say(UNREAD if here.unread else hint(self, NOTHING))
                return
            matter = refused
        self._ask(matter)

    def _ask(self, matter: Matter) -> None:
        """Show the dialog, and carry out what comes of it."""
        from secondhand.ui.screens.dialogs.correct import CorrectScreen

        def done(edit: Edit | None) -> None:
            if edit is None:
                return
            mine = None if self.article_view.selection else self.here.current
            self.article_view.selection = None
            before = self.here.index
            self.edit(edit)
            self.say(" ".join([_told(edit, hint(self, BACK)), *_besides(before, self.here.index, mine)]))

        self.app.push_screen(CorrectScreen(matter, tuple(self.here.index.speakers.values())), done)


def _told(edit: Edit, back: str) -> str:
    """Return what an edit did to a claim, in a sentence, and where it is gone how it comes ``back``."""
    after = edit.after
    if not isinstance(after, Correction):
        return f"Taken back: {describe_edit(edit.undone())}."
    if after.verdict == "no claim":
        return f"No claim any more. {back}"
    return "A claim of your own." if after.verdict == "new" else "Set right by you."


def _besides(before: ClaimIndex, after: ClaimIndex, mine: Claim | None) -> Iterator[str]:
    """Yield what became of claims that a correction of ``mine``, or one made new, is not about."""
    from secondhand.sources.phrases import format_count

    old = {(claim.id, claim.content): claim for claim in before.claims if mine is None or claim.id != mine.id}
    pairs = [(old[key], new) for new in after.claims if (key := (new.id, new.content)) in old]
    moved = sum((was.chain, was.speaker) != (new.chain, new.speaker) for was, new in pairs)
    if moved:
        yield f"{format_count(moved, 'claim')} inside it {'goes' if moved == 1 else 'go'} with it."
    gone = {claim.id for claim in before.claims} - {claim.id for claim in after.claims}
    freed = sum(was.parent in gone for was, _ in pairs)
    if freed:
        yield f"{format_count(freed, 'claim')} inside it {'stays' if freed == 1 else 'stay'}."
    heard = [(before.speaker(was), after.speaker(new)) for was, new in pairs if was.speaker == new.speaker]
    retold = [who for known, who in heard if who is not None and who != known]
    if retold:
        more = format_count(len(retold), "more claim")
        yield f"What you say of {make_safe(retold[0].name)} holds for {more}."
