"""The headline of a page: the one it shows, without its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from secondhand.ingest.formats.page.words import fold, squash

_BETWEEN: Final = re.compile(r"\s+[-|–—·•»«/:]+\s+|\s*[|·•»«]\s*|\s*::\s*|_(?=[^_]+$)")
_LEAST_ALIKE: Final = 0.5
"""share of words from which on two titles are of one article"""
_HOME: Final = re.compile(r"(?:(?:https?:)?//[^/?#]+)?/|(?:https?:)?//[^/?#]+")
"""the address of the front page of a site"""
_FEWEST: Final = 3
"""words a headline has at least that is taken out of a longer one"""


def find_headings(tree: Any, told: list[str]) -> list[str]:
    """Return the first headings on the page ``tree``, and others that begin or end a title ``told``."""
    return [words for _, words in walk_headings(tree, told)]


def walk_headings(tree: Any, told: list[str]) -> Iterator[tuple[Any, str]]:
    """Yield those headings on the page ``tree`` with their words, but for that of the site itself."""
    for heading in tree.iter("h1", "h2", "h3"):
        if any(_HOME.fullmatch(link.get("href") or "") for link in heading.iter("a")):
            continue
        words = " ".join(" ".join(heading.itertext()).split())
        known = len(words.split()) >= _FEWEST and any(
            title.startswith(words) or title.endswith(words) for title in told
        )
        if words and (heading.tag == "h1" or known):
            yield heading, words


def find_marked(tree: Any) -> str | None:
    """Return what the page ``tree`` marks as its headline in hNews or microdata, where it marks one only."""
    found = tree.xpath("//*[contains(@class, 'entry-title')] | //*[@itemprop='headline'][not(self::meta)]")
    marked = (one for one in found if one.get("itemprop") or "entry-title" in one.get("class").split())
    words = {" ".join(" ".join(one.itertext()).split()) for one in marked} - {""}
    return words.pop() if len(words) == 1 else None


def choose_title(told: Iterable[str | None], headings: list[str], names: Iterable[str]) -> str | None:
    """Return the headline: of ``headings`` the one that the head of the page knows, or else what that says.

    ``told`` are the titles in the head, the surest first; ``names`` those of outlet and authors.
    """
    known = [name for name in names if name]
    heads = [bare for title in told if title and (bare := strip_names(title, known))]
    shown = [bare for heading in headings if (bare := strip_names(heading, known))]
    if not heads:
        return shown[0] if len(shown) == 1 else None
    alike = {heading: max(_liken(heading, head) for head in heads) for heading in shown}
    best = max(shown, key=lambda heading: alike[heading], default=None)
    if best is None or alike[best] < _LEAST_ALIKE:
        return heads[0]
    return next((head for head in heads if _is_after_kicker(best, head)), best)


def strip_names(title: str, names: list[str]) -> str:
    """Return ``title`` without the parts before and after it that are one of ``names``."""
    bare = " ".join(title.split())
    squashed = {squash(name) for name in names}
    while True:
        breaks = list(_BETWEEN.finditer(bare))
        if breaks and _is_name(bare[breaks[-1].end() :], squashed):
            bare = bare[: breaks[-1].start()]
        elif breaks and _is_name(bare[: breaks[0].start()], squashed):
            bare = bare[breaks[0].end() :]
        else:
            break
    first, colon, rest = bare.partition(": ")
    return rest if colon and squash(first) in squashed else bare


def _is_name(part: str, squashed: set[str]) -> bool:
    """Return whether ``part`` of a title is a name, "by" somebody, or the name with a slogan after it."""
    words = squash(part.strip().removeprefix("by ").removeprefix("By "))
    return any(words == name or (len(name) > 5 and words.startswith(name)) for name in squashed if name)


def _liken(one: str, other: str) -> float:
    """Return how alike two titles are, from 0 to 1."""
    first, second = fold(one), fold(other)
    if first == second:
        return 1.0
    short, long = sorted((first, second), key=len)
    if short in long and len(short) * 2 > len(long):
        return 0.9
    words, others = set(first.split()), set(second.split())
    fewer, more = sorted((len(words), len(others)))
    return len(words & others) / max(1, fewer if fewer > _FEWEST else more)


def _is_after_kicker(heading: str, head: str) -> bool:
    """Return whether ``head`` is what ``heading`` says after a word or two with a colon."""
    before, _, after = heading.partition(":")
    return len(head.split()) >= _FEWEST and fold(after) == fold(head) and len(before.split()) <= _FEWEST
