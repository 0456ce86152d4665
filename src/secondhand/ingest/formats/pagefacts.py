"""What a page says of itself beside its words: its headline, outlet, authors and date."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from secondhand.outlets import everybody

_STORY: Final = re.compile(r"Article$|^BlogPosting$|^LiveBlogPosting$|^Report$")
_ADDRESS: Final = re.compile(r"(?:https?:)?//\S+|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/?", re.IGNORECASE)
_BETWEEN: Final = r"\s*(?:[|–—·•»]|\s-\s|::)\s*"
_DAYS: Final = (
    "article:published_time",
    "article:published",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
)
"""what pages call the day they were published in their head, the plainest first"""
_MOST_WORDS: Final = 6
"""words from which on the name of an outlet is a slogan"""
_DEEPEST: Final = 6


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself."""

    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    date: datetime.date | None


def read_facts(tree: Any, url: str | None) -> PageFacts:
    """Return what the page ``tree`` says of itself; ``url`` is where it is from."""
    from trafilatura.metadata import extract_metadata

    document: Any = extract_metadata(tree, url, {"original_date": True, "extensive_search": False}, False)
    story = next(_find_stories(tree), {})
    publisher = _find_publisher(tree, story, document.sitename)
    days = (story.get("datePublished"), *_find_days(tree), document.date)
    authors = tuple(name.strip() for name in (document.author or "").split(";") if name.strip())
    return PageFacts(
        _without_outlet(document.title, publisher),
        publisher,
        tuple(name for name in authors if not _ADDRESS.fullmatch(name)),
        next(filter(None, map(_read_day, days)), None),
    )


def _find_stories(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield what JSON-LD on the page tells of its article."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            told = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _walk_stories(told, 0)


def _walk_stories(told: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the articles in what was ``told``, itself or in its graph."""
    if isinstance(told, list) and depth < _DEEPEST:
        for one in told:
            yield from _walk_stories(one, depth + 1)
    elif isinstance(told, dict):
        kinds = told.get("@type")
        if any(_STORY.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield told
        if depth < _DEEPEST:
            yield from _walk_stories(told.get("@graph"), depth + 1)
            yield from _walk_stories(told.get("mainEntity"), depth + 1)


def _find_publisher(tree: Any, story: dict[str, Any], found: str | None) -> str | None:
    """Return the outlet: what JSON-LD, Open Graph or else trafilatura call it, and no address or slogan."""
    told = story.get("publisher")
    told = told[0] if isinstance(told, list) and told else told
    named = told.get("name") if isinstance(told, dict) else told
    site = tree.xpath("string(//meta[@property='og:site_name']/@content)")
    names = [
        " ".join(name.split()) for name in (named, site, found) if isinstance(name, str) and name.strip()
    ]
    listed = {_squash(name): name for name in everybody()} if names else {}
    for name in names:
        if known := listed.get(_squash(name)):
            return name if name in everybody() else known
    return next((name for name in names if _is_name(name)), names[-1] if names else None)


def _is_name(name: str) -> bool:
    """Return whether ``name`` is one an outlet may go by."""
    return not _ADDRESS.fullmatch(name) and len(name.split()) <= _MOST_WORDS and not name.islower()


def _squash(name: str) -> str:
    """Return ``name`` without case, article, blanks, and the parts of an address around its own name."""
    bare = re.sub(r"^(?:https?:)?//|^www\.|\.(?:com|org|net|co\.uk)/?$", "", name.casefold())
    return re.sub(r"[\W_]+", "", bare.removeprefix("the "))


def _without_outlet(title: str | None, publisher: str | None) -> str | None:
    """Return ``title`` without the outlet before or after it."""
    if not title or not publisher:
        return title or None
    name = re.escape(publisher)
    bare = re.sub(rf"^{name}{_BETWEEN}|{_BETWEEN}{name}$", "", title.strip(), flags=re.IGNORECASE)
    return bare or title


def _find_days(tree: Any) -> Iterator[str]:
    """Yield the days in the head of the page, the plainest first."""
    told: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        told.setdefault(name.lower(), meta.get("content") or "")
    yield from (told[name] for name in _DAYS if name in told)


def _read_day(told: object) -> datetime.date | None:
    """Return the day ``told`` begins with in ISO form, as it was where it was written, or None."""
    try:
        return datetime.date.fromisoformat(told.strip()[:10]) if isinstance(told, str) else None
    except ValueError:
        return None
