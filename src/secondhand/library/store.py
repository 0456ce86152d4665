"""The library: one SQLite file, and what can be asked of it and kept in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.notes.edit import Edit
from secondhand.notes.notebook import Notebook


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


class Library:
    """Articles and what their reader made of them. Everything is on the disk when a method returns.

    Any method raises LibraryError, one line for the user, where the file cannot be read or written.
    Use it from one thread; other processes may have the same file open.
    """

    notice: str | None
    """one line for the user on what happened at opening (a damaged file was set aside), or None"""

    @classmethod
    def open(cls, path: Path | None = None) -> Library:
        """Open the library in file ``path``, made where there is none; by default ``default_path()``.

        Raises LibraryError where it cannot be opened or is from a newer version.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Close the file; nothing more can be asked."""
        raise NotImplementedError

    def __enter__(self) -> Library:
        """Use it for a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it at the end of the block."""
        self.close()

    def enter(self, article: Article) -> int:
        """Note that ``article`` is opened now, and return its entry.

        The entry is that of the same text, else of the same address, else of an article so like it that it
        must be a later version; else a new one. The newest text and what is known of it are kept. One that
        was deleted comes back with all that was made of it.
        """
        raise NotImplementedError

    def notebook(self, entry: int) -> Notebook:
        """Return the article with what is kept of it, highlights put where their words stand now.

        ``found`` is the newest analysis kept for its text, by whichever model.
        """
        raise NotImplementedError

    def keep(self, entry: int, analysis: Analysis) -> None:
        """Keep the model's own whole ``analysis`` of the entry's text, in the place of an older one."""
        raise NotImplementedError

    def position(self, entry: int) -> int:
        """Return the offset at which reading stopped, 0 where it never began."""
        raise NotImplementedError

    def reach(self, entry: int, offset: int) -> None:
        """Keep that reading has come to ``offset``."""
        raise NotImplementedError

    def write(self, entry: int, edit: Edit) -> None:
        """Carry out ``edit``: keep its mark as it is after it, or take it away."""
        raise NotImplementedError

    def rows(self) -> tuple[Row, ...]:
        """Return the articles there are, the one opened last first."""
        raise NotImplementedError

    def find(self, name: str) -> int | None:
        """Return the entry whose number or address is ``name``, or None."""
        raise NotImplementedError

    def delete(self, entry: int) -> None:
        """Take the article out of the library; ``restore`` brings it back with all that was made of it."""
        raise NotImplementedError

    def restore(self, entry: int) -> None:
        """Bring back an article that was deleted."""
        raise NotImplementedError

    def merge(self, notebook: Notebook) -> int:
        """Take over another notebook's article and marks; return how many marks were new or newer.

        A mark is known by its id: of two the one changed later stays. Nothing is doubled.
        """
        raise NotImplementedError
