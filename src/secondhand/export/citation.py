"""Words with their attribution, ready to paste: “…” — Alain de Benoist, to Sputnik, 27 February 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondhand.article import Article
from secondhand.claim import UNKNOWN, Claim, Speaker
from secondhand.export.quotation import told_to
from secondhand.safe_text import clean_line
from secondhand.wording.days import format_day
from secondhand.wording.labels import speaker_name

_OUTER = re.compile(r"[\"“”](?P<inner>[^\"“”]*)[\"“”]")
_INNER = re.compile(r"\"([^\"]*)\"|“([^“”]*)”")


def cite(
    article: Article, words: str, claim: Claim | None = None, speaker: Speaker | None = None, *, at: int = 0
) -> str:
    """Return ``words``, found ``at`` that offset, in quotation marks, and who said them, where and when.

    The article's title is there, and whole.

    Words that are not the speaker's own, but the article's for what they said, are called paraphrased.
    """
    parts = [*_tell_source(article, claim, speaker)] if claim else [*_outlet(article)]
    if article.title:
        parts.append(f"‘{_strip_quotes(clean_line(article.title))}’")
    if article.date:
        parts.append(format_day(article.date))
    if place := article.place_at(at):
        parts.append(clean_line(place.short))
    return f"“{_strip_quotes(clean_line(words))}”" + (f" — {', '.join(parts)}" if parts else "")


def _tell_source(article: Article, claim: Claim, speaker: Speaker | None) -> Iterator[str]:
    """Yield who says it, to whom, through whom, and where it stands."""
    name, to = clean_line(speaker_name(speaker)), told_to(article, claim)
    yield name
    if to:
        yield f"to {clean_line(to)}"
    relays = [link.name for link in claim.chain[1:-1] if link.name not in (to, UNKNOWN)]
    if relays:
        yield f"via {clean_line(' and '.join(relays))}"
    outlet = "".join(_outlet(article))
    told = "" if outlet in ("", to, name) else f"in {outlet}"
    if where := " ".join(filter(None, ("paraphrased" if claim.kind == "indirect" else "", told))):
        yield where


def _outlet(article: Article) -> Iterator[str]:
    if article.publisher:
        yield clean_line(article.publisher)


def _strip_quotes(words: str) -> str:
    """Return ``words`` fit to stand in quotation marks: without outer ones, inner ones made single."""
    if whole := _OUTER.fullmatch(words):
        return whole["inner"]
    return _INNER.sub(lambda inner: f"‘{inner[1] or inner[2] or ''}’", words)
