"""What stands in several articles: its members, the joins between them, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from secondhand.claim import Commitment, Framing, Kind, Link, Span, SpeakerType

JoinedBy = Literal["the same words", "the same meaning"]
FindingKind = Literal[
    "one unnamed source behind several outlets",
    "outlets cite each other in a circle",
    "words given to different speakers",
    "a hedge dropped or added",
    "a quotation altered",
    "a number differs",
    "only one says not",
    "denied or withdrawn",
]
"""what is worth a look, in words that are printed as they are"""


@dataclass(frozen=True, slots=True)
class Carrier:
    """An article that carries statements."""

    source: str
    """what it was opened by, or its number in the library: no two carriers have the same"""
    title: str | None = None
    outlet: str | None = None
    """who published it"""
    date: date | None = None
    """the day it was published"""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Utterer:
    """Who a member is given to, as its article has them."""

    name: str
    type: SpeakerType
    role: str | None = None
    names: tuple[str, ...] = ()
    """all the words the article calls them by"""


@dataclass(frozen=True, slots=True)
class Member:
    """One sentence of a claim, or all of it where it has one: what is compared across articles."""

    carrier: Carrier
    claim: str
    """id of the claim in the analysis of its article"""
    kind: Kind
    content: tuple[Span, ...]
    """the words, with offsets into the text of the article"""
    speaker: Utterer
    chain: tuple[Link, ...]
    """from the publisher (first) to whom it originates from (last)"""
    commitment: Commitment
    framing: Framing
    own: str = ""
    """the words that are compared: those of its content that no claim inside it has for itself"""
    commitment_evidence: tuple[Span, ...] = ()
    """the words that hedge it, or deny it"""
    confidence: float = 1.0
    """how likely it is a claim, and this its speaker: the lower of both"""

    @property
    def key(self) -> tuple[str, int, int]:
        """What tells it from every other: its article, its first and its last offset."""
        return self.carrier.source, self.content[0].start, self.content[-1].end

    @property
    def text(self) -> str:
        """Its words, the pieces joined by a space."""
        return " ".join(span.text for span in self.content)


@dataclass(frozen=True, slots=True)
class Join:
    """Two members of one statement that were found to say the same."""

    one: int
    """index into the members of the statement"""
    other: int
    by: JoinedBy
    confidence: float
    """how likely they are the same, 0 … 1"""


@dataclass(frozen=True, slots=True)
class StatementFinding:
    """Something of a statement that is worth a look."""

    kind: FindingKind
    members: tuple[int, ...]
    """indices of the members that show it"""
    words: str
    """what was found, in one line: it holds words of articles as they are"""


@dataclass(frozen=True, slots=True)
class Statement:
    """One utterance or assertion of one origin, wherever it stands."""

    members: tuple[Member, ...]
    """by date, those of unknown date last"""
    joins: tuple[Join, ...]
    origin: Utterer
    """who it originates from, as most of its members have it"""
    origins: tuple[Utterer, ...]
    """the independent ones: who members come from when each is followed as far as the articles tell"""
    findings: tuple[StatementFinding, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether all its articles have a date: only then it is known where it stood first."""
        return all(member.carrier.date for member in self.members)

    @property
    def first(self) -> Member:
        """The member that appeared first, as far as dates tell."""
        return self.members[0]

    @property
    def carriers(self) -> tuple[Carrier, ...]:
        """The articles it stands in, by date."""
        return tuple(dict.fromkeys(member.carrier for member in self.members))
