"""Polls as links: who asked "another 19 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from secondhand.claim import Claim, Link, Speaker
from secondhand.pipeline.patterns import SHARE

_SHARE = re.compile(SHARE, re.IGNORECASE)
NEAR = 2
"""paragraphs in which a poll that was named before is still meant"""
_POLL = re.compile(r"\b(?:poll|survey|pollsters?)\b", re.IGNORECASE)


def find_poll_link(claim: Claim, speaker: Speaker | None, before: Iterable[Claim]) -> Link | None:
    """Return the link of the poll in which a share of people told ``claim``, or None where none is told of.

    ``before`` are the claims before it, the last one first.
    """
    if claim.parent or speaker is None or speaker.type != "group" or not _is_share(claim, speaker):
        return None
    asked = (c for c in before if not c.parent and 0 <= claim.paragraph - c.paragraph <= NEAR)
    told = next((c for c in asked if any(_POLL.search(s.text) for s in c.source)), None)
    return told.chain[-1] if told and told.chain[-1].type in ("organization", "document") else None


def _is_share(claim: Claim, speaker: Speaker) -> bool:
    return any(_SHARE.search(told) for told in (speaker.name, *(s.text for s in claim.source)))
