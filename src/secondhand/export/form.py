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
    template: str | None = None
    """a Jinja2 template of the user's own, in place of ours"""


class Form(Protocol):
    """One format."""

    SUFFIX: str
    """the ending of its files: ".md" """

    def render(self, notebooks: Sequence[Notebook], options: Options) -> str:
        """Return ``notebooks`` in this format, the last line ended; raises SecondhandError."""
        ...
