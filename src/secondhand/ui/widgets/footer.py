"""The footer: where there is no room for every key, those that matter most are shown whole, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from rich.cells import cell_len
from textual.widget import Widget
from textual.widgets import Footer
from textual.widgets._footer import FooterKey, FooterLabel, KeyGroup

_FIRST = (
    "select_begin", "select_leave", "select_highlight", "keep", "screen.write", "dismiss", "close",
    "screen.back", "article_pane", "scroll_line(1)", "app.quit", "help", "app.focus_next", "open",
    "select_cursor", "delete", "step(1)", "filter", "sources", "copy", "correct", "find", "export",
    "app.library", "next_paragraph",
)  # fmt: skip
"""the actions whose keys come first: the ways out, the help, the claims; the others as they stand"""
_PALETTE = "command_palette"
_AROUND = 3
"""cells around the words of a key: before it, before what it does, and after that"""
_CLOSE = 2
"""the same where they stand closer: before what it does, and after that"""


class Keys(Footer):
    """A footer that cuts no key off. Where those that matter would not all fit, they stand closer."""

    DEFAULT_CSS = """
    Keys.-compact {
        KeyGroup {
            padding-left: 0;
        }

        FooterLabel {
            margin: 0 1 0 0;
        }
    }
    """

    def on_resize(self) -> None:
        """Show as many keys as there is room for."""
        self._fit()

    async def recompose(self) -> None:
        """Make the keys anew, and show as many as there is room for."""
        await super().recompose()
        self._fit()

    def _fit(self) -> None:
        room, entries = self.size.width, sorted(self._entries(), key=_rank)
        needed = [_AROUND + sum(map(_width, parts)) for parts in entries if _rank(parts) < len(_FIRST) - 1]
        self.compact = sum(needed) > room
        around = _CLOSE if self.compact else _AROUND
        # Nothing has to stand behind the last one.
        room += self.compact
        for parts in entries:
            width = around + sum(map(_width, parts))
            fits = width <= room
            room -= width if fits else 0
            for part in parts:
                part.display = fits

    def _entries(self) -> Iterator[list[Widget]]:
        """Yield what stands for each key, or group of keys: the group is followed by what its keys do."""
        children = iter(self.children)
        for child in children:
            yield [child, *islice(children, 1)] if isinstance(child, KeyGroup) else [child]


def _rank(parts: list[Widget]) -> int:
    """Return how early ``parts`` are given room, the smaller the earlier."""
    actions = {key.action for key in _keys(parts[0])}
    if any(action.endswith(_PALETTE) for action in actions):
        return len(_FIRST) + 1
    return next((at for at, action in enumerate(_FIRST) if action in actions), len(_FIRST))


def _width(part: Widget) -> int:
    """Return how many cells the words of ``part`` take, and what is drawn around the key of the palette."""
    if isinstance(part, FooterLabel):
        return cell_len(str(part.content))
    return sum(cell_len(key.key_display + key.description) + key.gutter.width for key in _keys(part))


def _keys(part: Widget) -> list[FooterKey]:
    return [part] if isinstance(part, FooterKey) else list(part.query(FooterKey))
