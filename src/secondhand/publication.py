"""How every chain of an article begins: with its publisher, and the agency it credits."""

from __future__ import annotations

import re
from datetime import date

from secondhand.claim import UNKNOWN, Link, Span


def publisher_link(publisher: str | None = None, day: date | None = None) -> Link:
    """Return the first link of a chain; of an unknown publisher where none is given."""
    return Link(
        publisher or UNKNOWN,
        "organization" if publisher else "unknown",
        "published",
        when=day.isoformat() if day else None,
    )


def agency_link(text: str, credit: str | None) -> Link | None:
    """Return the link of the agency ``credit``, shown by where ``text`` first names it, or None."""
    found = re.search(rf"(?<!\w){re.escape(credit)}(?!\w)", text) if credit else None
    if found is None:
        return None
    return Link(found.group(), "organization", "reported", (Span(*found.span(), found.group()),))


def publication(text: str, publisher: str | None, day: date | None, credit: str | None) -> tuple[Link, ...]:
    """Return the links that all chains of an article have in common."""
    agency = agency_link(text, credit)
    return (publisher_link(publisher, day), *((agency,) if agency else ()))
