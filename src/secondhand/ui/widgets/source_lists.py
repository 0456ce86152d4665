"""The parts of the map of who is heard: a bar, what it means, a tree and a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import DataTable, OptionList, Static, Tree
from textual.widgets.option_list import Option
from textual.widgets.tree import TreeNode

from secondhand.claim import UNKNOWN
from secondhand.safe_text import make_safe
from secondhand.sources import Heard, Node, phrases
from secondhand.sources.voices import VOICES, Voice
from secondhand.ui.keys.source_keys import SPEAKERS, VOICE, WAYS

_COLOURS: dict[Voice, str] = {
    "own": "$quiet",
    "first": "$speaker-0",
    "further": "$speaker-1",
    "unnamed": "$speaker-3",
}
_NUMBERS = ("claims", "words")
_LONGEST = 40
"""cells of a name or a role at most; where there is little room, a third of it"""

Path = tuple[str, ...]
"""names from the publisher on"""


class Bar(Static):
    """All words of the article, by where they come from: signs that are legible without their colours."""

    voices: reactive[Counter[Voice]] = reactive(Counter, layout=False)
    """how many words come from where"""

    def render(self) -> Content:
        """Return the bar, as wide as there is room."""
        given = phrases.share_cells(self.voices, self.content_size.width)
        return Content.assemble(*((phrases.SIGNS[voice] * n, _COLOURS[voice]) for voice, n in given.items()))


class Voices(OptionList, inherit_bindings=False):
    """What the parts of the bar mean, and how many words each has."""

    BINDINGS = VOICE
    ORDER: ClassVar[tuple[Voice, ...]] = tuple(VOICES)

    def show(self, voices: Counter[Voice]) -> None:
        """Show ``voices``; only what has claims can be chosen."""
        at = self.highlighted
        self.clear_options()
        for voice in VOICES:
            told = Content.assemble(
                (phrases.SIGNS[voice] * 2, _COLOURS[voice]), phrases.share_words(voices, voice)
            )
            self.add_option(Option(told, disabled=voice == "own" or not voices[voice]))
        self.highlighted = at if at is not None and not self.get_option_at_index(at).disabled else None


class Ways(Tree[Path], inherit_bindings=False):
    """The ways claims took: from the publisher through every relay to every origin."""

    BINDINGS = WAYS
    BORDER_TITLE = " Through whom · claims that came through each "

    def on_mount(self) -> None:
        """Keep Enter for choosing."""
        self.auto_expand = False
        self.guide_depth = 3

    def show(self, trees: Iterable[Node], publisher: str | None) -> None:
        """Show ``trees``, that of the ``publisher`` as the trunk; the cursor stays where it was."""
        here = self.cursor_node.data if self.cursor_node else None
        trunk, *others = trees or (Node(publisher or UNKNOWN, "organization", 0, 0),)
        self.reset(_label(trunk, publisher=True), (trunk.name,))
        for node in trunk.below:
            _add(self.root, node)
        for tree in others:
            _add(self.root, tree, ())
        self.root.expand_all()
        self.go_to(here or ())

    def go_to(self, path: Path) -> None:
        """Put the cursor where ``path`` ends, or as far along it as there is something."""
        node = self.root
        for end in range(2, len(path) + 1):
            node = next((child for child in node.children if child.data == path[:end]), node)
        self.call_after_refresh(self.move_cursor, node)


class Speakers(DataTable[Text], inherit_bindings=False):
    """Everybody who is heard."""

    BINDINGS = SPEAKERS
    BORDER_TITLE = " Who · claims by each "

    def __init__(self) -> None:
        """Make an empty table; the names stay in view when it is scrolled sideways."""
        super().__init__(cursor_type="row", fixed_columns=1)
        self._heard: tuple[Heard, ...] = ()

    def on_resize(self) -> None:
        """Give names as many cells as there is room for."""
        self.show(self._heard)

    def show(self, speakers: Iterable[Heard]) -> None:
        """Show ``speakers``; the cursor stays on the one it was on."""
        self._heard = tuple(speakers)
        here = self.ordered_rows[self.cursor_row].key.value if self.row_count else None
        self.clear(columns=True)
        most = min(_LONGEST, max(8, self.size.width // 3))
        rows = [tuple(map(make_safe, phrases.table_row(heard))) for heard in self._heard]
        for index, column in enumerate(phrases.COLUMNS):
            needed = max((Text(row[index]).cell_len for row in rows), default=0)
            longest = most if column in {"who", "role"} else needed
            self.add_column(_cell(column, column), width=max(len(column), min(needed, longest)))
        wide = sum(column.get_render_width(self) for column in self.ordered_columns) > self.size.width
        self.border_title = f"{self.BORDER_TITLE}· more to the right " if wide else self.BORDER_TITLE
        for heard, row in zip(self._heard, rows, strict=True):
            self.add_row(*map(_cell, row, phrases.COLUMNS), key=heard.name)
        if here is not None:
            self.go_to(here)

    def action_sideways(self, step: int) -> None:
        """Show what is half a page to the right (1), or to the left (-1)."""
        self.scroll_relative(x=step * (self.size.width // 2), animate=False)

    def go_to(self, name: str) -> None:
        """Put the cursor on ``name``, where it is there."""
        if name in self.rows:
            self.move_cursor(row=self.get_row_index(name))


def _cell(text: str, column: str) -> Text:
    justify = "right" if column in _NUMBERS else "left"
    return Text(text, no_wrap=True, overflow="ellipsis", end="", justify=justify)  # type: ignore[arg-type]


def _label(node: Node, *, publisher: bool = False) -> Text:
    return Text(make_safe(phrases.node_label(node, publisher=publisher)))


def _add(above: TreeNode[Path], node: Node, path: Path | None = None) -> None:
    """Hang ``node`` and what is below it under ``above``; ``path`` leads to it where ``above`` does not."""
    along = (*((above.data or ()) if path is None else path), node.name)
    made = above.add(_label(node, publisher=path == ()), along, allow_expand=bool(node.below))
    for child in node.below:
        _add(made, child)
