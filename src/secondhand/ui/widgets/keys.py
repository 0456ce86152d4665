"""The footer of screens with more keys than a narrow terminal has room for: the way back is never cut."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

_BACK = {"dismiss", "close"}
"""the actions that lead back"""
ROOMY = 64
"""cells from which on there is room for every key"""


class Keys(Footer):
    """A footer that keeps the way back at its right end on a narrow screen."""

    DEFAULT_CSS = """
    Keys.-narrow {
        FooterKey.-back {
            dock: right;
        }

        FooterKey.-command-palette {
            display: none;
        }
    }
    """

    def on_resize(self) -> None:
        """Keep the way back at the end where there is little room."""
        self.set_class(self.size.width < ROOMY, "-narrow")

    def compose(self) -> ComposeResult:
        """Make the keys, and mark the one that leads back."""
        for key in super().compose():
            if isinstance(key, FooterKey) and key.action in _BACK:
                key.add_class("-back")
            yield key
