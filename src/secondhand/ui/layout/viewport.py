"""Which rows of a layout are in view, and where to scroll to see others."""

from __future__ import annotations

from dataclasses import dataclass

from secondhand.ui.layout.lines import Layout


@dataclass(frozen=True, slots=True)
class Window:
    """A view of ``height`` rows of ``layout``, from row ``top`` on."""

    layout: Layout
    top: int
    height: int

    @property
    def page(self) -> int:
        """Rows of a page: those in view, less two that stay to read on from."""
        return max(1, self.height - 2)

    @property
    def extent(self) -> tuple[int, int] | None:
        """Offsets of the first and the last character in view; None where there is none."""
        rows = range(self.top, self.top + self.height)
        first = next(filter(None, map(self.layout.line, rows)), None)
        last = next(filter(None, map(self.layout.line, reversed(rows))), None)
        return (first.start, last.end - 1) if first and last else None

    def to_show(self, rows: range) -> int:
        """Return the nearest top that shows ``rows`` and the blank ones around them, or their beginning."""
        if not rows or self.height < 1:
            return self.top
        if len(rows) + 2 > self.height or rows.start - 1 < self.top:
            return rows.start - (1 if self.height > 4 else 0)
        return max(self.top, rows.stop + 1 - self.height)

    def shows(self, paragraph: int) -> bool:
        """Return whether any row of ``paragraph`` is in view."""
        rows = self.layout.rows(paragraph)
        return rows.start < self.top + self.height and rows.stop > self.top

    def hides_end(self, paragraph: int) -> bool:
        """Return whether ``paragraph`` is in view and goes on below it."""
        return self.shows(paragraph) and self.layout.rows(paragraph).stop > self.top + self.height

    def hides_start(self, paragraph: int) -> bool:
        """Return whether ``paragraph`` is in view and begins above it."""
        return self.shows(paragraph) and self.layout.rows(paragraph).start < self.top

    def first(self) -> int:
        """Return the first paragraph that begins in view, or the one that fills it."""
        paragraph = self.layout.paragraph(self.top)
        following = self.layout.rows(paragraph + 1)
        begins_above = self.layout.rows(paragraph).start < self.top
        in_view = bool(following) and following.start < self.top + self.height
        return paragraph + 1 if begins_above and in_view else paragraph
