"""What stands in quotation marks, and what does not, as items of an export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from secondhand.article import Article, Paragraph
from secondhand.export.item import Item
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.highlight import Anchor
from secondhand.quotations import find_quotations

Range = tuple[int, int]
_BLANKS = " \t\r\n"


def keep_quoted(article: Article, item: Item) -> Item | None:
    """Return ``item``, a claim of ``article``, with only the speaker's very words, or None without any."""
    if item.claim is None or item.claim.kind == "indirect":
        return None
    if item.claim.kind == "direct":
        return item
    pieces: list[Anchor] = []
    for piece in item.pieces:
        paragraph = article.paragraphs[article.paragraph_at(piece.start)]
        inside = (
            (max(start, piece.start), min(end, piece.end))
            for start, end in _find_outermost(article, paragraph)
        )
        pieces += _make_anchors(article, inside)
    return replace(item, pieces=tuple(pieces)) if pieces else None


def list_unquoted(article: Article) -> Iterator[Item]:
    """Yield each paragraph of ``article`` without what stands in quotation marks in it."""
    for number, paragraph in enumerate(article.paragraphs):
        at, between = paragraph.start, []
        for start, end in _find_outermost(article, paragraph):
            between.append((at, start))
            at = end
        pieces = _make_anchors(article, [*between, (at, paragraph.end)])
        if pieces:
            yield Item(f"p{number + 1}", tuple(pieces), paragraph=number)


def _find_outermost(article: Article, paragraph: Paragraph) -> list[Range]:
    """Return where the quotations of ``paragraph`` stand that are in no other, in order, marks included."""
    found = find_quotations(article.text, paragraph.start, paragraph.end)
    return sorted((quotation.start, quotation.end) for quotation in found if quotation.depth == 0)


def _make_anchors(article: Article, places: Iterable[Range]) -> list[Anchor]:
    """Return the anchors of those of ``places`` that have a letter or a digit, without blanks around them."""
    anchors = []
    for start, end in places:
        words = article.text[start:end]
        if any(map(str.isalnum, words)):
            start += len(words) - len(words.lstrip(_BLANKS))
            anchors.append(make_anchor(article.text, start, end - len(words) + len(words.rstrip(_BLANKS))))
    return anchors
