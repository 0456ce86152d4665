"""What the process of an analysis has of the library: what was found before, and where to keep the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from secondhand.article import Article
from secondhand.claim import Analysis, ModelInfo
from secondhand.errors import LibraryError
from secondhand.library import Library, content_hash
from secondhand.resuming import KeptStretch
from secondhand.ui.background.autosave import Place


@dataclass(frozen=True, slots=True)
class Memory:
    """One article's place in an open library; without one it knows and keeps nothing.

    What it does not come by is analysed anew, and a stretch that it cannot keep is read again another time.
    """

    library: Library | None = None
    entry: int = 0
    content: str = ""
    """the hash of what is analysed"""

    def find_whole(self, model: ModelInfo) -> Analysis | None:
        """Return the whole analysis that ``model`` made before, or None."""
        with suppress(LibraryError):
            found = self.library.analysis(self.entry, self.content) if self.library else None
            return found if found and found.model == model else None
        return None

    def stretches(self) -> tuple[str, ...]:
        """Return what is kept of an analysis that was left."""
        with suppress(LibraryError):
            return self.library.stretches(self.entry, self.content) if self.library else ()
        return ()

    def keep_stretch(self, kept: KeptStretch) -> None:
        """Keep a stretch of an analysis that is not whole."""
        with suppress(LibraryError):
            if self.library:
                self.library.keep_stretch(self.entry, self.content, kept)

    def keep(self, analysis: Analysis) -> None:
        """Keep the whole analysis, and what of it stands in other articles; raises LibraryError."""
        if self.library:
            # Only now: what is known needs nothing compared.
            from secondhand.library.elsewhere import keep_compared

            keep_compared(self.library, self.entry, analysis)


@contextmanager
def memory_of(
    article: Article, place: Place | None, warn: Callable[[LibraryError], object]
) -> Iterator[Memory]:
    """Give what the library has in ``place`` for ``article``; ``warn`` is told what it cannot do."""
    if place is None:
        yield Memory()
        return
    try:
        library = Library.open(place.library)
    except LibraryError as error:
        warn(error)
        yield Memory()
        return
    with library:
        yield Memory(library, place.entry, content_hash(article))
