"""The footer of screens with more keys than a narrow terminal has room for: the ways out are never cut."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

_OUT = {"dismiss": "-back", "close": "-back", "app.quit": "-back", "keep": "-keep"}
"""the actions that end the screen → the class that keeps their keys in view"""
ROOMY = 64
"""cells from which on there is room for every key"""


class Keys(Footer):
    """A footer that on a narrow screen has the way back at its right end, and the key to keep at its left."""

    DEFAULT_CSS = """
    Keys.-narrow {
        FooterKey.-back {
            dock: right;
        }

        FooterKey.-keep {
            dock: left;
        }

        FooterKey.-command-palette {
            display: none;
        }
    }
    """

    def on_resize(self) -> None:
        """Keep the ways out at the ends where there is little room."""
        self.set_class(self.size.width < ROOMY, "-narrow")

    def compose(self) -> ComposeResult:
        """Make the keys, and mark those that lead out."""
        for key in super().compose():
            if isinstance(key, FooterKey) and key.action in _OUT:
                key.add_class(_OUT[key.action])
            yield key
