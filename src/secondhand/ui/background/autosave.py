"""Keeps what the reader makes, at once: what the library will not take now waits, and is tried again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from secondhand.article import Article
from secondhand.errors import LibraryError
from secondhand.ingest.surrogates import mend_article
from secondhand.library import Library
from secondhand.notes.edit import Edit
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import make_safe

AT_ONCE = 500
"""claims known before that are read before anything is shown"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the analysis of an article is kept."""

    library: Path
    entry: int


class Keeper:
    """One article's place in the library; without a library it keeps nothing, and says nothing."""

    def __init__(self, library: Library | None = None, entry: int = 0) -> None:
        """Keep in ``entry`` of ``library``."""
        self.library = library
        self.entry = entry
        self.waiting: tuple[Edit, ...] = ()
        """edits that could not be kept yet, the oldest first"""
        self._offset = -1
        self._new: Article | None = None
        """what the library does not have yet"""

    @classmethod
    def enter(cls, article: Article, library: Library | None) -> tuple[Keeper, Notebook]:
        """Note that ``article`` is opened; return what is known of it. Raises LibraryError.

        Very many claims are left to whoever analyses it, who gives them as soon as they are read. What is new
        to the library is shown the sooner: nothing is known of that, and it is taken up later.
        """
        if library is None:
            return cls(), Notebook(article)
        article = mend_article(article)
        if library.entry(article) is None:
            keeper = cls(library)
            keeper._new = article
            return keeper, Notebook(article)
        keeper = cls(library, library.enter(article))
        return keeper, library.notebook(keeper.entry, AT_ONCE)

    def take_up(self) -> None:
        """Let the library take up what is new; raises LibraryError where it cannot, and keeps nothing."""
        new, self._new = self._new, None
        if new is None or self.library is None:
            return
        try:
            self.entry = self.library.enter(new)
        except LibraryError:
            self.library = None
            raise

    @property
    def place(self) -> Place | None:
        """Where an analysis is kept; raises LibraryError."""
        self.take_up()
        return Place(self.library.path, self.entry) if self.library is not None else None

    def write(self, edit: Edit) -> None:
        """Keep ``edit``, and before it what waits; raises LibraryError where they have to wait."""
        self.waiting = (*self.waiting, edit)
        self.flush()

    def flush(self) -> None:
        """Keep what waits; raises LibraryError where it has to wait on."""
        self.take_up()
        if self.library is None:
            self.waiting = ()
        while self.library is not None and self.waiting:
            self.library.write(self.entry, self.waiting[0])
            self.waiting = self.waiting[1:]

    def position(self) -> int:
        """Return the offset at which reading stopped; 0 where nothing tells."""
        try:
            known = self.library if self._new is None else None
            return known.position(self.entry) if known is not None else 0
        except LibraryError:
            return 0

    def reach(self, offset: int) -> None:
        """Keep that reading has come to ``offset``, unless that is kept; raises LibraryError."""
        self.take_up()
        if self.library is not None and offset != self._offset:
            self.library.reach(self.entry, offset)
            self._offset = offset


def tell_unkept(error: LibraryError) -> str:
    """Return what a reader is told whose article no library takes up."""
    return make_safe(f"Nothing is kept of what you mark: {error}")
