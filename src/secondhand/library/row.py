"""One line of the library's table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Row:
    """One article of the library, as its table shows it."""

    entry: int
    """number by which the library knows it"""
    title: str | None
    first_words: str
    """of its text, up to 120 characters on one line: what to show where there is no title"""
    publisher: str | None
    date: date | None
    url: str | None
    opened: datetime
    """when it was last read, UTC"""
    progress: float
    """how far it has been read, 0 … 1"""
    claims: int | None
    """how many were found; None where it was never analysed whole"""
    highlights: int
    """orphans among them"""
    tags: tuple[str, ...]
    """of its highlights, sorted, each once"""
    versions: int = 0
    """how many other texts of it are kept"""
    added: datetime | None = None
    """when it was put by, UTC; None where it was read since"""
    elsewhere: int = 0
    """how many other articles have something that it says"""

    @property
    def listed_by(self) -> str:
        """All that a table shows of it in words, in lower case: title, publisher, date and tags."""
        day = self.date.isoformat() if self.date else ""
        title = self.title or self.first_words
        return " ".join((title, self.publisher or "", day, *self.tags)).casefold()
