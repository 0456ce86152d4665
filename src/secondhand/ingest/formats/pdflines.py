"""The lines of a PDF document, where they stand, and what it says of itself: all that pypdf does."""

from __future__ import annotations

import datetime
import logging
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any

from secondhand.errors import FormatError
from secondhand.ingest.formats.textbuilder import is_web_address

MOST = 3000
"""pages that are read"""
LONGEST = 60.0
"""seconds that reading all pages may take"""
LARGEST = 10_000_000
"""bytes that one part of the document may unpack to"""

_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": LARGEST,
    "lzw_maximum_output_length": LARGEST,
    "run_length_maximum_output_length": LARGEST,
    "array_based_stream_maximum_output_length": LARGEST,
    "xform_maximum_invocations_per_extraction": 1000,
}
_FILE_NAME = re.compile(
    r"(?:Microsoft \w+ - .*|untitled.*|.*\.(?:docx?|indd|qxp|pdf|rtf|odt|html?|tex|dvi))", re.I
)
_AUTHORS = re.compile(r"\s*[;,]\s*|\s+and\s+")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})

logging.getLogger("pypdf").addHandler(logging.NullHandler())


_PRINTED = re.compile(r"Mozilla/|Chrom|Safari|Firefox")
"""what browsers call themselves in what they print: their day is that of printing"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page; lengths are in points, from the lower left of the page."""

    page: int
    x: float
    y: float
    size: float
    """of its letters"""
    pieces: tuple[tuple[str, str | None], ...]
    """its words, and the address those lead to"""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(words for words, _ in self.pieces)

    def below(self, other: Line) -> bool:
        """Return whether it stands below ``other``, in the same column."""
        near = abs(self.x - other.x) < 10 * other.size
        return self.page == other.page and near and 0 < other.y - self.y < 5 * other.size


@dataclass(frozen=True, slots=True)
class Document:
    """What is read of a PDF document."""

    pages: tuple[tuple[Line, ...], ...]
    title: str | None
    authors: tuple[str, ...]
    date: datetime.date | None
    """the day it was made: that of print, for a page that was printed"""
    language: str | None


def read(data: bytes, name: str) -> Document:
    """Return the lines of the document ``data``, in the order its maker wrote them.

    Raises FormatError where it is locked, damaged, or takes too long; ``name`` is what messages call it.
    """
    import pypdf

    end = time.monotonic() + LONGEST
    try:
        with pypdf.apply_configuration(**_LIMITS):
            reader = pypdf.PdfReader(BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise pypdf.errors.WrongPasswordError
            pages = tuple(_lines(page, at, end) for at, page in enumerate(islice(reader.pages, MOST), 1))
            return Document(pages, *_about(reader))
    except (pypdf.errors.WrongPasswordError, pypdf.errors.DependencyError):
        raise FormatError(f"{name} is a locked PDF document: save a copy without a password.") from None
    except TimeoutError:
        raise FormatError(f"{name} takes too long to read: save it as text.") from None
    except Exception:
        # A damaged document can make pypdf stumble in any way.
        raise FormatError(
            f"{name} is a damaged PDF document: print it to a new one, or save its text."
        ) from None


def _lines(page: Any, number: int, end: float) -> tuple[Line, ...]:
    """Return the lines of ``page``; raises TimeoutError where they are not had by the time ``end``."""
    links = _links(page)
    found: list[Line] = []
    pieces: list[tuple[str, str | None]] = []
    start = (0.0, 0.0, 0.0)

    def finish() -> None:
        if any(words.strip() for words, _ in pieces):
            found.append(Line(number, *start, tuple(pieces)))
        pieces.clear()

    def take(text: str, matrix: Sequence[float], placed: Sequence[float], font: object, size: float) -> None:
        nonlocal start
        x, y = _times(placed, matrix)
        for at, words in enumerate(text.translate(_LIGATURES).split("\n")):
            if at:
                finish()
            if words.strip() and not any(piece.strip() for piece, _ in pieces):
                start = (x, y, abs(size * (placed[3] or placed[1]) * (matrix[3] or matrix[1])) or 1.0)
            if words:
                pieces.append((words, _link_at(links, x, y)))

    def watch(*_: object) -> None:
        if time.monotonic() > end:
            raise TimeoutError

    watch()
    page.extract_text(visitor_text=take, visitor_operand_before=watch)
    # Inside a drawing pypdf takes the error for a fault of that, and goes on after it.
    watch()
    finish()
    return tuple(found)


def _times(placed: Sequence[float], matrix: Sequence[float]) -> tuple[float, float]:
    """Return where on the page the text is that ``placed`` puts into the space of ``matrix``."""
    a, b, c, d, e, f = map(float, matrix)
    x, y = float(placed[4]), float(placed[5])
    return a * x + c * y + e, b * x + d * y + f


def _links(page: Any) -> list[tuple[float, float, float, float, str]]:
    """Return the rectangles of ``page`` that lead to web addresses, and those."""
    found = []
    for reference in islice(page.get("/Annots") or (), 1000):
        annotation = reference.get_object()
        action = annotation.get("/A")
        url = action.get_object().get("/URI") if action else None
        if isinstance(url, str) and is_web_address(url):
            x, y, right, top = map(float, annotation["/Rect"])
            found.append((min(x, right), min(y, top), max(x, right), max(y, top), str(url)))
    return found


def _link_at(links: Sequence[tuple[float, float, float, float, str]], x: float, y: float) -> str | None:
    return next((u for left, low, right, top, u in links if left - 1 <= x < right and low <= y <= top), None)


def _about(reader: Any) -> tuple[str | None, tuple[str, ...], datetime.date | None, str | None]:
    """Return the title, authors, date and language the document gives itself."""
    told = reader.metadata or {}
    title, authors = (" ".join(str(told.get(key) or "").split()) for key in ("/Title", "/Author"))
    try:
        made = reader.metadata.creation_date if reader.metadata else None
    except ValueError:
        made = None
    language = reader.root_object.get("/Lang")
    return (
        None if not title or _FILE_NAME.fullmatch(title) else title,
        tuple(filter(None, _AUTHORS.split(authors))),
        made.date() if made and not _PRINTED.search(str(told.get("/Creator") or "")) else None,
        str(language) if language else None,
    )
