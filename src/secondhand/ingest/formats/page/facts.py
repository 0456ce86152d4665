"""What a page says of itself beside its words: its headline, outlet, authors and date, and of its text."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, Final

from secondhand.ingest.formats.page.authors import find_authors
from secondhand.ingest.formats.page.days import (
    FIRST_YEAR,
    find_changed,
    find_published,
    is_shown,
    read_address,
)
from secondhand.ingest.formats.page.guesses import Guesses
from secondhand.ingest.formats.page.jsonld import Node, find_story, read_nodes, read_text
from secondhand.ingest.formats.page.metas import read_metas
from secondhand.ingest.formats.page.publishers import find_publisher, read_shown
from secondhand.ingest.formats.page.titles import choose_title, find_headings, find_marked
from secondhand.ingest.formats.page.words import fold

_LONGEST_NUMBER: Final = 8


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself."""

    title: str | None = None
    """its headline"""
    publisher: str | None = None
    """its outlet"""
    authors: tuple[str, ...] = ()
    """the people who wrote it"""
    credit: str | None = None
    """the agency it credits"""
    date: datetime.date | None = None
    """the day it was published"""
    guessed: bool = False
    """whether that day is a guess, which neither its head nor its address tells"""
    changed: datetime.date | None = None
    """the day it was last changed, where only that is told"""
    headlines: tuple[str, ...] = ()
    """all that it calls its headline"""
    descriptions: tuple[str, ...] = ()
    """what its head says it is about, letters and digits only"""
    body: str | None = None
    """its text, where its head gives that"""
    site: bool = False
    """whether it calls itself a site, and tells of no article of its own"""
    locked: bool = False
    """whether it says that all of it is for those who pay"""
    length: int | None = None
    """how many words it says it has"""


def read_facts(tree: Any, url: str | None) -> PageFacts:
    """Return what the page ``tree`` says of itself; ``url`` is where it is from."""
    guesses = Guesses(tree, url)
    nodes = read_nodes(tree)
    story, metas = find_story(nodes), read_metas(tree)
    shown = " ".join(tree.xpath("string(//head/title)").split())
    marked = find_marked(tree)
    told = [read_text(story, "headline"), marked, *metas.get("og:title", []), shown]
    told = list(filter(None, told)) or [guesses.title]
    headings = find_headings(tree, [title for title in told if title])
    heads = [read_text(story, "headline") or "", *metas.get("og:title", []), *headings]
    outlet = read_shown(tree, shown, heads)
    publisher = find_publisher(story, nodes, metas, outlet, url, lambda: guesses.outlet)
    owners = [name for name in (publisher, *metas.get("og:site_name", ())) if name]
    authors, credit = find_authors(story, nodes, metas, guesses.list_bylines(), owners)
    date, changed = _read_days(story, metas, guesses)
    about = (read_text(story, "description"), *metas.get("og:description", ()), *metas.get("description", ()))
    return PageFacts(
        title=choose_title(told, headings, [*owners, *authors]),
        publisher=publisher,
        authors=authors,
        credit=credit,
        date=date,
        guessed=_is_guess(date, story, metas, url),
        changed=changed,
        headlines=tuple(filter(None, told)),
        descriptions=tuple(fold(one) for one in about if one),
        body=read_text(story, "articleBody"),
        site=not story and "website" in metas.get("og:type", ()),
        locked=str(story.get("isAccessibleForFree")).lower() == "false",
        length=_read_number(story.get("wordCount")),
    )


def _read_days(
    story: Node, metas: dict[str, list[str]], guesses: Guesses
) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the day of publication, or else that of the last change."""
    if published := find_published(story, metas):
        return published, None
    changed = find_changed(story, metas, guesses.tree)
    day = guesses.date
    if day is None or day.year < FIRST_YEAR:
        day = read_address(guesses.url)
    if day is None or (day == changed and not is_shown(day, guesses.tree)):
        return None, changed
    return day, None


def _is_guess(day: datetime.date | None, story: Node, metas: dict[str, list[str]], url: str | None) -> bool:
    """Return whether neither the head of a page nor its address ``url`` tells ``day``."""
    digits = "".join(filter(str.isdigit, url or ""))
    return day is not None and find_published(story, metas) is None and f"{day:%Y%m%d}" not in digits


def _read_number(told: object) -> int | None:
    """Return the whole number ``told``, or None."""
    digits = str(told)
    return int(digits) if digits.isdecimal() and len(digits) < _LONGEST_NUMBER else None
