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

    _begun = False

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Return whether ``key`` may begin a name."""
        return character is not None and character.isprintable() and not self.expanded

    def on_key(self, event: events.Key) -> None:
        """Tell of what is typed; space opens the list, unless a name that is typed fast goes on with it."""
        if self.expanded or not event.is_printable or not event.character:
            return
        if self._begun or not event.character.isspace():
            event.stop()
            event.prevent_default()
            self._begun = True
            self.post_message(self.Typed(event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Take the first line of what is pasted for a name that is typed."""
        if first := event.text.strip().partition("\n")[0]:
            self.post_message(self.Typed(first))

    def on_blur(self) -> None:
        """Let space open the list again when the focus is back."""
        self._begun = False
