"""Which line of which paragraph stands on which row, for one width."""

from __future__ import annotations

import sys
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, takewhile

from secondhand.article import Article
from secondhand.ui.layout.wrap import Range, wrap


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text on the screen."""

    paragraph: int
    """index of the paragraph it belongs to"""
    start: int
    """offset into the article of its first character"""
    end: int
    """offset after its last character"""


@dataclass(frozen=True, slots=True)
class Layout:
    """An article broken into lines of one width, a blank row before every paragraph and at the end."""

    starts: tuple[int, ...]
    """offset into the article of every paragraph"""
    breaks: tuple[tuple[Range, ...], ...]
    """for every paragraph its lines, as offsets into the paragraph"""
    tops: tuple[int, ...]
    """first row of every paragraph"""
    height: int
    """rows in all"""

    @classmethod
    def of(cls, article: Article, width: int, until: int = sys.maxsize) -> Layout:
        """Break the paragraphs of ``article`` into lines at most ``width`` cells wide.

        Those that begin at offset ``until`` or after it are left out.
        """
        paragraphs = list(takewhile(lambda p: p.start < until, article.paragraphs))
        breaks = tuple(tuple(wrap(article.text[p.start : p.end], width)) for p in paragraphs)
        tops = list(accumulate((len(lines) + 1 for lines in breaks), initial=1))
        return cls(tuple(p.start for p in paragraphs), breaks, tuple(tops[:-1]), tops[-1])

    def line(self, row: int) -> Line | None:
        """Return the line on ``row``, or None where that is blank."""
        paragraph = bisect_right(self.tops, row) - 1
        if paragraph < 0 or row - self.tops[paragraph] >= len(self.breaks[paragraph]):
            return None
        start, end = self.breaks[paragraph][row - self.tops[paragraph]]
        return Line(paragraph, self.starts[paragraph] + start, self.starts[paragraph] + end)

    def paragraph(self, row: int) -> int:
        """Return the paragraph on ``row``, or the nearest one above it (the first at least)."""
        return max(0, bisect_right(self.tops, row) - 1)

    def rows(self, paragraph: int) -> range:
        """Return the rows of ``paragraph``; none where there is no such paragraph."""
        if not 0 <= paragraph < len(self.tops):
            return range(0)
        top = self.tops[paragraph]
        return range(top, top + len(self.breaks[paragraph]))

    def row_of(self, offset: int) -> int:
        """Return the row of the character at ``offset`` of the article, or the nearest one before it."""
        paragraph = max(0, bisect_right(self.starts, offset) - 1)
        if not self.tops:
            return 0
        lines = self.breaks[paragraph]
        inside = bisect_right(lines, offset - self.starts[paragraph], key=lambda line: line[0]) - 1
        return self.tops[paragraph] + max(0, inside)
