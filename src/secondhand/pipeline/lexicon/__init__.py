"""Word lists, kept as data: what they say is read once and never changed."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """Return the content of ``name``, a TOML or JSON file of this folder."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return dict(tomllib.loads(text) if name.endswith(".toml") else json.loads(text))


@cache
def load_words(name: str, key: str) -> frozenset[str]:
    """Return the list ``key`` of ``name`` as a set."""
    return frozenset(load_lexicon(name)[key])
