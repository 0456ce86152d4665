"""Explaining: how the current claim was found."""

from __future__ import annotations

from secondhand.ui.screens.features.host import Host
from secondhand.wording.labels import UNREAD

NOTHING = "There is no claim here to explain."


class Explaining:
    """Shows how claims were found, beside them, as long as the reader wants that."""

    def __init__(self, host: Host) -> None:
        """Explain the claims of ``host``."""
        self._host = host

    def toggle(self) -> None:
        """Show how the current claim was found, or leave that out again; say so where there is none."""
        host = self._host
        if not host.explaining and host.session.current is None:
            host.say(UNREAD if host.session.unread else NOTHING)
        else:
            host.explaining = not host.explaining

    def end(self) -> None:
        """Leave that out again."""
        self._host.explaining = False
