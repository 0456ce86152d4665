"""Bindings made from rows of words, and which of them the footer shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.binding import Binding, BindingType

_IN_FOOTER = {
    "paragraph.next",
    "paragraph.previous",
    "claim.next",
    "claim.previous",
    "mark.highlight",
    "mark.note",
    "find.settle",
    "find.leave",
    "filters.choose",
    "outline.choose",
    "outline.close",
    "elsewhere.open",
    "elsewhere.close",
    "sayings.choose",
    "sayings.close",
    "filters.close",
    "note.editor",
    "note.close",
    "tags.close",
    "marks.open",
    "marks.note",
    "marks.tags",
    "marks.delete",
    "marks.close",
    "tags.keep",
    "pane.panel",
    "panel.down",
    "panel.up",
    "help.close",
    "library.open",
    "library.filter",
    "library.sort",
    "library.inbox",
    "library.delete",
    "library.undo",
    "library.close",
    "library.help",
    "search.list",
    "search.leave",
    "export.format",
    "export.next",
    "export.write",
    "export.close",
    "ask.yes",
    "ask.no",
    "correct.keep",
    "correct.reset",
    "correct.close",
    "chain.edit",
    "chain.add",
    "chain.remove",
    "follow.open",
    "follow.browse",
    "follow.close",
    "link.keep",
    "link.close",
    "tour.close",
    "tour.down",
    "tour.up",
    "sources.next",
    "sources.close",
    "voices.open",
    "ways.open",
    "speakers.open",
    "speakers.right",
    "help.tour",
}
_BY_ITSELF = {
    "claim.filter",
    "claim.copy",
    "claim.correct",
    "reader.find",
    "reader.help",
    "reader.quit",
    "reader.export",
    "reader.sources",
    "reader.library",
    "select.begin",
    "select.highlight",
    "select.leave",
}


@dataclass(frozen=True)
class Alone(Binding.Group):
    """A group whose one key the footer tells by itself; the help has it among those of the same name."""

    __eq__ = object.__eq__
    __hash__ = object.__hash__


def keys(group: Binding.Group, *rows: tuple[str, str, str, str, str]) -> list[BindingType]:
    """Return the bindings of ``group``: id, keys, action, description and tooltip of each."""
    return [
        Binding(
            pressed,
            action,
            what,
            tooltip=tooltip,
            id=key_id,
            group=Alone(group.description) if key_id in _BY_ITSELF else group,
            show=key_id in _IN_FOOTER | _BY_ITSELF,
        )
        for key_id, pressed, action, what, tooltip in rows
    ]


def show_each(*rows: tuple[str, str, str, str, str]) -> list[BindingType]:
    """Return bindings as ``keys`` does, each in a group of its own: the footer tells what every one does.

    They come before those of the widget that has the focus: one that is written into knows some of them.
    """
    return [
        replace(key, priority=True)
        for row in rows
        for key in keys(Binding.Group(row[3]), row)
        if isinstance(key, Binding)
    ]


def apart(*rows: tuple[str, str, str, str, str]) -> list[BindingType]:
    """Return bindings as ``keys`` does, each in a group of its own: the footer tells what every one does."""
    return [key for row in rows for key in keys(Binding.Group(row[3]), row)]
