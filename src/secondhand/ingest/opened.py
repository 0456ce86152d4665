"""What goes into the formats, and what comes out of them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from secondhand.article import Article, Provenance
from secondhand.errors import SecondhandError


@dataclass(frozen=True, slots=True)
class Opened:
    """An input as a format gets it."""

    data: bytes
    name: str
    """the input as messages name it, safe to print"""
    text: str = ""
    """``data`` decoded; empty for formats that are no text"""
    url: str | None = None
    """where it came from: what relative links are relative to"""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What a feed tells of an article that is elsewhere."""

    title: str | None
    publisher: str | None
    date: datetime.date | None
    authors: tuple[str, ...]
    url: str | None
    """where all of it is"""
    article: Article | None
    """what the feed itself has of it, maybe no more than its beginning"""
    provenance: Provenance | None = None
    """where in which feed it stands; None where the feed is a file"""
    changed: datetime.date | None = None
    """the day it was last changed, where only that is told and not when it was published"""


Found = Article | FeedEntry | SecondhandError
"""one article of an input: itself, where it is, or why it cannot be read"""
