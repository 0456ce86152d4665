"""What the footer and the help call a key where it does something else than usual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.binding import ActiveBinding, Binding

from secondhand.ui.keys.table import Alone

HITS = Binding.Group("hit", compact=True)
_STEPS = {"claim.next": "Next hit", "claim.previous": "Hit before"}
_LEAVE = "pane.article"
_NOT_WHILE_WRITING = {"reader.find", "pane.panel"}


def tell_keys(
    active: Mapping[str, ActiveBinding], *, seeking: bool, filtering: bool, focused: str
) -> dict[str, ActiveBinding]:
    """Return the ``active`` bindings by their keys, named for what they do now.

    They step through hits while one is ``seeking``, and show all again while one is ``filtering``.
    ``focused`` is the widget that has the keys, by its type.
    """
    told = dict(active)
    for key, (node, binding, enabled, tooltip) in active.items():
        if focused == "Input" and binding.id in _NOT_WHILE_WRITING:
            binding = replace(binding, show=False)
        elif seeking and binding.id in _STEPS:
            binding = replace(binding, description=_STEPS[binding.id], group=HITS)
        elif binding.id == _LEAVE and focused == "ClaimPanel":
            binding = replace(binding, description="To the text", show=True, group=Alone("panel"))
        elif binding.id == _LEAVE and seeking:
            binding = replace(binding, description="End search", show=True, group=Alone("panel"))
        elif binding.id == _LEAVE and filtering:
            binding = replace(binding, description="Show all", show=True, group=Alone("panel"))
        told[key] = ActiveBinding(node, binding, enabled, tooltip)
    return told
