"""Text → a tree of XML: no entities of its own, nothing loaded from elsewhere, depth and size bounded."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime
from html.entities import name2codepoint
from typing import Any

from lxml import etree

from secondhand.errors import FormatError
from secondhand.ingest.formats.characters import show_forbidden

_OWN_ENTITIES = re.compile(r"<!DOCTYPE[^>\[]*\[.*?<!ENTITY", re.IGNORECASE | re.DOTALL)
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]\w{1,30});")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")


def parse(text: str, name: str) -> Any:
    """Return the root of the tree that ``text`` is, as much of it as can be read.

    Names of characters that HTML knows are known; comments and processing instructions are left out.
    ``name`` is what messages call it. Raises FormatError where there is no tree, or one that defines
    entities.
    """
    if _OWN_ENTITIES.search(text[:100_000]):
        raise FormatError(f"{name} defines XML entities of its own, which are not read: save it without.")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(show_forbidden(_NAMED.sub(_character, text)).encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise FormatError(f"{name} is broken XML: nothing of it can be read.")
    return root


def local(element: Any) -> str:
    """Return the name of ``element`` without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Any, *path: str) -> list[Any]:
    """Return the elements that ``path`` of names leads to from ``element``, whatever their namespaces."""
    found = [element]
    for name in path:
        found = [child for one in found for child in one if local(child) == name]
    return found


def words(element: Any, *path: str) -> str | None:
    """Return the words, on one line, of the first element at ``path`` that has any, or None."""
    for found in children(element, *path):
        if told := " ".join("".join(found.itertext()).split()):
            return told
    return None


NAMES = r"\s*;\s*|\s+&\s+"
"""what stands between names in one field"""


def day(told: str | None) -> datetime.date | None:
    """Return the day that an ISO 8601 or mail timestamp tells, or None."""
    told = (told or "").strip()
    try:
        if match := _DAY.match(told):
            return datetime.date(int(match[1]), int(match[2]), int(match[3]))
        return parsedate_to_datetime(told).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _character(named: re.Match[str]) -> str:
    """Return the character that HTML gives a name, or what was there."""
    code = name2codepoint.get(named[1])
    return chr(code) if code else named[0]
