"""Outlining: the headings and speakers of the article, to go to."""

from __future__ import annotations

from secondhand.filters import Filter
from secondhand.ui.screens.features.filtering import Filtering
from secondhand.ui.screens.features.host import Host
from secondhand.ui.screens.features.moving import Moving

# The outline is imported only when it is asked for: the first paint need not wait for it.


class Outlining:
    """Lets the reader choose a heading to go to, or a speaker to step through."""

    def __init__(self, host: Host, moving: Moving, filtering: Filtering) -> None:
        """Outline the article of ``host``."""
        self._host = host
        self._moving = moving
        self._filtering = filtering

    def show(self) -> None:
        """Show the outline, and go where the reader chooses to."""
        from secondhand.ui.screens.dialogs.outline import OutlineScreen

        self._host.open_dialog(OutlineScreen(self._host.session), self._go)

    def _go(self, chosen: int | Filter | None) -> None:
        if isinstance(chosen, int):
            self._moving.go_to(chosen)
        else:
            self._filtering.step_through(chosen)
