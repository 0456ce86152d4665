"""What a format of notebooks is: a module (or any object) named in the entry points "secondhand.formats"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from secondhand.export.what import What
from secondhand.notes.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Options:
    """What the user wants of an export."""

    what: What = "highlights"
    speaker: str | None = None
    """of whom only, as part of the name; None for all"""
    template: str | None = None
    """a template of the user's own, in place of ours: Jinja2 for Markdown"""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a format says of itself, by names in capitals."""

    suffix: str
    """SUFFIX: the ending of its files: ".md" """
    about: str = "a format of another package"
    """ABOUT: what it is, in a few words"""
    holds_all: bool = False
    """HOLDS_ALL: whether it always holds all of a notebook, whatever is asked for"""
    needs_claims: bool = False
    """NEEDS_CLAIMS: whether it shows the claims, so that an article never analysed is analysed for it"""
    takes_template: bool = False
    """TAKES_TEMPLATE: whether it goes by a template of the user's own, ``Options.template``"""


class Form(Protocol):
    """One format; it may also have ABOUT and the like, as ``Traits`` tells them."""

    SUFFIX: str
    """the ending of its files: ".md" """

    def render(self, notebooks: Sequence[Notebook], options: Options) -> str:
        """Return ``notebooks`` in this format, the last line ended; raises SecondhandError."""
        ...
