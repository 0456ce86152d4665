"""One link of a chain: who it is, and what they did to pass the claim on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Select, Static

from secondhand.claim import UNKNOWN, Link, Relation, SpeakerType
from secondhand.filters import TYPES
from secondhand.ui.keys.bindings import LINK
from secondhand.ui.widgets.footer import Keys
from secondhand.ui.widgets.form_fields import Field, choice
from secondhand.ui.widgets.text_fields import Line, suggesting
from secondhand.wording.labels import RELATIONS


class LinkScreen(ModalScreen[Link]):
    """Asks for a link. Its result is the link, or None where it was left."""

    CSS_PATH = "correct.tcss"
    BINDINGS = LINK

    def __init__(self, link: Link | None, names: Sequence[str]) -> None:
        """Change ``link``, or make one where there is none; suggest ``names``."""
        super().__init__()
        self._link = link or Link("", "person", "told")
        self._names = names
        self._title = "Change the link" if link else "Add a link"

    def compose(self) -> ComposeResult:
        """Make the form."""
        name = "" if self._link.name == UNKNOWN else self._link.name
        suggester = suggesting(self._names)
        with VerticalScroll(id="form", can_focus=False) as form:
            form.border_title = self._title
            yield Field("Who", Line(name, suggester=suggester, compact=True, id="who"), id="who-field")
            yield Field("Type", choice(TYPES, self._link.type, id="type"), id="type-field")
            yield Field("Did", choice(RELATIONS, self._link.relation, id="relation"), id="relation-field")
            yield Static(id="problem", markup=False)
        yield Keys(show_command_palette=False)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Go back with the link as it stands here."""
        name = " ".join(self.query_one("#who", Input).value.split())
        if not name:
            self.query_one("#problem", Static).update("! A link needs a name.")
            return
        kind = cast("SpeakerType", self.query_one("#type", Select).value)
        relation = cast("Relation", self.query_one("#relation", Select).value)
        self.dismiss(replace(self._link, name=name, type=kind, relation=relation))
