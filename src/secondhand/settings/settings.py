"""The settings in effect, and where each of them was set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from secondhand.errors import OptionError


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds where the command line says nothing else."""

    theme: str = "dark"
    """the colours: a name of ours or of Textual's"""
    other_theme: str = ""
    """what the key for light or dark changes to; "" for the counterpart of ``theme``"""
    width: int = 76
    """cells of a line of the article at most"""
    margin: int = 1
    """cells left free on either side of it at least"""
    keys: Mapping[str, str] = field(default_factory=dict)
    """id of a binding → its keys, between commas"""
    file: Path | None = None
    """where they were read from; None where there is no such file"""
    lines: Mapping[str, int] = field(default_factory=dict)
    """option → the line of the file that sets it, counted from 1"""

    def problem(self, option: str, words: str) -> OptionError:
        """Return the error that says what is wrong with ``option``, in which line, and what to do."""
        at = f", line {self.lines[option]}" if option in self.lines else ""
        return OptionError(f"{self.file}{at}: {words} To mend it: secondhand config --edit")
