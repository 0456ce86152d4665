"""The lines of a form: a label, and the field it is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Select, Static

Value = TypeVar("Value", bound=str)
CHANGED = "✎ "
"""stands before the label of a field that does not say what the model says"""


class Field(Horizontal):
    """A label and a field. A sign tells where what stands there is the reader's own."""

    def __init__(self, label: str, field: Widget, *, id: str) -> None:
        """Put ``label`` before ``field``."""
        super().__init__(id=id)
        self._label = label
        self._field = field

    def compose(self) -> ComposeResult:
        """Make the two."""
        yield Static("", classes="label", markup=False)
        yield self._field

    def on_mount(self) -> None:
        """Write the label."""
        self.mark(changed=False)

    def mark(self, *, changed: bool) -> None:
        """Show whether what stands here is the reader's own."""
        self.query_one(".label", Static).update(f"{CHANGED if changed else '  '}{self._label}")
        self.set_class(changed, "-changed")


def choice(words: Mapping[Value, str], value: Value, *, id: str) -> Select[Value]:
    """Return a field to choose among ``words``, ``value`` being chosen at first."""
    options = [(meaning, label) for label, meaning in words.items()]
    return Select(options, value=value, allow_blank=False, compact=True, id=id)
