"""Words a reader marked, and what they wrote beside them.

A highlight keeps the words themselves with what stands before and after, so that it is found again where
the article has changed, and who said them, so that it still tells when nothing is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from secondhand.claim import Claim, Speaker

Colour = Literal["yellow", "green", "blue", "red", "purple"]
COLOURS: tuple[Colour, ...] = ("yellow", "green", "blue", "red", "purple")
SIGNS: dict[Colour, str] = {"yellow": "★", "green": "✓", "blue": "◆", "red": "!", "purple": "?"}
"""what tells the colours apart without colour"""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where words stand in a text: position, and the words with their surroundings."""

    start: int
    """offset of the first character in the text the anchor was made on"""
    end: int
    """offset after the last one"""
    exact: str
    """the very words"""
    prefix: str = ""
    """up to 32 characters before them"""
    suffix: str = ""
    """up to 32 characters after them"""


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words marked, in one piece or several."""

    id: str
    """a random UUID: unique everywhere, so that merging never doubles"""
    anchors: tuple[Anchor, ...]
    """the pieces, in reading order; one at least"""
    created: datetime
    """when it was made, UTC, whole seconds"""
    changed: datetime
    """when it was last changed, UTC, whole seconds"""
    colour: Colour = "yellow"
    note: str = ""
    """the reader's words, Markdown"""
    tags: tuple[str, ...] = ()
    claim: Claim | None = None
    """the claim these words are of, as it was known when they were marked"""
    speaker: Speaker | None = None
    """who makes that claim"""
    earlier: tuple[str, ...] = ()
    """names of the versions it came from (``versions.version``), the latest last"""

    @property
    def text(self) -> str:
        """The words marked; " … " stands where pieces are apart."""
        return " … ".join(anchor.exact for anchor in self.anchors)
