"""The export: in which format, what, and where to, with the first lines of what comes out."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, RadioSet, Static
from textual.widgets.option_list import Option

from secondhand.apart_files import write_apart
from secondhand.errors import OptionError, SecondhandError
from secondhand.export.apart import render_apart
from secondhand.export.filing import file_name
from secondhand.export.form import Traits
from secondhand.export.narrowing import keep_first
from secondhand.export.notebooks import describe, list_formats, render
from secondhand.export.what import What
from secondhand.files import write_file
from secondhand.notes.notebook import Notebook
from secondhand.outputs import check_output
from secondhand.safe_text import make_safe
from secondhand.ui.keys.bindings import EXPORT, FORMATS
from secondhand.ui.layout.breakpoints import begin_in_size
from secondhand.ui.screens.dialogs.question import AskScreen
from secondhand.ui.system.clipboard import copy
from secondhand.ui.widgets.footer import Keys
from secondhand.ui.widgets.toggles import Choice
from secondhand.wording.labels import SO_FAR

FIRST = "markdown"
"""the format that comes first and is chosen at first"""
FILE, CLIPBOARD, APART = range(3)
"""where it goes to, as the choices stand"""
_LINES = 60
"""lines of the preview at most"""
_MOST = 200
"""paragraphs, claims and marks that it is made of at most"""


class Formats(OptionList):
    """The formats there are: what is chosen is written."""

    BINDINGS = FORMATS


class ExportScreen(ModalScreen[str]):
    """Asks how to export a notebook, and does it. Its result is a line that tells what was done."""

    CSS_PATH = "export_dialog.tcss"
    BINDINGS = EXPORT
    AUTO_FOCUS = "#formats"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-roomy")]  # noqa: RUF012 - as Textual declares them
    VERTICAL_BREAKPOINTS = [(0, "-short"), (17, "-tall")]  # noqa: RUF012

    NAMES: ClassVar[dict[What, str]] = {
        "highlights": "highlights",
        "claims": "all claims",
        "notes": "notes",
        "quotations": "quotations",
        "unquoted-text": "unquoted text",
    }

    def __init__(self, notebook: Notebook, *, partial: bool = False) -> None:
        """Export ``notebook``; ``partial`` where more claims may still be found."""
        super().__init__()
        self._notebook = notebook
        self._partial = partial
        self._formats = sorted(list_formats(), key=lambda form: (form != FIRST, form))
        self._form = self._formats[0]
        self._suffix = describe(self._form).suffix

    def compose(self) -> ComposeResult:
        """Make the choices and the preview."""
        begin_in_size(self)
        with Vertical(id="dialog") as dialog:
            more = f" · {SO_FAR}" if self._partial else ""
            dialog.border_title = f"Export{more}"
            yield Formats(
                *(Option(make_safe(form), form) for form in self._formats), id="formats", compact=True
            )
            with Vertical(id="choices"):
                yield Static(id="about", markup=False)
                with Horizontal(id="radios"):
                    with RadioSet(id="what", compact=True):
                        for what in self.NAMES:
                            yield Choice(self._label(what), what == self._first)
                    with RadioSet(id="where", compact=True):
                        yield Choice("file", True)
                        yield Choice("clipboard")
                        yield Choice("a file each")
                yield Input(file_name(self._notebook.article, self._suffix), id="file", compact=True)
                yield Input(placeholder="only what somebody says: a name", id="speaker", compact=True)
                yield Static(id="problem", markup=False)
                yield Static(id="preview", markup=False)
        yield Keys(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the first format."""
        self.query_one("#formats", OptionList).highlighted = 0

    # --- what there is

    @cached_property
    def _counts(self) -> dict[What, int]:
        """How many there are of each."""
        marks = (*self._notebook.highlights, *self._notebook.orphans)
        analysis = self._notebook.analysis
        return {
            "highlights": len(marks),
            "claims": len(analysis.claims) if analysis else 0,
            "notes": sum(bool(mark.note.strip()) for mark in marks),
        }

    @property
    def _first(self) -> What:
        """What is chosen at first: the highlights, or the claims where there are none."""
        return "highlights" if self._counts["highlights"] else "claims"

    def _label(self, what: What) -> str:
        count = self._counts.get(what)
        return self.NAMES[what] if count is None else f"{self.NAMES[what]} ({count})"

    @property
    def what(self) -> What:
        """What is to be exported."""
        return tuple(self.NAMES)[max(0, self.query_one("#what", RadioSet).pressed_index)]

    @property
    def where(self) -> int:
        """Where it goes to: ``FILE``, ``CLIPBOARD`` or ``APART``."""
        return max(FILE, self.query_one("#where", RadioSet).pressed_index)

    @property
    def speaker(self) -> str | None:
        """Whose words alone are to be exported, None for everybody's."""
        return self.query_one("#speaker", Input).value.strip() or None

    def _target(self) -> tuple[Path, bool]:
        """Return the file it goes to, and whether there is one already; raises OptionError."""
        name = self.query_one("#file", Input).value.strip()
        if not name:
            raise OptionError("A file needs a name.")
        try:
            path = Path(name).expanduser()
            path.exists()
        except (OSError, RuntimeError, ValueError) as error:
            why = error.strerror if isinstance(error, OSError) else error
            raise OptionError(f"This cannot be a file: {why}.") from None
        check_output(path)
        return path, os.path.lexists(path)

    # --- what changes

    @on(OptionList.OptionHighlighted)
    def _choose(self, event: OptionList.OptionHighlighted) -> None:
        self._form = event.option_id or self._form
        name = self.query_one("#file", Input)
        try:
            traits = describe(self._form)
        except SecondhandError:
            traits = Traits("")
        if traits.suffix and name.value.endswith(self._suffix):
            name.value = name.value.removesuffix(self._suffix) + traits.suffix
            self._suffix = traits.suffix
        self.query_one("#what", RadioSet).disabled = traits.holds_all
        self.query_one("#about", Static).update(
            make_safe(traits.about) + (": all there is" if traits.holds_all else "")
        )
        self._preview()

    @on(OptionList.OptionSelected)
    def _export_chosen(self) -> None:
        self.action_write()

    @on(RadioSet.Changed)
    def _choose_target(self) -> None:
        self.query_one("#file", Input).disabled = self.where == CLIPBOARD
        self._preview()

    @on(Input.Changed, "#speaker")
    def _choose_speaker(self) -> None:
        self._preview()

    def _preview(self) -> None:
        """Show the first lines of what would come out, or why nothing would."""
        first = keep_first(self._notebook, self.what, _MOST)
        try:
            lines = render(self._form, [first], self.what, speaker=self.speaker).splitlines()
        except SecondhandError as error:
            lines = []
            self._say(str(error))
        else:
            self._say("")
        self.query_one("#preview", Static).update("\n".join(make_safe(line[:400]) for line in lines[:_LINES]))

    def _text(self) -> str:
        """Return what comes out; raises SecondhandError."""
        return render(self._form, [self._notebook], self.what, speaker=self.speaker)

    def _say(self, problem: str) -> None:
        """Say what is wrong, or nothing."""
        self.query_one("#problem", Static).update(f"! {make_safe(problem)}" if problem else "")

    # --- what is done

    @on(Input.Submitted)
    def _write_on_enter(self) -> None:
        self.action_write()

    def action_write(self) -> None:
        """Write the file, asking first where there is one already, or copy; where that fails, say why."""
        try:
            if self.where == APART:
                self._write_apart()
                return
            text = self._text()
            if self.where == CLIPBOARD:
                self.dismiss(f"Copied {copy(self.app, text)}.")
                return
            path, exists = self._target()
            if exists:
                self._ask(path, text)
            else:
                self._write(path, text, replace=False)
        except SecondhandError as error:
            self._say(str(error))

    def _write_apart(self) -> None:
        """Write a file each into the folder that is named, and close; raises SecondhandError."""
        path, _ = self._target()
        folder = path.with_name(path.name.removesuffix(self._suffix) or path.name)
        files = list(render_apart(self._form, [self._notebook], self.what, speaker=self.speaker))
        write_apart(folder, files)
        written = "1 file" if len(files) == 1 else f"{len(files)} files"
        self.dismiss(f"Written to {make_safe(str(folder.absolute()))}: {written}.")

    def _ask(self, path: Path, text: str) -> None:
        """Ask whether to replace ``path``, and do so."""

        def write_on_yes(yes: bool | None) -> None:
            try:
                if yes:
                    self._write(path, text, replace=True)
            except SecondhandError as error:
                self._say(str(error))

        question = f"{make_safe(path.name)}\nis there already. Replace it?"
        self.app.push_screen(AskScreen(question), write_on_yes)

    def _write(self, path: Path, text: str, *, replace: bool) -> None:
        """Write ``text`` and close; raises OptionError."""
        write_file(path, text, replace=replace)
        self.dismiss(f"Written to {make_safe(str(path.absolute()))}.")
