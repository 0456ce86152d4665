"""Jumping: back to where the reader was before they went far, and on again."""

from __future__ import annotations

from secondhand.session import Session
from secondhand.ui.screens.features.host import Host
from secondhand.ui.screens.features.moving import Moving

MOST = 100
"""places that are remembered"""


class Jumping:
    """Remembers where each jump began: a move to another paragraph that is neither a step nor a page."""

    def __init__(self, host: Host, moving: Moving) -> None:
        """Jump in the article of ``host``, by ``moving``."""
        self._host = host
        self._moving = moving
        self._behind: list[int] = []
        self._ahead: list[int] = []
        self._returning = False
        self._looking = False
        self._remembered = False

    def watch(self, old: Session, new: Session) -> None:
        """Remember the paragraph of ``old`` where ``new`` is far from it."""
        far = abs(old.paragraph - new.paragraph) > 1
        # While one writes what to look for, the text goes from hit to hit: that is one jump.
        was_looking = self._looking
        self._looking = self._host.search is not None and not self._host.view.has_focus
        self._remembered = self._remembered and was_looking
        if far and not (self._remembered or self._returning or self._moving.is_turning):
            self._behind = [*self._behind, old.paragraph][-MOST:]
            self._ahead = []
            self._remembered = True

    def go_back(self) -> None:
        """Go back to where the last jump began."""
        self._return(self._behind, self._ahead, "You have not jumped from anywhere yet.")

    def go_forward(self) -> None:
        """Go to where the reader went back from."""
        self._return(self._ahead, self._behind, "You have not gone back from anywhere.")

    def _return(self, there: list[int], here: list[int], nowhere: str) -> None:
        """Go to the last of ``there``, and remember in ``here`` where the reader is; say ``nowhere``."""
        if not there:
            self._host.say(nowhere)
            return
        here.append(self._host.session.paragraph)
        self._returning = True
        self._moving.go_to(there.pop())
        self._returning = False
