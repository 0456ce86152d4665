"""The names of news outlets and wire agencies, kept as data: outlets.txt and wires.txt."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_HOST = re.compile(r"(?:www\.)?([\w-]+)(?:\.[\w-]+)*\.\w{2,}")


@cache
def agencies() -> tuple[tuple[str, ...], ...]:
    """Return the wire agencies, each with all its names."""
    return tuple(tuple(name.strip() for name in line.split("|")) for line in _lines("wires.txt"))


@cache
def outlets() -> frozenset[str]:
    """Return the names of outlets that are no agencies, as they write themselves."""
    return frozenset(_lines("outlets.txt"))


@cache
def everybody() -> frozenset[str]:
    """Return all names of agencies and outlets."""
    return outlets().union(*agencies())


def is_same_outlet(publisher: str, outlet: str) -> bool:
    """Return whether ``publisher`` (a name or a host) is ``outlet`` under any of its names."""
    names = next((group for group in agencies() if outlet in group), (outlet,))
    return _squash(publisher) in {_squash(name) for name in names}


def is_host(name: str) -> bool:
    """Return whether ``name`` is the host of a site rather than what an outlet calls itself."""
    return bool(_HOST.fullmatch(name))


def _lines(file: str) -> tuple[str, ...]:
    """Return the lines of a list of names, without its comments."""
    lines = Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _squash(name: str) -> str:
    """Return ``name`` without case, article, punctuation, or the parts of a host around its own name."""
    if host := _HOST.fullmatch(name):
        name = host[1]
    return re.sub(r"[\W_]+", "", name.casefold().removeprefix("the "))
