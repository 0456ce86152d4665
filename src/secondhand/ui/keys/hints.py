"""The keys that messages name, as they are bound now."""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol, runtime_checkable

from textual.binding import Binding
from textual.dom import DOMNode

from secondhand.settings import Settings

_NAMED = re.compile(r"\{([\w.-]+)\}")


@runtime_checkable
class Set(Protocol):
    """An app whose keys the user may have set."""

    settings: Settings


def hint(node: DOMNode, words: str) -> str:
    """Return ``words`` of ours with the first key of each binding they name: "{mark.undo} undoes it"."""
    chosen = node.app.settings.keys if isinstance(node.app, Set) else {}

    def key(named: re.Match[str]) -> str:
        keys = chosen.get(named[1]) or _list_bound()[named[1]]
        [first] = Binding.make_bindings([Binding(keys.partition(",")[0], "")])
        return node.app.get_key_display(first)

    return _NAMED.sub(key, words)


@cache
def _list_bound() -> dict[str, str]:
    """Return the keys of every binding as they are at first, by its id."""
    # Only now: the first paint need not wait for it.
    from secondhand.ui.keys.keymap import every

    return {key.id: key.key for key in every() if key.id}
