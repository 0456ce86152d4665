"""The outline: what the article is about, heading by heading, and who speaks in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from secondhand.article import Article
from secondhand.claim import UNKNOWN
from secondhand.filters import Filter, by_speaker, drop_unsure
from secondhand.safe_text import make_safe
from secondhand.session import Session
from secondhand.ui.keys.bindings import OUTLINE
from secondhand.ui.screens.dialogs.narrowed_list import ListRow, NarrowedList
from secondhand.wording.shortening import shorten

Place = int | Filter
"""a paragraph to go to, or the claims to step through"""


class OutlineScreen(NarrowedList[Place]):
    """Headings and speakers in two parts of one list. Its result is what was chosen."""

    BINDINGS = OUTLINE
    TOLD = "Headings and speakers"
    NOTHING = "No headings or speakers like that."

    def __init__(self, session: Session) -> None:
        """List what the article of ``session`` has, and who speaks in it so far."""
        places = [*list_headings(session.article), *list_speakers(session)]
        super().__init__([ListRow(words, Text(words, no_wrap=True), place) for words, place in places])
        self._at = session.paragraph

    def find_first(self) -> int | None:
        """Return the number of the heading one is under."""
        above = [at for at, row in enumerate(self._shown) if _is_above(row.chosen, self._at)]
        return above[-1] if above else super().find_first()


def _is_above(place: Place, paragraph: int) -> bool:
    return isinstance(place, int) and place <= paragraph


def list_headings(article: Article) -> Iterator[tuple[str, Place]]:
    """Yield each heading of ``article`` with its paragraph, the beginning under the title first."""
    yield f"¶ {make_safe(shorten(article.title or 'Beginning', 200))}", 0
    for at, paragraph in enumerate(article.paragraphs):
        if paragraph.kind == "heading" and at:
            yield f"¶ {make_safe(shorten(article.text[paragraph.start : paragraph.end], 200))}", at


def list_speakers(session: Session) -> Iterator[tuple[str, Place]]:
    """Yield each speaker with a name and how many claims they make, but folded ones, who makes most first."""
    index = session.index
    claims = index.claims if session.unfolded else drop_unsure(index.claims)
    counts = Counter(s.name for c in claims if (s := index.speaker(c)) and s.name != UNKNOWN)
    for name, count in counts.most_common():
        told = "1 claim" if count == 1 else f"{count} claims"
        yield f"“ {make_safe(name)} · {told}", by_speaker(name)
