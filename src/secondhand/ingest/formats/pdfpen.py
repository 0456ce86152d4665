"""A pen that follows what is written on a page of a PDF document, to know which letters stand under a link.

pypdf tells of a run of words only where it begins, and programs like LaTeX write a whole line in one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from secondhand.ingest.formats.pdffonts import Letters
from secondhand.ingest.formats.pdflinks import Area

Matrix = Sequence[float]
"""the six numbers that put the points of one space into another"""
Piece = tuple[str, str | None]
"""words, and the address those lead to"""

_MIDDLE = 0.25
"""of the size of a letter: how far its middle is above the line it stands on"""
_OFTEN = 500
"""letters after which the time is looked at"""
_PLACING = {b"BT", b"Td", b"TD", b"Tm", b"T*", b"'", b'"'}
"""what puts the pen at a place of its own, whatever was written before"""
_AS_IT_IS = (1, 0, 0, 1, 0, 0)


class Pen:
    """Follows what is written on a page, and says which of it lies in which of some areas."""

    def __init__(self, page: Any, areas: Sequence[Area], watch: Callable[[], None]) -> None:
        """``watch`` is called now and then; it may raise an error to end the work."""
        self._areas = areas
        self._watch = watch
        self._drawings: list[tuple[Any, list[Matrix]]] = [(page.get("/Resources") or {}, [])]
        self._known: dict[int, Letters] = {}
        self._font: Letters | None = None
        self._size = 0.0
        self._numbers = {b"Tc": 0.0, b"Tw": 0.0, b"Tz": 100.0, b"Ts": 0.0, b"TL": 0.0}
        self._saved: list[tuple[Letters | None, float, dict[bytes, float]]] = []
        self._along = 0.0
        self._written: deque[Piece] = deque()

    def follow(self, operator: bytes, operands: Any, matrix: Matrix, placed: Matrix) -> None:
        """Do what ``operator`` says, before pypdf does; the matrices are those before it."""
        if not self._areas:
            return
        try:
            self._set(operator, operands)
            if operator in {b"Tj", b"TJ", b"'", b'"'}:
                self._write(operator, operands[-1], [placed, matrix, *self._drawings[-1][1]])
            elif operator == b"Do":
                self._enter(operands[0], matrix)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            # The page is damaged: its words may be had, where they stand is not known.
            self._areas = ()

    def leave(self, operator: bytes) -> None:
        """Go on after ``operator``, which pypdf has done."""
        if operator == b"Do" and self._areas:
            self._drawings.pop()
            self._font, self._size, self._numbers = self._saved.pop()

    def cut(self, text: str) -> list[Piece]:
        """Return ``text``, what was written next, in pieces that lead to one address each."""
        wanted, here, length = "".join(text.split()), [], 0
        while self._written and length < len(wanted):
            here.append(self._written.popleft())
            length += len(here[-1][0])
        for order in (here, here[::-1]):  # what runs from right to left is turned round
            if "".join(letter for letter, _ in order) == wanted:
                return _spread(text, [url for letter, url in order for _ in letter])
        self._written.clear()
        return [(text, None)]

    def _set(self, operator: bytes, operands: Any) -> None:
        """Set what ``operator`` does to the letters that come, or to where the pen is."""
        if operator in _PLACING:
            self._along = 0.0
        if operator in self._numbers:
            self._numbers[operator] = float(operands[0])
        elif operator == b"TD":
            self._numbers[b"TL"] = -float(operands[1])
        elif operator == b"Tf":
            self._font, self._size = self._find_font(operands[0]), float(operands[1])
        elif operator == b"q":
            self._saved.append((self._font, self._size, dict(self._numbers)))
        elif operator == b"Q" and self._saved:
            self._font, self._size, self._numbers = self._saved.pop()

    def _find_font(self, name: str) -> Letters:
        resource = self._drawings[-1][0]["/Font"][name].get_object()
        if id(resource) not in self._known:
            self._known[id(resource)] = Letters(resource)
        return self._known[id(resource)]

    def _enter(self, name: str, matrix: Matrix) -> None:
        """Go into the drawing ``name``, whose words pypdf places as if it stood alone."""
        resources, outer = self._drawings[-1]
        drawing = resources["/XObject"][name].get_object()
        inner = [drawing.get("/Matrix") or _AS_IT_IS, tuple(matrix), *outer]
        self._saved.append((self._font, self._size, dict(self._numbers)))
        self._drawings.append((drawing.get("/Resources") or resources, inner))

    def _write(self, operator: bytes, shown: Any, matrices: Sequence[Matrix]) -> None:
        """Write ``shown``, a string or several with the distances between them."""
        wide = self._size * self._numbers[b"Tz"] / 100
        y = self._numbers[b"Ts"] + _MIDDLE * self._size
        if operator in _PLACING:
            y -= self._numbers[b"TL"]
        for piece in shown if operator == b"TJ" else [shown]:
            if isinstance(piece, bytes):
                self._write_letters(piece, wide, y, matrices)
            else:
                self._along -= float(piece) / 1000 * wide

    def _write_letters(self, piece: bytes, wide: float, y: float, matrices: Sequence[Matrix]) -> None:
        if self._font is None:
            raise LookupError
        for at, (letter, width, is_space) in enumerate(self._font.read(piece)):
            if at % _OFTEN == 0:
                self._watch()
            more = self._numbers[b"Tc"] + (self._numbers[b"Tw"] if is_space else 0.0)
            step = width * wide + more * self._numbers[b"Tz"] / 100
            if letter:
                x_there, y_there = place(self._along + width * wide / 2, y, matrices)
                urls = (area.url for area in self._areas if area.holds(x_there, y_there))
                self._written.append((letter, next(urls, None)))
            self._along += step


def place(x: float, y: float, matrices: Sequence[Matrix]) -> tuple[float, float]:
    """Return where on the page a point is that goes through ``matrices``, the innermost first."""
    for a, b, c, d, e, f in (map(float, matrix) for matrix in matrices):
        x, y = a * x + c * y + e, b * x + d * y + f
    return x, y


def _spread(text: str, urls: Sequence[str | None]) -> list[Piece]:
    """Return ``text`` in pieces by ``urls``: one a character but blanks, which go with the one before."""
    left = iter(urls)
    url: str | None = None

    def find(character: str) -> str | None:
        nonlocal url
        if not character.isspace():
            url = next(left)
        return url

    return [("".join(characters), found) for found, characters in groupby(text, find)]
