"""Keys in the order in which they are typed: each is for what the one before it opened."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.events import Event
from textual.keys import key_to_character

_PATIENCE = 1.0
"""seconds after which a key waits no longer for the one before it"""


class InOrder(App[None]):
    """An app that does what a key is for before it looks at the next one.

    Textual hands all keys that there are over to the widget that has the focus, and does what they are for
    once they come back from there: what is typed right behind ``/`` would be orders, and no words.
    """

    async def on_event(self, event: Event) -> None:
        """Let a key wait until what the one before it did, and opened, is there."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            with suppress(TimeoutError):
                async with asyncio.timeout(_PATIENCE):
                    for node in (self.focused or self.screen).ancestors_with_self:
                        if node is not self:
                            await _handle_all(node)
        await super().on_event(event)

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """Do at once what ``key`` is for, unless it is written where the focus is."""
        if await super()._check_bindings(key, priority):
            return True
        written = self.focused is not None and self.focused.check_consume_key(key, key_to_character(key))
        return priority and not written and await super()._check_bindings(key)


async def _handle_all(node: DOMNode) -> None:
    """Wait until ``node`` has handled every message that it has by now."""
    handled = asyncio.Event()
    if node.call_later(handled.set):
        await handled.wait()
