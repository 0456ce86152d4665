"""Correcting: the current claim is set right, or one is made of selected words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from secondhand.claim import Claim
from secondhand.notes.correction import Correction
from secondhand.notes.describing import describe_edit
from secondhand.notes.edit import Edit
from secondhand.safe_text import make_safe
from secondhand.session import ClaimIndex
from secondhand.ui.screens.features.host import Host
from secondhand.wording.labels import UNREAD

if TYPE_CHECKING:
    from secondhand.notes.correction_draft import Matter

NOTHING = "There is no claim here: select words with {mark.select}, then {claim.correct} makes one of them."
BACK = "{mark.undo} brings it back."

# The dialog is imported only when it is asked for: the first paint need not wait for it.


class Correcting:
    """Lets the reader say what is right about claims."""

    def __init__(self, host: Host) -> None:
        """Correct the claims of ``host``."""
        self._host = host

    def correct(self) -> None:
        """Correct the current claim, or one that was refused here; of selected words make a new one."""
        from secondhand.ui.screens.dialogs.correct import CorrectScreen

        host = self._host
        matter = self._find_matter()
        if matter is None:
            host.say(UNREAD if host.session.unread else host.name_keys(NOTHING))
            return
        speakers = tuple(host.session.index.speakers.values())
        host.open_dialog(CorrectScreen(matter, speakers), self._carry_out)

    def _find_matter(self) -> Matter | None:
        """Return what there is to correct where the reader is, or None."""
        from secondhand.notes.correction_draft import draft_claim, draft_correction, find_refused

        host = self._host
        article, session, corrections = host.article, host.session, host.notebook.corrections
        selection = host.view.selection
        if selection is not None:
            place = (selection.start, selection.end)
            return find_refused(article, host.found, corrections, *place) or draft_claim(article, *place)
        if session.current is not None and host.found is not None:
            speaker = session.index.speaker(session.current)
            return draft_correction(article, host.found, corrections, session.current, speaker)
        paragraph = article.paragraphs[session.paragraph] if article.paragraphs else None
        place = (paragraph.start, paragraph.end) if paragraph else (0, 0)
        return find_refused(article, host.found, corrections, *place)

    def _carry_out(self, edit: Edit | None) -> None:
        """Carry out what came of the dialog, and say what that did."""
        if edit is None:
            return
        host = self._host
        mine = None if host.view.selection else host.session.current
        host.view.selection = None
        before = host.session.index
        host.edit(edit)
        told = describe_outcome(edit, host.name_keys(BACK))
        host.say(" ".join([told, *describe_effects(before, host.session.index, mine)]))


def describe_outcome(edit: Edit, back: str) -> str:
    """Return what an edit did to a claim, in a sentence, and where it is gone how it comes ``back``."""
    after = edit.after
    if not isinstance(after, Correction):
        return f"Taken back: {describe_edit(edit.undone())}."
    if after.verdict == "no claim":
        return f"No claim any more. {back}"
    return "A claim of your own." if after.verdict == "new" else "Set right by you."


def describe_effects(before: ClaimIndex, after: ClaimIndex, mine: Claim | None) -> Iterator[str]:
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
    named = [(before.speaker(was), after.speaker(new)) for was, new in pairs if was.speaker == new.speaker]
    changed = [who for known, who in named if who is not None and who != known]
    if changed:
        more = format_count(len(changed), "more claim")
        yield f"What you say of {make_safe(changed[0].name)} holds for {more}."
