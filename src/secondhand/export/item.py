"""One thing that an export lists: words of an article, who says them, and what the reader made of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from secondhand.claim import Claim, Link, Speaker
from secondhand.filters import is_unsure
from secondhand.notes.highlight import Anchor, Colour


@dataclass(frozen=True, slots=True)
class Item:
    """Words of an article, who says them, and what the reader made of them."""

    id: str
    """of the highlight, or of the claim within its analysis"""
    pieces: tuple[Anchor, ...]
    """the words and where they stand, in reading order"""
    claim: Claim | None = None
    """the claim they are of"""
    speaker: Speaker | None = None
    """who makes it"""
    paragraph: int | None = None
    """index of where they begin; None where they are not in the text any more"""
    note: str = ""
    """the reader's words, Markdown"""
    tags: tuple[str, ...] = ()
    colour: Colour | None = None
    created: datetime | None = None
    """when it was highlighted, UTC"""
    changed: datetime | None = None
    """when the highlight was last changed, UTC"""

    @property
    def text(self) -> str:
        """The very words; " … " stands where pieces are apart."""
        return " … ".join(piece.exact for piece in self.pieces)

    @property
    def chain(self) -> tuple[Link, ...]:
        """The links from the publisher to whom the claim originates from; none without a claim."""
        return self.claim.chain if self.claim else ()

    @property
    def unsure(self) -> bool:
        """Whether its claim is likelier wrong than right."""
        return self.claim is not None and is_unsure(self.claim)

    @property
    def marked(self) -> bool:
        """Whether the reader highlighted it."""
        return self.colour is not None

    @property
    def orphan(self) -> bool:
        """Whether its words are not in the text any more."""
        return self.paragraph is None
