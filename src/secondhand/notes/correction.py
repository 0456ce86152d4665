"""What a reader set right: it wins over what the model says, at every opening."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from secondhand.claim import Claim, Commitment, Framing, Link, Speaker
from secondhand.notes.highlight import Anchor

Verdict = Literal["changed", "no claim", "new"]


@dataclass(frozen=True, slots=True)
class Correction:
    """What is right about one claim; what is None stays as the model has it."""

    id: str
    """a random UUID"""
    content: tuple[Anchor, ...]
    """the content of the claim it is about, by which the claim is found again"""
    created: datetime
    """when it was made, UTC, whole seconds"""
    verdict: Verdict = "changed"
    cue: Anchor | None = None
    """the claim's cue; for a new claim what the reader chose, or None"""
    source: tuple[Anchor, ...] = ()
    """the claim's source, as ``cue``"""
    speaker: Speaker | None = None
    """who says it; its id and mentions mean nothing"""
    commitment: Commitment | None = None
    framing: Framing | None = None
    chain: tuple[Link, ...] | None = None
    """the whole chain, from the publisher on"""
    before: Claim | None = None
    """the claim as the model had it; None for a new one"""
    changed: datetime | None = None
    """when it was last changed, UTC, whole seconds; None where it is as it was made"""
    earlier: tuple[str, ...] = ()
    """names of the versions it came from (``versions.version``), the latest last"""
