"""Facts that travel up from the widgets and the analysis to the reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from secondhand.article import Article
from secondhand.claim import Claim
from secondhand.errors import SecondhandError
from secondhand.notes.correction import Correction
from secondhand.notes.highlight import Highlight
from secondhand.search import Search
from secondhand.session import ClaimIndex

if TYPE_CHECKING:
    from secondhand.analysis import Progress
    from secondhand.ui.layout.selection import Selection


@dataclass
class ParagraphSelected(Message):
    """The reader went to a paragraph."""

    paragraph: int
    """index into ``Article.paragraphs``"""


@dataclass
class ClaimSelected(Message):
    """The reader chose a claim."""

    claim: Claim


@dataclass
class HighlightSelected(Message):
    """The reader chose one of their highlights."""

    highlight: Highlight


@dataclass
class OffsetSelected(Message):
    """The reader chose a place in the article."""

    offset: int
    """of a character of the text"""


@dataclass
class Sought(Message):
    """The reader writes what to look for."""

    pattern: str
    """as far as it is written"""


@dataclass
class FindEnded(Message):
    """The reader has written what to look for."""

    kept: bool
    """whether to go on at the hit, or back to where they were"""


@dataclass
class Found(Message):
    """A search has come to its end."""

    search: Search


@dataclass
class Learnt(Message):
    """The analysis has come further."""

    progress: Progress
    """all that is known by now, and of which paragraphs"""
    index: ClaimIndex
    """its claims, corrected, made quick to find"""
    corrections: tuple[Correction, ...]
    """those it was corrected with"""


@dataclass
class Arrived(Message):
    """A page that a claim leads to was fetched, or not."""

    got: Article | SecondhandError
    """the article, or why there is none"""
    claim: Claim
    """the claim"""


@dataclass
class Followed(Message):
    """The reader goes to an article that stands behind a claim."""

    article: Article
    claim: Claim
    """what to find there"""


@dataclass
class FoundElsewhere(Message):
    """It is known where else the claims stand."""

    lines: Mapping[str, str]
    """what is said of it, by the ids of the claims"""


@dataclass
class Finished(Message):
    """The analysis is whole."""


@dataclass
class Failed(Message):
    """The analysis ended early."""

    problem: str
    """one line for the reader: what went wrong"""


@dataclass
class Selecting(Message):
    """A selection is looked for, begun or left."""

    selection: Selection | None
    """what there is of it; None where it was left"""
