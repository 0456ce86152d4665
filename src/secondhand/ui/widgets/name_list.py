"""A list to choose a name from, beside which another name can be written."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import Select


class NameList(Select[int]):
    """Drops down as any list does. Typing while it is closed begins a name that may not be in it."""

    @dataclass
    class Typed(Message):
        """The reader began to write a name."""

        text: str

    def on_key(self, event: events.Key) -> None:
        """Tell of what is typed; space still opens the list."""
        if not self.expanded and event.is_printable and event.character and not event.character.isspace():
            event.stop()
            event.prevent_default()
            self.post_message(self.Typed(event.character))
