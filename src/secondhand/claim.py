"""What the reader is shown: who says what, how they stand to it, through whom it came.

The names and values are those of ``analysis.schema.json``. Offsets are Unicode code points into
``Article.text``, end exclusive, and ``Span.text`` always equals that slice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["direct", "mixed", "indirect"]
SpeakerType = Literal["person", "organization", "group", "document", "anonymous", "unknown"]
Resolution = Literal["name", "alias", "nominal", "pronoun", "continuation", "none"]
Relation = Literal["published", "reported", "cited", "told", "said", "believed", "wrote"]
Commitment = Literal["certain", "probable", "possible", "denied", "uncommitted"]
Framing = Literal["neutral", "endorsing", "distancing"]
Polarity = Literal["positive", "negative"]
SpeakerFound = Literal[
    "full name in the source",
    "shorter name in the source",
    "label of a turn",
    "other side of an interview",
    "maker of a poll",
    "coreference",
    "named right before",
    "called by name",
    "nearest fit before",
    "role or description",
    "named later",
    "speaker around it",
    "author or publisher",
    "noun phrase of the source",
    "quotation goes on",
    "nothing tells",
]
"""by what it was found who speaks, in words that are printed as they are"""

UNKNOWN = "unknown"
"""the name of a publisher or a speaker nothing tells of"""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article's text."""

    start: int
    """offset of its first character"""
    end: int
    """offset after its last character"""
    text: str
    """the very words: ``article.text[start:end]``"""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody or something that claims are attributed to."""

    id: str
    """unique within one analysis"""
    name: str
    """fullest form in the article; a noun phrase in lower case for unnamed ones"""
    type: SpeakerType
    role: str | None
    """what the article says they are: "French political philosopher" """
    mentions: tuple[Span, ...]
    """the words that name them, in reading order"""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain through which a claim reached the reader."""

    name: str
    type: SpeakerType
    relation: Relation
    """what this link did to pass the claim on"""
    evidence: tuple[Span, ...] = ()
    """the words that show this link; empty only for the publisher"""
    when: str | None = None
    """ISO 8601 date or interval, relative dates resolved against the article's date"""
    url: str | None = None
    """the hyperlink the article put on this link's words"""


@dataclass(frozen=True, slots=True)
class Attitude:
    """How the speaker feels about somebody or something the claim is about."""

    target: str
    polarity: Polarity
    confidence: float
    """0 … 1"""
    evidence: tuple[Span, ...] = ()
    """the words that show it"""


@dataclass(frozen=True, slots=True)
class Stance:
    """How the speaker stands to the content, and the article to the claim."""

    commitment: Commitment
    """the speaker's, to the content"""
    framing: Framing
    """the article's, by its choice of cue or by scare quotes"""
    attitudes: tuple[Attitude, ...] = ()
    """neutral ones are left out"""
    commitment_evidence: tuple[Span, ...] = ()
    """the words that decided the commitment"""
    framing_evidence: tuple[Span, ...] = ()
    """the words that decided the framing"""


@dataclass(frozen=True, slots=True)
class Trace:
    """How the model came to a claim: for those who mend it, and those who wonder."""

    evidence: tuple[float, ...] = ()
    """log-probability of the cue, mean ones of the source and of the content; empty where a rule found it"""
    rules: tuple[str, ...] = ()
    """names of the rules that made or changed it, in order"""
    speaker: SpeakerFound | None = None
    """by what its speaker was found; None where nobody looked for one"""
    runner_up: str | None = None
    """name of the next best speaker; None where there was no other choice"""
    chance: float | None = None
    """how likely its speaker is by the ranking of all who may be meant; None where the layout tells"""


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribution: a source is said to have expressed, or to hold, some content."""

    id: str
    """unique within one analysis"""
    parent: str | None
    """id of the claim whose content holds this one"""
    paragraph: int
    """index into ``Article.paragraphs`` of where it begins"""
    kind: Kind
    content: tuple[Span, ...]
    """what is claimed; several pieces where "he said" breaks it"""
    cue: Span | None
    """the words of saying"""
    source: tuple[Span, ...]
    """who is said to say it, as written; empty where nobody is"""
    speaker: str | None
    """id of a Speaker"""
    resolution: Resolution
    """how the source mention led to the speaker"""
    channel: str | None
    """interview, statement, …; None where the text does not say"""
    chain: tuple[Link, ...]
    """from the publisher (first) to whom the claim originates from (last)"""
    stance: Stance
    confidence: float
    """calibrated probability that the attribution is right, 0 … 1"""
    speaker_confidence: float | None = None
    """calibrated probability that the speaker is right, of a claim that is one; None where there is none"""
    chain_confidence: float | None = None
    """the same of the whole chain; None where it is the publisher alone"""
    corrected: bool = False
    """whether the reader set it right: then it is theirs, not the model's"""
    trace: Trace | None = field(default=None, compare=False)
    """how the model came to it, if that was written down; two claims that differ only here are equal"""

    @property
    def start(self) -> int:
        """Offset of the first character of any of its parts."""
        return min(span.start for span in self.parts)

    @property
    def parts(self) -> tuple[Span, ...]:
        """Its content, cue and source spans."""
        return (*self.content, *self.source, *((self.cue,) if self.cue else ()))


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which model said so."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is said about one article."""

    speakers: tuple[Speaker, ...]
    claims: tuple[Claim, ...]
    """in reading order, a parent before its children"""
    model: ModelInfo

    def speaker(self, claim: Claim) -> Speaker | None:
        """Return the speaker of ``claim``, or None where it has none."""
        return next((s for s in self.speakers if s.id == claim.speaker), None)

    def children(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the claims nested directly inside ``claim``, in reading order."""
        return tuple(c for c in self.claims if c.parent == claim.id)


def count_depths(claims: Iterable[Claim]) -> dict[str, int]:
    """Return for the id of each of ``claims``, a parent before its children, how many claims hold it."""
    depths: dict[str, int] = {}
    for claim in claims:
        depths[claim.id] = depths.get(claim.parent, -1) + 1 if claim.parent else 0
    return depths
