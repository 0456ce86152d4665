"""The parts of a claim in words: what table and tree have in common."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import shorten
from typing import TextIO

from rich.console import Console

from secondhand.article import Article
from secondhand.claim import UNKNOWN, Analysis, Attitude, Claim, Link, Span, Stance
from secondhand.safe_text import clean

BETWEEN = " … "
"""stands where words between two pieces are left out"""


def make_console(out: TextIO) -> Console:
    """Return a console that styles and wraps on a terminal, takes NO_COLOR, and reads no markup."""
    return Console(file=out, markup=False, emoji=False, highlight=False)


def format_heading(article: Article) -> str:
    """Return the article's title (or first words), publisher and date on one line."""
    first = article.paragraphs[0].start if article.paragraphs else 0
    title = article.title or shorten(article.text[first : first + 600], 60, placeholder=" …")
    day = article.date.isoformat() if article.date else None
    return clean(" · ".join(part for part in (title, article.publisher, day) if part))


def join_words(spans: Iterable[Span]) -> str:
    """Return the words of ``spans`` on one line."""
    return clean(BETWEEN.join(span.text for span in spans))


def speaker_name(analysis: Analysis, claim: Claim) -> str:
    """Return who says it, or "unknown"."""
    speaker = analysis.speaker(claim)
    return clean(speaker.name) if speaker else UNKNOWN


def chain_names(chain: Iterable[Link]) -> str:
    """Return the names of the links from publisher to origin."""
    return clean(" → ".join(link.name for link in chain))


def format_stance(stance: Stance) -> str:
    """Return commitment and framing, and each attitude as "+ target" or "− target"."""
    return clean(", ".join((stance.commitment, stance.framing, *map(format_attitude, stance.attitudes))))


def format_attitude(attitude: Attitude) -> str:
    """Return the attitude's sign and target."""
    return f"{'+' if attitude.polarity == 'positive' else '−'} {clean(attitude.target)}"


def format_percent(confidence: float) -> str:
    """Return a confidence of 0 … 1 in whole per cent."""
    return f"{confidence:.0%}"
