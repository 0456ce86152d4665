"""A whole article in a few cells: where its claims are, the reader, their marks, and what they look for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from secondhand.article import Article
from secondhand.filters import is_unsure
from secondhand.notes.highlight import SIGNS, Highlight
from secondhand.search import Search
from secondhand.session import ClaimIndex, Kept, Session
from secondhand.ui.drawing.gutter import CLAIM, CURSOR

HIT = "•"
THIS_HIT = "●"
NOTHING = " "


def overview(session: Session, marked: Mapping[int, str], search: Search | None, height: int) -> str:
    """Return ``height`` signs, one for each stretch of the article; of several the most telling.

    ``marked`` has the signs of the reader's highlights, as ``mark_cells`` returns them.
    """
    article = session.article
    if not article.paragraphs or height < 1:
        return NOTHING * max(0, height)
    extent = _extent(article)
    cells = list(_claims(extent, session.index, session.kept, session.unfolded, height))
    for cell, sign in marked.items():
        cells[cell] = sign
    if search is not None:
        bounds = [offset_of(article, cell, height) for cell in range(height + 1)]
        for cell in range(height):
            if search.within(bounds[cell], bounds[cell + 1]):
                cells[cell] = HIT
    cells[cell_of(article, _place(session), height)] = CURSOR
    if search is not None and search.hit is not None:
        cells[cell_of(article, search.hit[0], height)] = THIS_HIT
    return "".join(cells)


def mark_cells(article: Article, highlights: Iterable[Highlight], height: int) -> dict[int, str]:
    """Return which of ``height`` cells stand for words of ``highlights``: cell → sign of the last there."""
    if not article.paragraphs or height < 1:
        return {}
    begins, length = _extent(article)
    marked: dict[int, str] = {}
    # There may be tens of thousands: nothing is called for each of them.
    for highlight in highlights:
        sign = SIGNS[highlight.colour]
        for anchor in highlight.anchors:
            first = (anchor.start - begins) * height // length
            last = (anchor.end - 1 - begins) * height // length
            if first == last:
                marked[first] = sign
            else:
                marked.update(dict.fromkeys(range(first, last + 1), sign))
    return {min(max(0, cell), height - 1): sign for cell, sign in marked.items()}


def cell_of(article: Article, offset: int, height: int) -> int:
    """Return which of ``height`` cells stands for the character at ``offset``."""
    return _cell(_extent(article), offset, height)


def offset_of(article: Article, cell: int, height: int) -> int:
    """Return the offset of the first character that ``cell`` of ``height`` stands for."""
    first, length = _extent(article)
    return first - (-cell * length // height)


def _extent(article: Article) -> tuple[int, int]:
    """Return where the paragraphs begin, and how many characters they stretch over (1 at least)."""
    first = article.paragraphs[0].start
    return first, max(1, article.paragraphs[-1].end - first)


def _place(session: Session) -> int:
    """Return where the reader is: the current claim, or the paragraph where that begins before it."""
    here = session.article.paragraphs[session.paragraph].start
    return max(here, session.current.start) if session.current else here


def _cell(extent: tuple[int, int], offset: int, height: int) -> int:
    first, length = extent
    return min(max(0, (offset - first) * height // length), height - 1)


# By its extent: to look an article up takes as long as it has paragraphs.
@lru_cache(maxsize=4)
def _claims(
    extent: tuple[int, int], index: ClaimIndex, kept: Kept | None, unfolded: bool, height: int
) -> str:
    """Return the cells with the sign of claims where the words of some stand."""
    cells = [NOTHING] * height
    for claim in index.claims:
        if claim.id in kept.places if kept is not None else unfolded or not is_unsure(claim):
            for span in claim.content:
                _fill(cells, extent, span.start, span.end, CLAIM)
    return "".join(cells)


def _fill(cells: list[str], extent: tuple[int, int], start: int, end: int, sign: str) -> None:
    """Put ``sign`` into every cell that stands for a character from ``start`` to ``end``."""
    first = _cell(extent, start, len(cells))
    last = _cell(extent, max(start, end - 1), len(cells))
    cells[first : last + 1] = sign * (last + 1 - first)
