"""The help: every key as it is bound, and what the signs in the text mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from rich.console import Group, RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from secondhand.notes.highlight import COLOURS, SIGNS
from secondhand.ui.drawing import gutter
from secondhand.ui.drawing.minimap import HIT, THIS_HIT
from secondhand.ui.drawing.runs import Mark
from secondhand.ui.drawing.styles import Ink
from secondhand.ui.keys.bindings import HELP, PAGE
from secondhand.ui.widgets.footer import Keys

BOLD = Style(bold=True)


class Page(VerticalScroll):
    """What scrolls when the help is longer than the screen."""

    BINDINGS = PAGE


class HelpScreen(ModalScreen[None]):
    """Keys and signs, over the reader."""

    CSS_PATH = "help.tcss"
    BINDINGS = HELP
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (9, "-low")]  # noqa: RUF012 - as Textual has them
    AUTO_FOCUS = "Page"

    HEADINGS: ClassVar = {
        "paragraph": "Paragraphs",
        "claim": "Claims",
        "mark": "Your marks",
        "select": "While selecting",
        "hit": "While you look for something",
        "page": "Pages",
        "panel": "Panel",
        "scroll": "In the panel",
        "reader": "Reader",
    }

    def __init__(self, bindings: Sequence[ActiveBinding], *, with_signs: bool = True) -> None:
        """Explain ``bindings``, those of the screen below, after the signs of the text where that has any."""
        super().__init__()
        self._active = bindings
        self._with_signs = with_signs

    def compose(self) -> ComposeResult:
        """Make the page."""
        with Page():
            yield Static(id="text", markup=False)
        yield Keys(show_command_palette=False)

    def on_mount(self) -> None:
        """Write the page in the colours of the theme."""
        ink = Ink.of(self.app.theme_variables)
        before = (signs(ink), Text()) if self._with_signs else ()
        self.query_one("#text", Static).update(Group(*before, self._keys(ink)))

    def _keys(self, ink: Ink) -> RenderableType:
        """Return the keys, heading by heading."""
        table = Table.grid(padding=(0, 3, 0, 0))
        heading = ""
        for group, keys, meaning in group_bindings(self._active):
            if group != heading:
                table.add_row(*([Text()] if heading else []))
                table.add_row(Text(self.HEADINGS.get(group, group), ink.quiet))
                heading = group
            shown = "  ".join(self.app.get_key_display(key) for key in keys)
            table.add_row(Text(shown, ink.text + BOLD), Text(meaning, ink.text))
        return table


def explain_keys(screen: Screen[Any], heading: str) -> HelpScreen:
    """Return the help of a ``screen`` without a text: all its keys under one ``heading``."""
    group, active = Binding.Group(heading), screen.active_bindings.values()
    keys = [key._replace(binding=replace(key.binding, group=group)) for key in active if key.binding.group]
    return HelpScreen(keys, with_signs=False)


def group_bindings(active: Iterable[ActiveBinding]) -> Iterator[tuple[str, list[Binding], str]]:
    """Yield for every action its group, its keys and what it does; actions of one group together."""
    actions: dict[tuple[str, str], list[Binding]] = {}
    for _, binding, _, _ in active:
        if binding.group is not None:
            actions.setdefault((binding.group.description, binding.action), []).append(binding)
    order = list(dict.fromkeys(group for group, _ in actions))
    for (group, _), keys in sorted(actions.items(), key=lambda item: order.index(item[0][0])):
        yield group, keys, keys[0].tooltip


def signs(ink: Ink) -> RenderableType:
    """Return what the signs of the text and the gutter mean, each as it looks there."""
    source, cue = ink.mark(Mark("source", 0, 0)), ink.mark(Mark("cue", 0, 0))
    line = ink.speaker(0)
    table = Table.grid(padding=(0, 3, 0, 0))
    table.add_row(Text("Signs", ink.quiet))
    for sign, style, meaning in (
        ("who", source, "the source: who says so, in a colour for each speaker"),
        ("said", cue, "the words of saying"),
        ("their words", ink.here, "what the current claim claims"),
        (gutter.CURSOR, ink.cursor, "the paragraph you are at"),
        ("A" if ink.letters else gutter.CLAIM, line, "a line with a claim of this speaker in it"),
        (gutter.NESTED, line, "a line with a claim within a claim"),
        (f"{gutter.BEGINS} {gutter.CURRENT}", line, "where the current claim begins, and goes on"),
    ):
        table.add_row(Text(sign, ink.text + style), Text(meaning, ink.text))
    for sign, style, meaning in (
        ("hits", ink.text + ink.hit, "words you look for; reversed where you are"),
        ("left out", ink.quiet, "what a filter leaves out: its claims have no signs"),
        (f"{gutter.CLAIM} {gutter.CURSOR}", ink.quiet, "in the column beside the article: claims, and you"),
        (f"{HIT} {THIS_HIT}", ink.text, "there: words you look for, and the one you are at"),
    ):
        table.add_row(Text(sign, style), Text(meaning, ink.text))
    own = ((f"{SIGNS[colour]} ", ink.text + ink.sign(colour)) for colour in COLOURS)
    table.add_row(Text.assemble(*own), Text("what you marked, in five colours", ink.text))
    return table
