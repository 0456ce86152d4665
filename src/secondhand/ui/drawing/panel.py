"""What the panel says of a paragraph, and which of its claims it shows at once."""

from __future__ import annotations

from secondhand.claim import Claim
from secondhand.session import Session
from secondhand.wording import labels

MOST = 24
"""cards shown at once; a paragraph with more claims says so"""


def shown_of(session: Session) -> tuple[Claim, ...]:
    """Return the claims of the current paragraph to show: at most ``MOST``, the current one among them.

    Those that are folded are left out.
    """
    claims = session.shown
    at = claims.index(session.current) if session.current in claims else 0
    first = at - at % MOST
    return claims[first : first + MOST]


def note_of(session: Session) -> str:
    """Return what is to be said of the paragraph besides its claims, "" where that is nothing."""
    count = len(session.shown)
    if count > MOST:
        return f"{count} claims here: those around the current one are shown."
    if session.claims:
        return ""
    if session.problem is not None:
        return f"This article could not be analysed:\n{session.problem}\n\nYou can read it all the same."
    return labels.OWN_VOICE if session.paragraph in session.read else labels.NOT_READ


def fold_of(session: Session) -> str:
    """Return the line that stands for the folded claims of the paragraph, "" where there are none."""
    count = len(session.claims) - len(session.shown)
    if not count:
        return ""
    return f"{labels.count_unsure(count)}: {{claim.unsure}} shows {'it' if count == 1 else 'them'}."
