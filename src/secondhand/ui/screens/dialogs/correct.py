"""The correction: what the reader says is right about a claim, or a claim of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Checkbox, Input, OptionList, Select, Static

from secondhand.claim import UNKNOWN, Commitment, Framing, Link, Speaker, SpeakerType
from secondhand.filters import TYPES
from secondhand.notes.correction_draft import Draft, Matter
from secondhand.notes.edit import Edit
from secondhand.safe_text import make_safe
from secondhand.ui.keys.bindings import CORRECT
from secondhand.ui.widgets.chain_list import ChainList
from secondhand.ui.widgets.footer import Keys
from secondhand.ui.widgets.form_fields import Field, choice
from secondhand.ui.widgets.name_list import NameList
from secondhand.ui.widgets.text_fields import Line, suggesting
from secondhand.ui.widgets.toggles import Tick
from secondhand.wording.labels import COMMITMENTS, FRAMINGS
from secondhand.wording.shortening import shorten

NOBODY, ELSE = -1, -2
"""what is chosen instead of the number of a speaker"""
_LONGEST = 150
"""characters of the claim's words that are shown"""


class CorrectScreen(ModalScreen[Edit]):
    """Asks what is right about a claim. Its result is the edit that makes it so, or None."""

    CSS_PATH = "correct.tcss"
    BINDINGS = CORRECT
    AUTO_FOCUS = "#speaker"

    def __init__(self, matter: Matter, speakers: Sequence[Speaker]) -> None:
        """Correct ``matter``, in an article in which ``speakers`` speak."""
        super().__init__()
        self._matter = matter
        named = {speaker.name: speaker for speaker in speakers if speaker.name != UNKNOWN}
        self._speakers = tuple(named.values())
        self.draft = matter.draft
        """what stands in the form"""

    # --- the form

    def compose(self) -> ComposeResult:
        """Make the form."""
        draft, new = self.draft, self._matter.model is None
        with VerticalScroll(id="form", can_focus=False) as form:
            form.border_title = "A claim of your own" if new else "Correct this claim"
            yield Static(shorten(self._matter.words, _LONGEST), id="words", markup=False)
            yield Field("Speaker", self._choice_of_speaker(), id="speaker-field")
            suggester = suggesting(s.name for s in self._speakers)
            name = Line(draft.name, suggester=suggester, select_on_focus=False, compact=True, id="name")
            yield Field("Name", name, id="name-field")
            yield Field("Type", choice(TYPES, draft.type, id="type"), id="type-field")
            yield Field("Role", Line(draft.role, compact=True, id="role"), id="role-field")
            if new:
                hint = "the words of saying, if any: said"
                yield Field("Cue", Line(draft.cue, hint, compact=True, id="cue"), id="cue-field")
            yield Field("Stance", choice(COMMITMENTS, draft.commitment, id="stance"), id="stance-field")
            yield Field("Article", choice(FRAMINGS, draft.framing, id="framing"), id="framing-field")
            yield Field("Chain", ChainList(id="chain"), id="chain-field")
            yield Field(
                "", Tick("This is no claim", not draft.is_claim, compact=True, id="none"), id="none-field"
            )
            yield Static(id="problem", markup=False)
        yield Keys(show_command_palette=False)

    def _choice_of_speaker(self) -> NameList:
        options = [(Text("someone else …"), ELSE), (Text("nobody is named"), NOBODY)]
        options += [(Text(make_safe(speaker.name)), number) for number, speaker in enumerate(self._speakers)]
        return NameList(
            options, value=self._number(self.draft), allow_blank=False, compact=True, id="speaker"
        )

    def _number(self, draft: Draft) -> int:
        """Return what stands for the speaker of ``draft`` among those to choose from."""
        if not draft.name:
            return NOBODY
        numbers = (number for number, speaker in enumerate(self._speakers) if speaker.name == draft.name)
        return next(numbers, ELSE)

    def on_mount(self) -> None:
        """Show what the form says at first; what was told before must not cover it."""
        self.app.clear_notifications()
        self._show()

    def _show(self) -> None:
        """Show the chain, the signs of what is the reader's own, and only the fields there is use for."""
        draft, model = self.draft, self._matter.model
        chosen = self._value("speaker")
        self.query_one("#name-field").display = chosen == ELSE
        for name in ("type", "role"):
            self.query_one(f"#{name}-field").display = chosen != NOBODY
        self.query_one("#chain", ChainList).show(draft.chain)
        for field in self.query(Field):
            field.disabled = not draft.is_claim and field.id != "none-field"
        for name, attributes in _SHOWN.items():
            changed = model is not None and any(getattr(draft, a) != getattr(model, a) for a in attributes)
            self.query_one(f"#{name}-field", Field).mark(changed=changed)

    def _value(self, name: str) -> Any:
        return self.query_one(f"#{name}", Select).value

    def _read_field(self, name: str) -> str:
        return " ".join(self.query_one(f"#{name}", Input).value.split())

    # --- what changes

    @on(Select.Changed, "#speaker")
    def _choose(self, event: Select.Changed) -> None:
        """Fill in what is known of the speaker chosen; let the reader write the name of another one."""
        number = cast("int", event.value)
        if number == self._number(self.draft):
            return
        if number >= 0:
            speaker = self._speakers[number]
            self._fill(speaker.name, speaker.type, speaker.role or "")
        elif number == NOBODY:
            self._fill("", "unknown", "")
        else:
            self._fill("", "person", "")
            self._show()
            self.set_focus(self.query_one("#name"))

    @on(NameList.Typed)
    def _begin_name(self, event: NameList.Typed) -> None:
        """Go on with a name the reader began to type in the list of speakers."""
        speaker, name = self.query_one(NameList), self.query_one("#name", Input)
        if speaker.value != ELSE:
            with self.prevent(Select.Changed):
                speaker.value = ELSE
            self._fill("", "person", "")
        self._show()
        self.set_focus(name)
        name.insert(event.text, len(name.value))

    @on(Input.Changed, "#name")
    def _recognize(self) -> None:
        """Fill in what is known of somebody whose name the reader wrote."""
        name = self._read_field("name").casefold()
        known = next((s for s in self._speakers if s.name.casefold() == name), None)
        if known and self._value("speaker") == ELSE:
            self.query_one("#type", Select).value = known.type
            self.query_one("#role", Input).value = known.role or ""

    def _fill(self, name: str, type: SpeakerType, role: str) -> None:
        """Write a speaker into the form."""
        self.query_one("#name", Input).value = name
        self.query_one("#type", Select).value = type
        self.query_one("#role", Input).value = role
        self._read_form()

    @on(Select.Changed)
    @on(Input.Changed)
    @on(Checkbox.Changed)
    def _read_form(self) -> None:
        """Take over what stands in the form."""
        name = "" if self._value("speaker") == NOBODY else self._read_field("name")
        kind = cast("SpeakerType", self._value("type")) if name else "unknown"
        draft = self.draft.said_by(name, kind, self._read_field("role") if name else "")
        self.draft = replace(
            draft,
            commitment=cast("Commitment", self._value("stance")),
            framing=cast("Framing", self._value("framing")),
            is_claim=not self.query_one("#none", Checkbox).value,
            cue=self._read_field("cue") if self._matter.model is None else draft.cue,
        )
        self._say("")
        self._show()

    # --- the chain

    @on(ChainList.Changed)
    def _rechain(self, event: ChainList.Changed) -> None:
        self._set_chain(event.chain)

    @on(ChainList.Refused)
    def _refuse(self, event: ChainList.Refused) -> None:
        self._say(event.why)
        self.query_one("#problem").scroll_visible(animate=False)

    @on(OptionList.OptionSelected, "#chain")
    def _change_link(self, event: OptionList.OptionSelected) -> None:
        at, chain = event.option_index, self.draft.chain
        self._ask(chain[at], lambda link: self._set_chain((*chain[:at], link, *chain[at + 1 :])))

    @on(ChainList.Adding)
    def _add_link(self, event: ChainList.Adding) -> None:
        at, chain = event.at, self.draft.chain
        self._ask(None, lambda link: self._set_chain((*chain[:at], link, *chain[at:])))

    def _ask(self, link: Link | None, then: Any) -> None:
        """Ask for a link and do ``then`` with it."""
        from secondhand.ui.screens.dialogs.link import LinkScreen

        names = [speaker.name for speaker in self._speakers]
        self.app.push_screen(LinkScreen(link, names), lambda made: then(made) if made else None)

    def _set_chain(self, chain: tuple[Link, ...]) -> None:
        self.draft = replace(self.draft, chain=chain)
        self._show()

    # --- how it ends

    def action_close(self) -> None:
        """Go back and change nothing; ask before what was changed here is lost."""
        if self.draft == self._matter.draft:
            self.dismiss()
            return
        from secondhand.ui.screens.dialogs.question import AskScreen

        def drop(sure: bool | None) -> None:
            if sure:
                self.dismiss()

        self.app.push_screen(AskScreen("Drop what you changed here?"), drop)

    def action_reset(self) -> None:
        """Put everything back to what the model says."""
        model = self._matter.model
        if model is None:
            self._say("This claim is all yours: tick “This is no claim” to take it away.")
            return
        self.draft = model
        self.query_one("#none", Checkbox).value = not model.is_claim
        self.query_one("#stance", Select).value = model.commitment
        self.query_one("#framing", Select).value = model.framing
        self.query_one("#speaker", Select).value = self._number(model)
        self._fill(model.name, model.type, model.role)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Go back with what stands here."""
        if self._value("speaker") == ELSE and not self.draft.name and self.draft.is_claim:
            self._say("Write who says it, or choose “nobody is named”.")
        elif self._matter.model is None and self.draft.cue and self._matter.cue(self.draft.cue) is None:
            self._say(f"“{shorten(self.draft.cue)}” is nowhere in the article.")
        else:
            self.dismiss(self._matter.edit(self.draft))

    def _say(self, problem: str) -> None:
        """Say what is wrong, or nothing."""
        self.query_one("#problem", Static).update(f"! {problem}" if problem else "")


_SHOWN = {
    "speaker": ("name",),
    "name": ("name",),
    "type": ("type",),
    "role": ("role",),
    "stance": ("commitment",),
    "framing": ("framing",),
    "chain": ("chain",),
    "none": ("is_claim",),
}
"""field → what of a draft it shows"""
