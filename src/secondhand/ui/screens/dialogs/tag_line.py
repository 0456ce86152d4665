"""The tags of a highlight, on one line."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from secondhand.notes.highlight import Highlight
from secondhand.safe_text import make_safe
from secondhand.ui.keys.bindings import TAGGING
from secondhand.ui.layout.breakpoints import BESIDE, begin_in_size
from secondhand.ui.screens.dialogs.note import safe_title
from secondhand.ui.widgets.footer import Keys
from secondhand.ui.widgets.text_fields import Line

MOST = 12
"""known tags that are shown"""


class TagSuggester(Suggester):
    """Completes the tag that is being written."""

    def __init__(self, known: Sequence[str]) -> None:
        """Suggest one of ``known``."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """Return ``value`` with its last tag whole, or None where no tag begins so."""
        last = value.replace(",", " ").split(" ")[-1]
        tag = next((k for k in self._known if k.startswith(last) and k != last), None) if last else None
        return value.removesuffix(last) + tag if tag else None


class TagScreen(ModalScreen[str]):
    """Asks for tags, over the reader. Its result is what was written, or None where it was left."""

    CSS_PATH = "note.tcss"
    BINDINGS = TAGGING
    HORIZONTAL_BREAKPOINTS = BESIDE

    def __init__(self, mark: Highlight, known: Sequence[str]) -> None:
        """Ask for the tags of ``mark``, and suggest ``known`` ones."""
        super().__init__()
        self._mark = mark
        self._known = known

    def compose(self) -> ComposeResult:
        """Make the line."""
        begin_in_size(self)
        with Vertical(id="tags") as box:
            box.border_title = safe_title(self._mark)
            box.border_subtitle = "→ completes"
            yield Line(
                " ".join(self._mark.tags),
                placeholder="tags, between spaces or commas",
                suggester=TagSuggester(self._known),
                select_on_focus=False,
            )
            if self._known:
                yield Static("known: " + make_safe("  ".join(self._known[:MOST])), id="known", markup=False)
        yield Keys(show_command_palette=False)

    def action_keep(self) -> None:
        """Go back with the tags that were written."""
        self.dismiss(self.query_one(Input).value)
