"""Textual's buttons to choose and to tick, that say by a sign, not by a colour, whether they are on."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Checkbox, RadioButton


class Choice(RadioButton):
    """One of several."""

    def render(self) -> Content:
        """Draw a full circle where it is chosen, else an empty one."""
        self.BUTTON_INNER = "●" if self.value else "○"
        return super().render()


class Tick(Checkbox):
    """Something that is so or not."""

    def render(self) -> Content:
        """Draw a cross where it is so, else nothing."""
        self.BUTTON_INNER = "X" if self.value else " "
        return super().render()
