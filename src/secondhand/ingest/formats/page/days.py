"""When a page was published, and, where nothing tells that, when it was changed: the two are never mixed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from secondhand.ingest.formats.page.jsonld import Node

_PUBLISHED: Final = (
    "article:published_time",
    "og:article:published_time",
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
_CHANGED: Final = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "revised",
)
"""what they call the day they were changed"""
FIRST_YEAR: Final = 1993
"""year of the first news on the web: a guess at an earlier day is one that the text tells of"""
_IN_PATH: Final = re.compile(r"/((?:19|20)\d\d)/(?:[a-zA-Z_-]+/)?(\d\d?)/(\d\d?)/")
_CHANGE: Final = re.compile(r"updat|modif|chang|revis|edited|amended|aktualisiert|geändert|mis à jour", re.I)


def find_published(story: Node, metas: dict[str, list[str]]) -> datetime.date | None:
    """Return the day that ``story`` of JSON-LD, or else the head in ``metas``, calls that of publication."""
    told = (story.get("datePublished"), *_find_days(metas, _PUBLISHED))
    return _choose_day(told)


def find_changed(story: Node, metas: dict[str, list[str]], tree: Any) -> datetime.date | None:
    """Return the day that the page calls that of its last change."""
    marked = tree.xpath("//*[@itemprop='dateModified']/@datetime | //*[@itemprop='dateModified']/@content")
    return _choose_day((story.get("dateModified"), *_find_days(metas, _CHANGED), *marked))


def is_shown(day: datetime.date, tree: Any) -> bool:
    """Return whether the page ``tree`` shows ``day`` as a time of something else than of a change."""
    times = tree.xpath("//time[@datetime]")
    return any(
        _read_day(time.get("datetime")) == day and not any(map(_CHANGE.search, _describe(time)))
        for time in times
    )


def read_address(url: str | None) -> datetime.date | None:
    """Return the day in the path of ``url``, a section in between or not: /2010/politics/08/13/, or None."""
    found = _IN_PATH.search(url or "")
    return _read_day("-".join(part.zfill(2) for part in found.groups())) if found else None


def _describe(time: Any) -> Iterator[str]:
    """Yield what a page calls the element ``time``, and its words and those before it."""
    around = time.getparent()
    yield from filter(None, (time.get("class"), time.get("itemprop"), "".join(time.itertext())))
    if around is not None:
        yield from filter(None, (around.get("class"), "".join(around.itertext())[:80]))


def _find_days(metas: dict[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    """Yield the days in the head of the page under ``names``."""
    for name in names:
        yield from metas.get(name, ())


def _choose_day(told: Iterable[object]) -> datetime.date | None:
    """Return the first of what was ``told`` that is a day."""
    return next(filter(None, map(_read_day, told)), None)


def _read_day(told: object) -> datetime.date | None:
    """Return the day ``told`` begins with in ISO form, as it was where it was written, or None."""
    try:
        return datetime.date.fromisoformat(told.strip()[:10]) if isinstance(told, str) else None
    except ValueError:
        return None
