"""The links of a page of a PDF document: rectangles, which know nothing of the words below them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

from secondhand.article import Hyperlink
from secondhand.ingest.formats.textbuilder import is_web_address

MOST = 1000
"""links of a page that are read"""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle that leads to a web address; lengths are in points, from the lower left of the page."""

    left: float
    low: float
    right: float
    top: float
    url: str

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies in it."""
        return self.left <= x <= self.right and self.low <= y <= self.top


def find_areas(page: Any) -> tuple[Area, ...]:
    """Return the areas of ``page`` that lead to web addresses, several for a link over several lines."""
    found: list[Area] = []
    for reference in islice(page.get("/Annots") or (), MOST):
        # A link that is damaged is none.
        with suppress(ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            found += _read_areas(reference.get_object())
    return tuple(found[:MOST])


def _read_areas(annotation: Any) -> list[Area]:
    """Return the areas of one link: its parts, or else all of it; none where it leads to no web address."""
    action = annotation.get("/A")
    url = action.get_object().get("/URI") if action else None
    if not isinstance(url, str) or not is_web_address(url):
        return []
    corners = annotation.get("/QuadPoints") or ()
    parts = [_enclose(corners[at : at + 8], str(url)) for at in range(0, len(corners) - 7, 8)]
    return parts or [_enclose(annotation["/Rect"], str(url))]


def _enclose(corners: Sequence[Any], url: str) -> Area:
    """Return the area between ``corners``, an x and a y for each."""
    xs, ys = [float(x) for x in corners[::2]], [float(y) for y in corners[1::2]]
    return Area(min(xs), min(ys), max(xs), max(ys), url)


def join_links(links: Sequence[Hyperlink], text: str) -> tuple[Hyperlink, ...]:
    """Return ``links``, in order, those in one that go on in the next line or in other letters."""
    joined = list(links[:1])
    for before, link in pairwise(links):
        if link.url == before.url and text[before.end : link.start] in ("", " "):
            joined[-1] = Hyperlink(joined[-1].start, link.end, link.url)
        else:
            joined.append(link)
    return tuple(joined)
