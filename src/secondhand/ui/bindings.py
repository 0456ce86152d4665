"""Every key of the reader, once: the footer, the help and the command palette are made from these."""

from __future__ import annotations

from textual.binding import Binding, BindingType

PARAGRAPHS = Binding.Group("paragraph", compact=True)
CLAIMS = Binding.Group("claim", compact=True)
PAGES = Binding.Group("page", compact=True)
PANES = Binding.Group("panel", compact=True)
READER = Binding.Group("reader", compact=True)
ARTICLES = Binding.Group("library", compact=True)

_IN_FOOTER = {
    "paragraph.next",
    "paragraph.previous",
    "claim.next",
    "claim.previous",
    "reader.help",
    "pane.panel",
    "reader.quit",
    "help.close",
    "library.open",
    "library.filter",
    "library.sort",
    "library.delete",
    "library.undo",
    "library.close",
}


def _keys(group: Binding.Group, *rows: tuple[str, str, str, str, str]) -> list[BindingType]:
    """Return the bindings of ``group``: id, keys, action, description and tooltip of each."""
    return [
        Binding(keys, action, what, tooltip=tooltip, id=key_id, group=group, show=key_id in _IN_FOOTER)
        for key_id, keys, action, what, tooltip in rows
    ]


KEYS = [
    *_keys(
        PARAGRAPHS,
        ("paragraph.next", "j,down,}", "next_paragraph", "Next paragraph",
         "Go to the next paragraph, or on in a long one"),
        ("paragraph.previous", "k,up,{", "previous_paragraph", "Previous paragraph",
         "Go to the paragraph before, or back in a long one"),
        ("paragraph.first", "g,home", "first_paragraph", "First paragraph", "Go to the beginning"),
        ("paragraph.last", "G,end", "last_paragraph", "Last paragraph", "Go to the end"),
    ),
    *_keys(
        CLAIMS,
        ("claim.next", "n", "next_claim", "Next claim", "Go to the next claim, here or further on"),
        ("claim.previous", "N", "previous_claim", "Previous claim",
         "Go to the claim before, here or further back"),
    ),
    *_keys(
        PAGES,
        ("page.down", "space,pagedown", "page_down", "Page down", "Go one page on"),
        ("page.up", "pageup", "page_up", "Page up", "Go one page back"),
        ("page.half-down", "ctrl+d", "half_page_down", "Half a page down", "Go half a page on"),
        ("page.half-up", "ctrl+u", "half_page_up", "Half a page up", "Go half a page back"),
    ),
    *_keys(READER, ("reader.help", "?", "help", "Help", "Show every key, and what the signs mean")),
    *_keys(
        PANES,
        ("pane.panel", "tab,shift+tab", "other_pane", "Panel",
         "Let the keys scroll the panel, or move in the text again"),
        ("pane.article", "escape", "article_pane", "Back to the text", "Let the keys move in the text"),
    ),
    *_keys(
        READER,
        ("reader.quit", "q", "app.quit", "Quit", "Leave the reader"),
        ("reader.library", "L", "app.library", "Library", "Show every article there is, to open or delete"),
        ("reader.theme", "T", "toggle_theme", "Light or dark", "Change between light and dark"),
    ),
]  # fmt: skip
"""the keys that work everywhere in the reader"""

PANEL = _keys(
    PANES,
    ("panel.down", "j,down", "scroll_line(1)", "Scroll down", "Scroll the panel down"),
    ("panel.up", "k,up", "scroll_line(-1)", "Scroll up", "Scroll the panel up"),
    ("panel.page-down", "space,pagedown,ctrl+d", "scroll_page(1)", "Page down", "Scroll the panel a page on"),
    ("panel.page-up", "pageup,ctrl+u", "scroll_page(-1)", "Page up", "Scroll the panel a page back"),
    ("panel.home", "g,home", "scroll_home", "To the top", "Scroll the panel to its beginning"),
    ("panel.end", "G,end", "scroll_end", "To the end", "Scroll the panel to its end"),
)
"""the keys that work otherwise while the panel has the focus"""

HELP = _keys(READER, ("help.close", "escape,q,?", "dismiss", "Back", "Go back to the article"))
"""the keys of the help"""

PAGE = _keys(
    READER,
    ("help.down", "j", "scroll_down", "Scroll down", "Scroll the help down"),
    ("help.up", "k", "scroll_up", "Scroll up", "Scroll the help up"),
)
"""the keys that scroll the help, besides those that scroll anything"""

LIBRARY = _keys(
    ARTICLES,
    ("library.filter", "/", "filter", "Filter",
     "Show only what has these words in its title, publisher, date, tags"),
    ("library.list", "down", "list", "To the articles", "Go from the filter to the articles"),
    ("library.sort", "s", "sort", "Sort", "Sort by the next column"),
    ("library.reverse", "S", "reverse", "Turn round", "Turn the order round"),
    ("library.delete", "d,delete", "delete", "Delete", "Take the article out of the library"),
    ("library.undo", "u", "undo", "Undo", "Bring back the article deleted last"),
    ("library.back", "escape", "back", "Back", "Show all articles again, or go back"),
    ("library.close", "q", "close", "Back", "Go back to the article, or quit"),
    ("library.theme", "T", "toggle_theme", "Light or dark", "Change between light and dark"),
)  # fmt: skip
"""the keys of the library"""

TABLE = _keys(
    ARTICLES,
    ("library.open", "enter", "select_cursor", "Open", "Open the article in the reader"),
    ("library.next", "j,down", "cursor_down", "Next article", "Go to the next article"),
    ("library.previous", "k,up", "cursor_up", "Previous article", "Go to the article before"),
    ("library.page-down", "space,pagedown,ctrl+d", "page_down", "Page down", "Go one page on"),
    ("library.page-up", "pageup,ctrl+u", "page_up", "Page up", "Go one page back"),
    ("library.first", "g,home", "scroll_top", "First article", "Go to the first article"),
    ("library.last", "G,end", "scroll_bottom", "Last article", "Go to the last article"),
)
"""the keys of its table"""
