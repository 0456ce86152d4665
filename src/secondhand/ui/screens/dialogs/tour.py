"""A short tour: the few keys one needs to begin with."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from secondhand.ui.drawing.styles import Ink
from secondhand.ui.keys.bindings import KEYS, STEPS, TOUR
from secondhand.ui.widgets.footer import Keys

STOPS = (
    (("paragraph.next", "paragraph.previous"), "the next paragraph, the one before: who says what there"),
    (("claim.next", "claim.previous"), "the next claim, the one before"),
    (("mark.highlight", "mark.note", "mark.tags"), "highlight the claim, write a note beside it, tag it"),
    (("mark.select",), "select words to do that with"),
    (("claim.correct",), "set the claim right where it is wrong"),
    (
        ("reader.sources", "claim.filter", "reader.find", "claim.copy"),
        "who is heard, only some claims; find words; copy",
    ),
    (("reader.export",), "take it all elsewhere"),
    (("reader.library",), "everything you read"),
    (("reader.help", "reader.quit"), "every key, and this again; quit"),
)  # fmt: skip
"""ids of keys, and what they are good for"""


class Steps(VerticalScroll):
    """What scrolls where the tour is longer than the screen."""

    BINDINGS = STEPS

    def on_resize(self) -> None:
        """Tell the keys that scroll it, where it does."""
        self.screen.call_after_refresh(self.screen.refresh_bindings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Have keys that scroll only where there is more than the screen holds."""
        return self.max_scroll_y > 0 or not action.startswith("scroll_")


class TourScreen(ModalScreen[None]):
    """A few lines over the reader, gone with the next key."""

    CSS_PATH = "tour.tcss"
    BINDINGS = TOUR
    AUTO_FOCUS = "Steps"

    def __init__(self, active: Iterable[ActiveBinding] = ()) -> None:
        """Explain the keys as they are bound in ``active``, else as they are bound at first."""
        super().__init__()
        bound = [key for key in KEYS if isinstance(key, Binding)]
        self._keys = {key.id: key for key in bound}
        self._keys |= {a.binding.id: a.binding for a in reversed(list(active)) if a.binding.id in self._keys}

    def compose(self) -> ComposeResult:
        """Make the page."""
        with Steps(id="tour") as tour:
            tour.border_title = "Welcome to secondhand"
            yield Static(id="text", markup=False)
        yield Keys(show_command_palette=False)

    def on_mount(self) -> None:
        """Write the page in the colours of the theme."""
        self.query_one("#text", Static).update(self._page(Ink.of(self.app.theme_variables)))

    def _page(self, ink: Ink) -> RenderableType:
        table = Table.grid(padding=(0, 3, 0, 0))
        for ids, meaning in STOPS:
            shown = "  ".join(self._spell_key(key_id) for key_id in ids)
            table.add_row(Text(shown, ink.text + Style(bold=True)), Text(meaning, ink.text))
        return table

    def _spell_key(self, key_id: str) -> str:
        """Return the first key of ``key_id`` as the terminal's user knows it."""
        key = self._keys[key_id]
        first = key.key.split(",")[0]
        return self.app.get_key_display(Binding(first, key.action))
