"""What the keys do, as commands of the palette."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.command import DiscoveryHit, Hit, Hits, Provider

from secondhand.ui.keys.bindings import FEED, KEYS, LIBRARY, START


class KeyCommands(Provider):
    """One command for every key of a screen."""

    KEYS: ClassVar[Sequence[BindingType]] = ()

    async def discover(self) -> Hits:
        """Yield every command."""
        for binding in self._bindings():
            run = partial(self.screen.run_action, binding.action)
            yield DiscoveryHit(binding.description, run, help=binding.tooltip)

    async def search(self, query: str) -> Hits:
        """Yield the commands like ``query``, the likest first."""
        matcher = self.matcher(query)
        for binding in self._bindings():
            if (score := matcher.match(binding.description)) > 0:
                run = partial(self.screen.run_action, binding.action)
                yield Hit(score, matcher.highlight(binding.description), run, help=binding.tooltip)

    def _bindings(self) -> Iterator[Binding]:
        """Yield the keys that make commands: the palette has one to quit."""
        yield from (key for key in self.KEYS if isinstance(key, Binding) and key.action != "app.quit")


class ReaderCommands(KeyCommands):
    """The keys of the reader."""

    KEYS = KEYS


class LibraryCommands(KeyCommands):
    """The keys of the library."""

    KEYS = LIBRARY


class StartCommands(KeyCommands):
    """The keys of the library where the program began with it."""

    KEYS = START


class FeedCommands(KeyCommands):
    """The keys of the articles of a feed."""

    KEYS = FEED
