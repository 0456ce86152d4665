"""The names of news outlets and wire agencies, kept as data: outlets.txt and wires.txt."""

from __future__ import annotations

from functools import cache
from pathlib import Path


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


def _lines(file: str) -> tuple[str, ...]:
    """Return the lines of a list of names, without its comments."""
    lines = Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
