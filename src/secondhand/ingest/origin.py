"""Who published an article and which wire it came over, as far as its own words tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from secondhand.article import Article
from secondhand.outlets import agencies, everybody, outlets

_HOST = re.compile(r"(?:www\.)?([\w-]+)(?:\.[\w-]+)*\.\w{2,}")
_PLACE = r"(?:(?:[A-Z\d][\w.'’/-]*|de|la|el|of|and),?\s+){0,7}"
_TELLING = r"\b(?:told|tells|telling|interview (?:with|for|to|on|by)|(?:remarks|comments) to)\s+"
_SIGN_OFF = re.compile(r"\(?(?:Additional )?[Rr]eporting by .{3,200}[;,.] ?(?:[Ww]riting|[Ee]diting) by ")
_LEAD = 5
"""paragraphs at the beginning within which the publisher is told things"""


def with_origin(article: Article) -> Article:
    """Return ``article`` with the publisher and the wire credit that its text tells, where it had none.

    A dateline, a credit line or, where nothing else tells, "told Sputnik" gives the publisher; an
    agency that differs from a publisher already known becomes the credit.
    """
    wire = _wire(article)
    known = article.publisher
    if wire is None:
        return replace(article, publisher=known or _told(article))
    if known is None or _same(known, wire):
        keep = known and not _HOST.fullmatch(known)
        return replace(article, publisher=known if keep else wire)
    return replace(article, credit=wire)


def _wire(article: Article) -> str | None:
    """Return the agency or outlet of a dateline, or the agency of a credit line, as the article writes it."""
    blocks = [article.text[p.start : p.end] for p in article.paragraphs]
    for line in (line for block in blocks[:4] for line in block.splitlines()[:3]):
        if match := _dateline().match(line):
            return match["paren"] or match["slash"]
    for line in (*article.authors, *blocks[:3], *blocks[-2:]):
        if match := _credit_line().fullmatch(line):
            return match["name"]
    if any(_SIGN_OFF.match(block) for block in blocks[-2:]):
        return "Reuters"
    return None


def _told(article: Article) -> str | None:
    """Return the one outlet that people in the article tell things to, or None where it is not plain."""
    found = list(_telling().finditer(article.text))
    names = {match["plain"] or f"The {match['titled']}" for match in found}
    lead = article.paragraphs[:_LEAD][-1].end if article.paragraphs else 0
    if len(names) != 1 or found[0].start() >= lead:
        return None
    return names.pop()


def _same(publisher: str, agency: str) -> bool:
    """Return whether ``publisher`` (a name or a host) is ``agency`` under any of its names."""
    names = next((group for group in agencies() if agency in group), (agency,))
    return _squashed(publisher) in {_squashed(name) for name in names}


def _squashed(name: str) -> str:
    """Return ``name`` without case, article, punctuation, or the parts of a host around its own name."""
    if host := _HOST.fullmatch(name):
        name = host[1]
    return re.sub(r"[\W_]+", "", name.casefold().removeprefix("the "))


@cache
def _dateline() -> re.Pattern[str]:
    """Return a pattern of "WASHINGTON, Oct 3 (Reuters) -", "(CNN)" and "MOSCOW, October 3. /TASS/."."""
    names = _any_of(everybody())
    after = r"\s*(?:[-–—―:]|(?=[A-Z“\"]))"
    return re.compile(rf"{_PLACE}(?:\((?P<paren>{names})\){after}|/(?P<slash>{names})/[.,]?\s)")


@cache
def _credit_line() -> re.Pattern[str]:
    """Return a pattern of a line that is only a credit: "— Associated Press", "By Ann Lee, Reuters"."""
    names = _any_of(name for group in agencies() for name in group)
    return re.compile(
        rf"[(\[]?(?:[-–—]+\s*|By\s+|Source:\s*|Credit:\s*)?(?:By [^,\n]{{2,60}},\s+)?"
        rf"(?:[Tt]he\s+)?(?P<name>{names})[)\]]?\.?"
    )


@cache
def _telling() -> re.Pattern[str]:
    """Return a pattern of somebody telling something to a known outlet."""
    plain = [name for name in everybody() if not name.startswith("The ")]
    titled = [name.removeprefix("The ") for name in outlets() if name.startswith("The ")]
    return re.compile(
        rf"{_TELLING}(?:(?:the\s+)?(?P<plain>{_any_of(plain)})|[Tt]he (?P<titled>{_any_of(titled)}))(?!\w)"
    )


def _any_of(names: Iterable[str]) -> str:
    """Return a pattern of any of ``names``, the longest that fits."""
    return "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True))
