"""What is read: a text with offsets, and where it came from.

All offsets are Unicode code points into ``Article.text``, end exclusive.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text, without the white space around it."""

    start: int
    """offset of its first character"""
    end: int
    """offset after its last character"""
    kind: str | None = None
    """what its page shows it as: heading, list item, quotation, caption, post, standfirst, time, or None"""


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link the page put on words of the text."""

    start: int
    """offset of the first linked character"""
    end: int
    """offset after the last linked character"""
    url: str
    """absolute http or https address it leads to"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page or a chapter begins, in formats that have them."""

    start: int
    """offset of its first character"""
    name: str
    """what it is called: "page 3" """

    @property
    def page(self) -> str:
        """The number of a page: "3"; "" for a chapter."""
        word, _, number = self.name.partition(" ")
        return number if word == "page" and number.isdecimal() else ""

    @property
    def short(self) -> str:
        """What it is called in few words: "p. 3"."""
        return f"p. {self.page}" if self.page else self.name


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article was had: what it is known by, unlike an address that only its own words tell."""

    address: str
    """the address it was fetched from, or that the user gave for it"""
    guid: str | None = None
    """what the feed there calls it, among its other articles"""
    number: int | None = None
    """its place among several there, from 1 on; None where it is the only one"""


@dataclass(frozen=True, slots=True)
class Article:
    """One article, as it was published."""

    text: str
    """for a plain-text file exactly its decoded content"""
    paragraphs: tuple[Paragraph, ...]
    """in reading order, never overlapping"""
    title: str | None = None
    """the headline, where something tells"""
    publisher: str | None = None
    """the outlet the reader is reading"""
    authors: tuple[str, ...] = ()
    """the people named in the byline"""
    date: datetime.date | None = None
    """the day it was published"""
    url: str | None = None
    """where it was published, as its provenance or else its own words tell"""
    hyperlinks: tuple[Hyperlink, ...] = ()
    """in reading order"""
    credit: str | None = None
    """the wire agency it is credited to, where that is not the publisher"""
    language: str | None = None
    """the language it says it is in, as BCP 47 writes it: "en-GB" """
    places: tuple[Place, ...] = ()
    """its pages or chapters, in reading order"""
    relative: tuple[tuple[int, int], ...] = ()
    """start and end of the words with a relative link, where nothing tells relative to what"""
    provenance: Provenance | None = None
    """where it was really had; None for files and records, whatever address they tell"""
    incomplete: bool = False
    """whether its page tells that there is more of it: for those who pay, or in its head"""
    changed: datetime.date | None = None
    """the day its page was last changed, where only that is told and not when it was published"""

    def paragraph_at(self, offset: int) -> int:
        """Return the index of the paragraph holding ``offset``, or of the last one before it (0 at least)."""
        return max(0, bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1)

    def place_at(self, offset: int) -> Place | None:
        """Return the page or chapter that ``offset`` is in, or None where there are none."""
        after = bisect_right(self.places, offset, key=lambda place: place.start)
        return self.places[after - 1] if after else None
