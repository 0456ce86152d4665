"""Copying and exporting: a claim, selected words, or all that was marked, with whose they are."""

from __future__ import annotations

from dataclasses import replace

from secondhand.ui.screens.features.host import Host
from secondhand.ui.screens.features.marking import NO_CLAIM

# What copies is imported only when it is asked for: the first paint need not wait for it.


class Copying:
    """Lets the reader take words elsewhere, with their attribution."""

    def __init__(self, host: Host) -> None:
        """Copy from the article of ``host``."""
        self._host = host

    def copy(self) -> None:
        """Copy what is selected or the current claim, and tell by which way it went."""
        from secondhand.export.citation import cite
        from secondhand.ui.system.clipboard import copy

        host, session, selection = self._host, self._host.session, self._host.view.selection
        if selection is not None:
            at, words = selection.start, host.article.text[selection.start : selection.end]
            claim = session.claim_over(selection.start, selection.end)
        elif session.current is not None:
            claim = session.current
            at, words = claim.content[0].start, " … ".join(span.text for span in claim.content)
        else:
            host.say(host.name_keys(NO_CLAIM))
            return
        speaker = session.index.speaker(claim) if claim else None
        host.say(f"Copied {copy(host.app, cite(host.article, words, claim, speaker, at=at))}.")

    def export(self) -> None:
        """Ask what to export, and how and where to."""
        from secondhand.ui.screens.dialogs.export_dialog import ExportScreen

        def tell(done: str | None) -> None:
            if done:
                self._host.say(done, 8)

        host = self._host
        partial = host.session.state == "reading"
        host.open_dialog(ExportScreen(replace(host.notebook, found=host.found), partial=partial), tell)
