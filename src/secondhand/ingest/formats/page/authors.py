"""Who wrote a page: people only, no slugs, addresses, owners or desks; a wire agency is told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, Final

from secondhand.ingest.formats.page.jsonld import Node, follow, kinds, read_name
from secondhand.ingest.formats.page.places import read_names, walk_around
from secondhand.ingest.formats.page.titles import walk_headings
from secondhand.ingest.formats.page.words import squash
from secondhand.outlets import agencies, everybody

_METAS: Final = (
    "author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "article:author_name",
    "article:author",
    "citation_author",
)
_BY: Final = re.compile(
    r"^(?:(?:written|posted|published|reported|submitted|story|words)\s+)?(?:by|von|par|por|di|door)[:\s]+",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(r"\s*[;|/·•]\s*|\s+(?:and|AND|und|et|y)\s+|\s+&\s+|\s*,\s+(?:and\s+)?|、|\n")
_CUT: Final = re.compile(
    r"\s+(?:기자|특파원)\s*(?:\W.*)?$|\s+(?:in|for|at|on|reports?|writes?)\s.*$|\s*[(\[].*$|\s+-\s.*$|"
    r"\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$|\s+(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.$"
)
_NOBODY: Final = re.compile(
    r"(?:the\s+)?(?:(?:user\s+)?admin(?:istrator)?|anonymous|author|contributors?|editor(?:ial|s)?|guest|news|newsroom|"
    r"redaktion|reporters?|root|super ?user|user|web ?(?:desk|master)|wires?|you)|"
    r".*\b(?:agenc(?:y|ies)|bureau|correspondents?|desk|editors?|magazine|media|news|newspapers?|reporters?|services?|"
    r"staff|team|tv|wires?|writers?)",
    re.IGNORECASE,
)
_NO_NAME: Final = re.compile(r" [Bb]y$|[\d@/\\<>{}:：_]|\.\w{2,}")
"""what stands in no name, but in addresses and labels"""
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DENSE: Final = re.compile(r"[\u3040-\u9fff\uac00-\ud7a3·・]{2,8}")
"""a name in a script that puts no blank within it"""
_LONGEST: Final = 1000
"""characters of a byline; what is longer is text"""
_MOST_WORDS: Final = 5
_MOST_MARKED: Final = 40
"""elements marked as bylines that are looked at"""
_MOST_HEADINGS: Final = 4
"""headings beside which bylines are looked for"""
_LONGEST_PARTICLE: Final = 3
"""letters of "von", "de", "bin" within a name"""


def find_authors(
    story: Node, nodes: list[Node], metas: dict[str, list[str]], bylines: Iterable[str], owners: Iterable[str]
) -> tuple[tuple[str, ...], str | None]:
    """Return the people who wrote the page, and the agency it credits.

    They are those of JSON-LD, or else of the head, or else of the ``bylines`` on the page; ``owners`` are
    names of the outlet.
    """
    owned = [name for name in owners if name]
    mine = {squash(name) for name in owned}
    credit = None
    for names in _find_sources(story, nodes, metas, bylines):
        people: dict[str, str] = {}
        for told in names:
            name = _without_owner(told, [*owned, *_list_agencies()])
            if name != told and not is_full_name(name):
                continue
            if any(name in group for group in agencies()):
                credit = credit or name
            elif is_person(name) and squash(name) not in mine and name not in everybody():
                people.setdefault(squash(name), name)
        whole = [name for name in people.values() if not name.isascii() or " " in name]
        if people or credit:
            return tuple(whole or people.values()), credit
    return (), credit


def is_person(name: str) -> bool:
    """Return whether ``name`` may be that of a person."""
    words = name.split()
    if not words or len(words) > _MOST_WORDS or _NOBODY.fullmatch(name):
        return False
    if _NO_NAME.search(name) or (len(words) == 1 and ("-" in name or name.islower())):
        return False
    return not any(char.isascii() and char.isalpha() for char in name) or words[0][0].isupper()


def is_full_name(name: str) -> bool:
    """Return whether ``name`` is more than one word, and no long one of them in lower case.

    In scripts that put no blank within a name, one is enough.
    """
    words = name.split()
    if len(words) == 1:
        return bool(_DENSE.fullmatch(name))
    return len(words) > 1 and not any(word[0].islower() and len(word) > _LONGEST_PARTICLE for word in words)


def split_names(told: str) -> Iterator[str]:
    """Yield the names in what a byline ``told``; none where it is too long for one."""
    if len(told) > _LONGEST:
        return
    for part in _SPLIT.split(_BY.sub("", " ".join(_MAIL.sub(" ", told).split()))):
        name = _CUT.sub("", _BY.sub("", part)).strip(" .,:–—-")
        if name:
            yield _mend_slug(name)


@cache
def _list_agencies() -> tuple[str, ...]:
    """Return the names of agencies as they stand after a name."""
    return tuple(f" {name}" for group in agencies() for name in group)


def _without_owner(name: str, owners: list[str]) -> str:
    """Return ``name`` without the outlet after it, as some bylines have it."""
    for owner in owners:
        name = name.removesuffix(owner).rstrip() or name
    return name


def _mend_slug(name: str) -> str:
    """Return a name that was made for an address as it is written: "Ann-Lee" stays, "Ann_Lee" does not."""
    return " ".join(name.split("_")) if "_" in name and " " not in name else name


def _find_sources(
    story: Node, nodes: list[Node], metas: dict[str, list[str]], bylines: Iterable[str]
) -> Iterator[list[str]]:
    """Yield the names of each place that tells some, the surest first."""
    told = [*follow(story.get("author"), nodes), *follow(story.get("contributor"), nodes)]
    people = [node for node in told if not any("Organization" in kind for kind in kinds(node))]
    yield [name for node in people for one in read_name(node) for name in split_names(one)]
    for key in _METAS:
        yield [name for one in metas.get(key, []) for name in split_names(one)]
    yield [one for node in told for one in read_name(node) if one in split_names(one)]
    for line in bylines:
        yield [name for name in split_names(line) if is_full_name(name)]


def _is_comment(element: Any) -> bool:
    """Return whether ``element`` is part of what readers wrote."""
    return any("comment" in read_names(one) for one in walk_around(element))


def _find_nearest(marked: list[Any], headings: list[Any]) -> list[Any]:
    """Return those of the elements ``marked`` as bylines that stand with one of the ``headings``."""
    if len(marked) < 2:
        return marked
    near, places = [marked], [(one, {*one.iterancestors()}) for one in marked[:_MOST_MARKED]]
    for heading in headings:
        around = ([one for one, held in places if box in held] for box in heading.iterancestors())
        near.append(next(filter(None, around), marked))
    return min(near, key=len)


def find_bylines(tree: Any) -> list[str]:
    """Return what the page ``tree`` marks as the names of its authors, the plainest first."""
    marked = (
        "//*[@itemprop='author']//*[@itemprop='name']",
        "//*[@itemprop='author' and not(self::meta) and not(.//*[@itemprop='name'])]",
        "//*[contains(concat(' ', @rel, ' '), ' author ')]",
        "//*[@property='schema:name' and @typeof='schema:Person']",
        "//*[contains(@class, 'author') and contains(@class, 'name')]",
        "//*[contains(concat(' ', translate(@class, 'AUTHOR', 'author'), ' '), ' author ')]",
        "//*[contains(@class, 'byline') or contains(@class, 'Byline') or contains(@class, 'submitted')]",
    )
    title = " ".join(tree.xpath("string(//head/title)").split())
    headings = [heading for heading, _ in islice(walk_headings(tree, [title]), _MOST_HEADINGS)]
    found = []
    for path in marked:
        marks = _find_nearest(tree.xpath(path), headings)
        mine = [one for one in marks[:9] if not _is_comment(one)][:4]
        lines = [" ".join(" ".join(one.itertext()).split()) for one in mine]
        found.append("; ".join(line for line in lines if 0 < len(line) < 80))
    return [line for line in found if line]
