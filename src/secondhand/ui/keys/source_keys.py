"""The keys of the map of who is heard."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from secondhand.ui.keys.bindings import KEYS
from secondhand.ui.keys.table import apart, keys

SOURCES = [
    *apart(
        ("sources.next", "tab", "app.focus_next", "Next part", "Go on to the tree, the table, the bar"),
        ("sources.previous", "shift+tab", "app.focus_previous", "Part before", "Go back to the part before"),
        ("sources.close", "escape,q,s", "dismiss", "Back", "Go back to the article"),
        ("sources.theme", "T", "app.toggle_theme", "Light or dark", "Change between light and dark"),
    ),
    *(key for key in KEYS if isinstance(key, Binding) and key.id == "reader.help"),
]
"""the keys of the sources"""


def _of_sources(
    part: str, select: str, first: str, last: str, *more: tuple[str, str, str, str, str]
) -> list[BindingType]:
    """Return the keys of one part of the sources; Textual calls the same things by several names."""
    return keys(
        Binding.Group("sources", compact=True),
        (f"{part}.open", "enter", select, "Step through", "Step through these claims only, in the article"),
        (f"{part}.down", "j,down", "cursor_down", "Down", "Go down"),
        (f"{part}.up", "k,up", "cursor_up", "Up", "Go up"),
        (f"{part}.page-down", "space,pagedown,ctrl+d", "page_down", "Page down", "Go one page on"),
        (f"{part}.page-up", "pageup,ctrl+u", "page_up", "Page up", "Go one page back"),
        (f"{part}.first", "g,home", first, "First", "Go to the first"),
        (f"{part}.last", "G,end", last, "Last", "Go to the last"),
        *more,
    )


VOICE = _of_sources("voices", "select", "first", "last")
"""the keys of what the bar of the sources means"""

WAYS = _of_sources(
    "ways", "select_cursor", "scroll_home", "scroll_end",
    ("ways.fold", "minus,plus", "toggle_node", "Fold", "Fold what is below, or unfold it"),
    ("ways.right", "right", "page_right", "Right", "Scroll to the right"),
    ("ways.left", "left", "page_left", "Left", "Scroll to the left"),
)  # fmt: skip
"""the keys of the tree of sources"""

SPEAKERS = [
    *_of_sources("speakers", "select_cursor", "scroll_top", "scroll_bottom"),
    *apart(
        ("speakers.right", "right", "sideways(1)", "More", "Show the columns to the right"),
        ("speakers.left", "left", "sideways(-1)", "Less", "Show the columns to the left"),
    ),
]
"""the keys of the table of speakers"""
