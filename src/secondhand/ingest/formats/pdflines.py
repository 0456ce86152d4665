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
from secondhand.ingest.formats.pdffonts import unjoin
from secondhand.ingest.formats.pdflinks import find_areas
from secondhand.ingest.formats.pdfpen import Pen, Piece, place

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
    found: list[Line] = []
    pieces: list[Piece] = []
    start = (0.0, 0.0, 0.0)

    def finish() -> None:
        if any(words.strip() for words, _ in pieces):
            found.append(Line(number, *start, tuple(pieces)))
        pieces.clear()

    def take(text: str, matrix: Sequence[float], placed: Sequence[float], font: object, size: float) -> None:
        nonlocal start
        x, y = place(0, 0, (placed, matrix))
        height = abs(size * (placed[3] or placed[1]) * (matrix[3] or matrix[1])) or 1.0
        for piece, url in pen.cut(unjoin(text)):
            for at, words in enumerate(piece.split("\n")):
                if at:
                    finish()
                if words.strip() and not any(before.strip() for before, _ in pieces):
                    start = (x, y, height)
                if words:
                    pieces.append((words, url))

    def watch() -> None:
        if time.monotonic() > end:
            raise TimeoutError

    def follow(operator: bytes, *more: Any) -> None:
        watch()
        pen.follow(operator, *more)

    watch()
    pen = Pen(page, find_areas(page), watch)
    page.extract_text(
        visitor_text=take,
        visitor_operand_before=follow,
        visitor_operand_after=lambda operator, *_: pen.leave(operator),
    )
    # Inside a drawing pypdf takes the error for a fault of that, and goes on after it.
    watch()
    finish()
    return tuple(found)


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
