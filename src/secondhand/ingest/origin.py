"""Who published an article and which wire it came over, as far as its own words tell."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from secondhand.article import Article
from secondhand.outlets import agencies, everybody, is_host, is_same_outlet, outlets

_PLACE = r"(?:(?:[A-Z\d][\w.'’/-]*|de|la|el|of|and),?\s+){0,7}"
_TELLING = r"\b(?:told|tells|telling|interview (?:with|for|to|on|by)|(?:remarks|comments) to)\s+"
_SIGN_OFF = re.compile(r"\(?(?:Additional )?[Rr]eporting by .{3,200}[;,.] ?(?:[Ww]riting|[Ee]diting) by ")
_DATELINE = re.compile(
    rf"{_PLACE}(?:\((?P<paren>[^()\n]{{2,60}})\)\s*(?:[-–—―:]|(?=[A-Z“\"]))|/(?P<slash>[^/\n]{{2,60}})/[.,]?\s)"
)
_CREDIT_LINE = re.compile(
    r"[(\[]?(?:[-–—]+\s*|Source:\s*|Credit:\s*|(?:©|\([cC]\)|Copyright)\s*(?:©\s*)?(?:\d{4}\s+)?)?"
    r"(?:By [^,\n]{2,60},\s+|[Bb]y\s+)?(?:[Tt]he\s+)?(?P<name>[^\n]{2,60}?)(?:\s+\d{4})?[)\]]?\.?"
    r"(?:\s+All rights reserved\.?)?"
)
_TOLD = re.compile(rf"{_TELLING}(?P<the>[Tt]he\s+)?(?P<words>[^\s,;:()“”\"][^,;:()“”\"\n]{{0,60}})")
_LEAD = 5
"""paragraphs at the beginning within which the publisher is told things"""
_ASKED = 300_000
"""characters in which other outlets may be told things, so that a book opens as fast as an article"""


def add_origin(article: Article) -> Article:
    """Return ``article`` with the publisher and the wire credit that its text tells, where it had none.

    A dateline, a credit line or, where nothing else tells, "told Sputnik" gives the publisher; an
    agency that differs from a publisher already known becomes the credit.
    """
    wire = _find_wire(article)
    known = article.publisher
    if wire is None:
        return replace(article, publisher=known or _find_told(article))
    if known is None or is_same_outlet(known, wire):
        keep = known and not is_host(known)
        return replace(article, publisher=known if keep else wire)
    return replace(article, credit=wire)


def _find_wire(article: Article) -> str | None:
    """Return the agency or outlet of a dateline, or the agency of a credit line, as the article writes it."""
    blocks = [article.text[p.start : p.end] for p in article.paragraphs]
    for line in (line for block in blocks[:4] for line in block.splitlines()[:3]):
        match = _DATELINE.match(line)
        if match and (name := match["paren"] or match["slash"]) in everybody():
            return name
    for line in (*article.authors, *blocks[:3], *blocks[-2:]):
        match = _CREDIT_LINE.fullmatch(line)
        if match and any(match["name"] in group for group in agencies()):
            return match["name"]
    if any(_SIGN_OFF.match(block) for block in blocks[-2:]):
        return "Reuters"
    return None


def _find_told(article: Article) -> str | None:
    """Return the one outlet that people in the article tell things to, or None where it is not plain."""
    lead = article.paragraphs[:_LEAD][-1].end if article.paragraphs else 0
    told = _TOLD.finditer(article.text, 0, _ASKED)
    first = next(filter(None, map(_match_outlet, takewhile(lambda match: match.start() < lead, told))), None)
    return first if first and all(_match_outlet(match) in {None, first} for match in told) else None


def _match_outlet(told: re.Match[str]) -> str | None:
    """Return the outlet that the words told begin with, the longest that fits."""
    for end in reversed([gap.start() for gap in re.finditer(r"(?!\w)", told["words"])]):
        name = told["words"][:end]
        if told["the"] and f"The {name}" in outlets():
            return f"The {name}"
        if name in everybody():
            return name
    return None
