"""A command as it is declared, in one file: its name, its help, what may be given, and what carries it out.

What may be given are the fields of a frozen dataclass, each made by ``argument``, ``option`` or ``options``.
The parser, the help, the completion of shells and the manual page are all made from that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, Generic, TypeVar

Options = TypeVar("Options")

_GIVEN, _GROUP = "given", "group"


@dataclass(frozen=True, slots=True)
class Given:
    """One thing that may be given: an option, or an argument in its place."""

    flags: tuple[str, ...]
    """the names of the option; none of what is known by its place"""
    about: str
    """what it is, in the help"""
    takes: Mapping[str, Any]
    """what else argparse's ``add_argument`` takes"""
    excludes: str | None = None
    """of options with the same word here only one may be given"""

    @property
    def heading(self) -> str:
        """Its names, and a word for its value."""
        choices = "|".join(map(str, self.takes.get("choices") or ()))
        return f"{', '.join(self.flags)} {self.takes.get('metavar') or choices}".strip()


@dataclass(frozen=True, slots=True)
class Command(Generic[Options]):
    """One command of the program."""

    name: str
    summary: str
    """what it does in a few words, for the list of commands"""
    about: str
    """the help: what it does, with examples"""
    options: type[Options]
    """the dataclass of what may be given"""
    run: Callable[[Options], int]
    """does what is asked, and returns the exit code; raises SecondhandError"""

    def list_given(self) -> Iterator[Given]:
        """Yield all that may be given, in the order of the help."""
        return (given for _, given in fields_of(self.options))


def argument(metavar: str | None, about: str, **takes: Any) -> Any:
    """Return the field of what is known by its place, shown as ``metavar``; ``takes``: see ``Given``."""
    default = {"*": (), "?": None}.get(takes.get("nargs", ""), MISSING)
    # Without a default argparse would call even these required.
    known = {} if default is MISSING else {"default": default}
    return field(default=default, metadata={_GIVEN: Given((), about, {"metavar": metavar, **known, **takes})})


def option(*flags: str, about: str, excludes: str | None = None, **takes: Any) -> Any:
    """Return the field of the option ``flags``: a switch where ``takes`` tells nothing; see ``Given``."""
    default = takes.get("default", None if takes else False)
    given = Given(flags, about, takes or {"action": "store_true"}, excludes)
    return field(default=default, metadata={_GIVEN: given})


def options(group: Callable[[], Any]) -> Any:
    """Return the field of the options that the dataclass ``group`` declares: several commands share them."""
    return field(default_factory=group, metadata={_GROUP: group})


def fields_of(declared: Any) -> Iterator[tuple[str, Given]]:
    """Yield the name of each field of the dataclass ``declared`` that may be given, with what it is."""
    for each in fields(declared):
        if _GROUP in each.metadata:
            yield from fields_of(each.metadata[_GROUP])
        elif _GIVEN in each.metadata:
            yield each.name, each.metadata[_GIVEN]


def build(declared: type[Options], values: Mapping[str, Any]) -> Options:
    """Return the dataclass ``declared`` with the ``values`` of its fields and of those of its groups."""
    found: dict[str, Any] = {}
    for each in fields(declared):  # type: ignore[arg-type]
        if _GROUP in each.metadata:
            found[each.name] = build(each.metadata[_GROUP], values)
        elif _GIVEN in each.metadata:
            value = values[each.name]
            found[each.name] = tuple(value) if isinstance(value, list) else value
    return declared(**found)
