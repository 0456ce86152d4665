"""What the key for copying does: a claim, or selected words, with whose they are, ready to paste."""

from __future__ import annotations

from secondhand.ui.keys.hints import hint
from secondhand.ui.screens.features.correcting import CorrectingScreen
from secondhand.ui.screens.features.marking import NO_CLAIM

# What copies is imported only when it is asked for: the first paint need not wait for it.


class CitingScreen(CorrectingScreen):
    """Lets the reader take words elsewhere, with their attribution."""

    def action_copy(self) -> None:
        """Copy what is selected or the current claim, and tell by which way it went."""
        from secondhand.export.citation import cite
        from secondhand.ui.system.clipboard import copy

        here, selection = self.here, self.article_view.selection
        if selection is not None:
            at, words = selection.start, self._article.text[selection.start : selection.end]
            claim = here.claim_over(selection.start, selection.end)
        elif here.current is not None:
            claim = here.current
            at, words = claim.content[0].start, " … ".join(span.text for span in claim.content)
        else:
            self.say(hint(self, NO_CLAIM))
            return
        speaker = here.index.speaker(claim) if claim else None
        told = cite(self._article, words, claim, speaker, at=at)
        self.say(f"Copied {copy(self.app, told)}.")
