"""The outlet of a page, by what its head, its title and the list of outlets say: no slogan, no slug."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit

from secondhand.ingest.formats.page.jsonld import Node, follow, read_name
from secondhand.ingest.formats.page.words import squash
from secondhand.outlets import everybody

_ADDRESS: Final = re.compile(r"(?:https?:)?//\S+|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/?", re.IGNORECASE)
_SPELLED: Final = re.compile(r"(?!Www\.)[A-Z]\w+(?:\.[a-z]{2,6}){1,2}", re.ASCII)
"""an address that is written as a name, with a capital"""
_BETWEEN: Final = re.compile(r"\s+[-–—|:·•]+\s+|\s*[|·•]\s*|\s*::\s*|,\s+(?=the\s)|_")
_PLATFORMS: Final = frozenset(["Blogger", "Tumblr", "WordPress"])
"""what templates name as the outlet that is but what the page is made with"""
_SLOGAN: Final = re.compile(r",\s+the\s[^,]{1,60}$")
"""what a title may have after the name of the outlet, as in "Wiki, the free encyclopedia": its slogan"""
_MOST_WORDS: Final = 6
"""words from which on the name of an outlet is a slogan"""
_ELSEWHERE: Final = ("application-name", "apple-mobile-web-app-title", "dc.publisher", "article:publisher")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of its outlet."""

    title: str
    """its title"""
    headlines: tuple[str, ...]
    """what it calls its headline elsewhere"""
    signs: frozenset[str]
    """what pictures and links to its front page say, without case and blanks"""


def find_publisher(
    story: Node,
    nodes: list[Node],
    metas: dict[str, list[str]],
    shown: Shown,
    url: str | None,
    guess: Callable[[], str | None],
) -> str | None:
    """Return the outlet of a page, or None.

    ``story`` and ``nodes`` are what it tells in JSON-LD, ``metas`` in its head, ``shown`` is what it shows of
    it; ``url`` is where it is from; ``guess`` says what may be its name, where nothing else tells one.
    """
    names = list(_find_names(story, nodes, metas))
    host = urlsplit(url).hostname if url else None
    if known := _find_listed((*names, host)):
        return known
    if good := next(filter(is_name, names), None):
        return good
    found = guess()
    if known := _find_listed([found]):
        return known
    slugs = {squash(_host(name)) for name in filter(None, (*names, found, host))}
    written = [part.strip() for part in _BETWEEN.split(shown.title)]
    spelled = next((part for part in written if squash(part) in slugs and is_name(part)), None)
    spelled = spelled or next(filter(_SPELLED.fullmatch, names), None) or _find_beside(shown)
    seen = found if found and found in shown.title else None
    told = (_without_slogan(name) for name in filter(None, (seen, *names)) if not _ADDRESS.fullmatch(name))
    # Some outlets are called by their address; what only stands in the page's own address is no name.
    ends = (part for part in reversed(written[1:]) if _ADDRESS.fullmatch(part))
    return spelled or next(told, None) or next(iter((*names, *ends)), None)


def _find_listed(names: Iterable[str | None]) -> str | None:
    """Return the first of ``names`` that is in the list of outlets, as it is written there or may be."""
    listed = _list_outlets()
    for name in filter(None, names):
        if known := listed.get(squash(name)):
            return name if name in everybody() else known
    return None


def read_shown(tree: Any, title: str, headlines: list[str]) -> Shown:
    """Return what the page ``tree`` shows of its outlet beside its ``title`` and its ``headlines``."""
    homes = [" ".join(link.itertext()) for link in tree.xpath("//a[@href='/' or @rel='home']")]
    return Shown(
        title, tuple(headlines), frozenset(map(squash, [*homes, *tree.xpath("//img/@alt")[:20]])) - {""}
    )


def _find_beside(shown: Shown) -> str | None:
    """Return the name that the title has before or after the headline, or None."""
    heads = {squash(headline) for headline in shown.headlines if headline != shown.title}
    for title in (shown.title, _SLOGAN.sub("", shown.title)):
        between = _BETWEEN.split(title)
        colons = re.split(r":\s+", title)
        parts = [colons[0], between[0], between[-1], *colons[1:][-1:]]
        for part in filter(is_name, map(str.strip, parts)):
            rest = squash(title.replace(part, "", 1))
            if rest and ((rest in heads and squash(part) != rest) or squash(part) in shown.signs):
                return part
    return None


def is_address(name: str) -> bool:
    """Return whether ``name`` is an address."""
    return bool(_ADDRESS.fullmatch(name))


def is_name(name: str) -> bool:
    """Return whether ``name`` is one an outlet may go by."""
    slug = name.islower() or ("-" in name and " " not in name and name.count("-") > 1)
    return not _ADDRESS.fullmatch(name) and len(name.split()) <= _MOST_WORDS and not slug


def _find_names(story: Node, nodes: list[Node], metas: dict[str, list[str]]) -> Iterator[str]:
    """Yield what the page calls its outlet, the surest first, slogans cut off."""
    for node in follow(story.get("publisher"), nodes):
        yield from (_without_slogan(name) for name in read_name(node) if name not in _PLATFORMS)
    yield from map(_without_slogan, metas.get("og:site_name", []))
    for node in nodes:
        if node.get("@type") in ("WebSite", "NewsMediaOrganization"):
            yield from map(_without_slogan, read_name(node))
    for key in _ELSEWHERE:
        yield from (name for name in metas.get(key, []) if not _ADDRESS.fullmatch(name))


def _without_slogan(name: str) -> str:
    """Return ``name`` without what stands after it: "The Post | News and sports"."""
    first = _BETWEEN.split(name)[0].strip()
    return first if first and len(name.split()) > 2 else name


def _host(name: str) -> str:
    """Return the label of the site in an address: "example" of "www.example.org"."""
    bare = re.sub(r"^(?:https?:)?//|^www\.|/.*$", "", name.strip())
    return bare.split(".")[0] if _ADDRESS.fullmatch(name) else name


@cache
def _list_outlets() -> dict[str, str]:
    """Return the known outlets by their names without case and blanks."""
    return {squash(name): name for name in sorted(everybody(), reverse=True)}
