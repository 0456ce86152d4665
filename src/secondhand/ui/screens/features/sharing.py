"""Sharing: what another window makes of the same article is shown here too."""

from __future__ import annotations

from dataclasses import replace

from secondhand.errors import LibraryError
from secondhand.notes.notebook import Notebook
from secondhand.ui.screens.features.host import Host

EVERY = 2.0
"""seconds between two looks"""
TOLD = "Another window changed what is marked here: it is shown as it stands now."


class Sharing:
    """Looks now and then whether somebody else wrote to the library, and takes over what they marked."""

    def __init__(self, host: Host) -> None:
        """Look for what is made of the article of ``host``."""
        self._host = host
        self._version: int | None = None

    def look(self) -> None:
        """Show what others marked since the last look, and say so; not while a dialog is open.

        The first look only takes down how the library stands.
        """
        host = self._host
        library = host.keeper.library
        if library is None or host.keeper.waiting or not host.is_active:
            return
        try:
            now = library.tell_foreign_writes()
            if self._version is None:
                self._version = now
            elif self._version != now and host.session.state != "reading":
                self._version = now
                self._take(library.notebook(host.keeper.entry, 0))
        except LibraryError:
            # Whatever is wrong is told when something is to be kept.
            return

    def _take(self, kept: Notebook) -> None:
        """Take over the marks of ``kept`` where they are others, and its text is the same."""
        host, own = self._host, self._host.notebook
        if kept.article.text == own.article.text and _describe(kept) != _describe(own):
            host.take_marks(
                replace(own, highlights=kept.highlights, orphans=kept.orphans, corrections=kept.corrections)
            )
            host.say(TOLD)


def _describe(notebook: Notebook) -> tuple[object, ...]:
    """Return what tells the marks of ``notebook`` from others."""
    marks = {(m.id, m.note, m.tags, m.colour) for m in (*notebook.highlights, *notebook.orphans)}
    return marks, {correction.id for correction in notebook.corrections}
