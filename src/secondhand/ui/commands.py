"""What the keys do, as commands of the palette."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider

from secondhand.ui.bindings import KEYS


class ReaderCommands(Provider):
    """One command for every key of the reader."""

    async def discover(self) -> Hits:
        """Yield every command."""
        for binding in _bindings():
            run = partial(self.screen.run_action, binding.action)
            yield DiscoveryHit(binding.description, run, help=binding.tooltip)

    async def search(self, query: str) -> Hits:
        """Yield the commands like ``query``, the likest first."""
        matcher = self.matcher(query)
        for binding in _bindings():
            if (score := matcher.match(binding.description)) > 0:
                run = partial(self.screen.run_action, binding.action)
                yield Hit(score, matcher.highlight(binding.description), run, help=binding.tooltip)


def _bindings() -> Iterator[Binding]:
    """Yield the keys that make commands: the palette has one to quit."""
    yield from (key for key in KEYS if isinstance(key, Binding) and key.action != "app.quit")
