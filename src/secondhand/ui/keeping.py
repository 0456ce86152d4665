"""Keeps what the reader makes, at once: what the library will not take now waits, and is tried again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.errors import LibraryError
from secondhand.library import Library
from secondhand.notes.edit import Edit
from secondhand.notes.notebook import Notebook

if TYPE_CHECKING:
    from secondhand.resuming import Kept


class Keeper:
    """One article's place in the library; without a library it keeps nothing, and says nothing."""

    def __init__(self, library: Library | None = None, entry: int = 0) -> None:
        """Keep in ``entry`` of ``library``."""
        self.library = library
        self.entry = entry
        self._whole = False
        self.waiting: tuple[Edit, ...] = ()
        """edits that could not be kept yet, the oldest first"""
        self._offset = -1

    @classmethod
    def enter(cls, article: Article, library: Library | None) -> tuple[Keeper, Notebook]:
        """Note that ``article`` is opened; return what is known of it. Raises LibraryError."""
        if library is None:
            return cls(), Notebook(article)
        keeper = cls(library, library.enter(article))
        return keeper, library.notebook(keeper.entry)

    def write(self, edit: Edit) -> None:
        """Keep ``edit``, and before it what waits; raises LibraryError where they have to wait."""
        self.waiting = (*self.waiting, edit)
        self.flush()

    def flush(self) -> None:
        """Keep what waits; raises LibraryError where it has to wait on."""
        if self.library is None:
            self.waiting = ()
        while self.library is not None and self.waiting:
            self.library.write(self.entry, self.waiting[0])
            self.waiting = self.waiting[1:]

    def stretches(self, content: str) -> tuple[str, ...]:
        """Return what is kept of an analysis that was left; ``content`` is the hash of its article."""
        try:
            return self.library.stretches(self.entry, content) if self.library is not None else ()
        except LibraryError:
            return ()

    def keep_stretch(self, content: str, kept: Kept) -> None:
        """Keep a stretch of an analysis that is not whole; what cannot be kept will be read again."""
        if self.library is not None and not self._whole:
            with suppress(LibraryError):
                self.library.keep_stretch(self.entry, content, kept)

    def keep(self, analysis: Analysis) -> None:
        """Keep the model's whole analysis; raises LibraryError."""
        self._whole = True
        if self.library is not None:
            self.library.keep(self.entry, analysis)

    def position(self) -> int:
        """Return the offset at which reading stopped; 0 where nothing tells."""
        try:
            return self.library.position(self.entry) if self.library is not None else 0
        except LibraryError:
            return 0

    def reach(self, offset: int) -> None:
        """Keep that reading has come to ``offset``, unless that is kept; raises LibraryError."""
        if self.library is not None and offset != self._offset:
            self.library.reach(self.entry, offset)
            self._offset = offset
