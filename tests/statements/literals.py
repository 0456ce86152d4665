"""Members of made-up articles, as literal values."""

from __future__ import annotations

from datetime import date
from itertools import count

from secondhand.claim import Commitment, Kind, Link, Span, SpeakerType
from secondhand.statements.statement import Carrier, Member, Utterer

REUTERS = Carrier("reuters.txt", "Rates", "Reuters", date(2026, 3, 7))
STAR = Carrier("star.txt", "Shock", "Daily Star", date(2026, 3, 8))
HERALD = Carrier("herald.txt", None, "Herald", date(2026, 3, 9))
_places = count(0, 1000)


def who(name: str, type: SpeakerType = "person", role: str | None = None) -> Utterer:
    return Utterer(name, type, role)


DOE = who("Jane Doe", role="central bank governor")


def member(
    carrier: Carrier,
    text: str,
    speaker: Utterer = DOE,
    *,
    kind: Kind = "indirect",
    commitment: Commitment = "certain",
    via: tuple[str, ...] = (),
) -> Member:
    start = next(_places)
    publisher = Link(carrier.outlet or "unknown", "organization", "published")
    relays = tuple(Link(name, "organization", "reported") for name in via)
    chain = (publisher, *relays, Link(speaker.name, speaker.type, "said"))
    content = (Span(start, start + len(text), text),)
    return Member(carrier, f"c{start}", kind, content, speaker, chain, commitment, "neutral", text)
