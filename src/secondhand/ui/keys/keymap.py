"""The keys as users set them: what there is not, and what clashes, is refused by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, combinations

from textual.binding import Binding
from textual.keys import Keys, key_to_character

from secondhand.settings import Settings
from secondhand.settings.file import suggest
from secondhand.settings.options import KEYS
from secondhand.ui.keys import bindings, source_keys

_TOGETHER = (
    ("LIBRARY", "TABLE"), ("LIBRARY", "SEARCH"), ("HELP", "PAGE"), ("TOUR", "STEPS"), ("CORRECT", "CHAIN"),
)  # fmt: skip
"""tables whose keys work at the same time: one could hide a key of the other"""
_OF_TEXTUAL = {"ctrl+q": "quit", "ctrl+c": "copy", "ctrl+p": "the command palette"}
_NAMED = {key.value for key in Keys if "<" not in key.value} | {"space"}
_MODIFIERS = ("ctrl+", "alt+", "shift+", "super+")


def tables() -> dict[str, tuple[Binding, ...]]:
    """Return every table of keys by its name."""
    named = {**vars(bindings), **vars(source_keys)}
    lists = ((name, value) for name, value in named.items() if isinstance(value, list))
    return {name: tuple(key for key in keys if isinstance(key, Binding)) for name, keys in lists}


def every() -> Iterator[Binding]:
    """Yield every binding that has an id, each once."""
    yield from {key.id: key for key in chain(*tables().values()) if key.id}.values()


def spell_keys(keys: str) -> tuple[str, ...]:
    """Return ``keys`` one by one, each as one would write it: "]" rather than "right_square_bracket"."""
    characters = ((key, key_to_character(key)) for key in keys.split(","))
    return tuple(char if char and char.isprintable() and char != " " else key for key, char in characters)


def keymap(settings: Settings) -> dict[str, str]:
    """Return the keys of ``settings`` as Textual takes them; raises OptionError where they make no sense."""
    known = {key.id for key in every() if key.id}
    for key_id, keys in settings.keys.items():
        option = f"{KEYS}.{key_id}"
        if key_id not in known:
            words = f"there is nothing named {key_id!r} to give keys.{suggest(key_id, known)}"
            raise settings.problem(option, words)
        for key in keys.split(","):
            if problem := _problem(key):
                raise settings.problem(option, problem)
    _refuse_clashes(settings)
    return dict(settings.keys)


def _problem(key: str) -> str | None:
    """Return why ``key`` cannot be bound, or None."""
    if key in _OF_TEXTUAL:
        return f"{key} is taken: it is for {_OF_TEXTUAL[key]}."
    bare = key
    for modifier in _MODIFIERS:
        bare = bare.removeprefix(modifier)
    if {key, bare} & _NAMED or key_to_character(bare) is not None:
        return None
    return f"there is no key {key!r}.{suggest(key, _NAMED)}"


def _refuse_clashes(settings: Settings) -> None:
    """Raise OptionError where two bindings came to share a key by what was set."""
    found = tables()
    areas = [*([name] for name in found), *(pair for pair in _TOGETHER if set(pair) <= set(found))]
    for area in areas:
        keys = {key.id or key.action: key for name in area for key in found[name]}
        before = {key_id: _keys(key, {}) for key_id, key in keys.items()}
        after = {key_id: _keys(key, settings.keys) for key_id, key in keys.items()}
        for one, other in combinations(keys, 2):
            if shared := sorted((after[one] & after[other]) - (before[one] & before[other])):
                named = one if one in settings.keys else other
                both = f"{one!r} ({keys[one].tooltip}) and {other!r} ({keys[other].tooltip})"
                raise settings.problem(f"{KEYS}.{named}", f"{shared[0]} cannot be both {both}.")


def _keys(key: Binding, chosen: Mapping[str, str]) -> frozenset[str]:
    """Return the keys of ``key``, those ``chosen`` for it or its own, each by its long name."""
    keys = chosen.get(key.id or "", key.key)
    return frozenset(single.key for single in Binding.make_bindings([Binding(keys, key.action)]))
