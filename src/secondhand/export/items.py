"""Notebook → the items an export lists: highlights, notes or claims, each with who says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from secondhand.article import Article
from secondhand.claim import Claim, Link, Speaker
from secondhand.export.claim_finder import ClaimFinder, Words, words_of
from secondhand.export.what import OF_CLAIMS, What
from secondhand.filters import is_unsure
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.highlight import Anchor, Colour, Highlight
from secondhand.notes.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Item:
    """Words of an article, who says them, and what the reader made of them."""

    id: str
    """of the highlight, or of the claim within its analysis"""
    pieces: tuple[Anchor, ...]
    """the words and where they stand, in reading order"""
    claim: Claim | None = None
    """the claim they are of"""
    speaker: Speaker | None = None
    """who makes it"""
    paragraph: int | None = None
    """index of where they begin; None where they are not in the text any more"""
    note: str = ""
    """the reader's words, Markdown"""
    tags: tuple[str, ...] = ()
    colour: Colour | None = None
    created: datetime | None = None
    """when it was highlighted, UTC"""
    changed: datetime | None = None
    """when the highlight was last changed, UTC"""

    @property
    def text(self) -> str:
        """The very words; " … " stands where pieces are apart."""
        return " … ".join(piece.exact for piece in self.pieces)

    @property
    def chain(self) -> tuple[Link, ...]:
        """The links from the publisher to whom the claim originates from; none without a claim."""
        return self.claim.chain if self.claim else ()

    @property
    def unsure(self) -> bool:
        """Whether its claim is likelier wrong than right."""
        return self.claim is not None and is_unsure(self.claim)

    @property
    def marked(self) -> bool:
        """Whether the reader highlighted it."""
        return self.colour is not None

    @property
    def orphan(self) -> bool:
        """Whether its words are not in the text any more."""
        return self.paragraph is None


def list_items(notebook: Notebook, what: What) -> Iterator[Item]:
    """Yield what of ``notebook`` is to be exported, in reading order, orphans last."""
    finder = ClaimFinder(notebook.analysis)
    refused = {words_of(c.content) for c in notebook.corrections if c.verdict == "no claim"}
    marked = [_attribute_item(notebook, finder, refused, mark) for mark in notebook.highlights]
    marked += [_make_item(mark) for mark in notebook.orphans]
    if what in OF_CLAIMS:
        every = _claims(notebook.article, finder, marked)
        yield from (item for item in every if what == "claims" or not item.unsure)
    else:
        yield from (item for item in marked if what == "highlights" or item.note.strip())


def _claims(article: Article, finder: ClaimFinder, marked: list[Item]) -> Iterator[Item]:
    """Yield every claim, with what the reader made of it where they highlighted it as a whole."""
    whole: dict[tuple[str, Words], list[Item]] = {}
    for item in marked:
        if item.claim:
            whole.setdefault((item.claim.id, words_of(item.pieces)), []).append(item)
    for claim in finder.claims:
        pieces = tuple(make_anchor(article.text, span.start, span.end) for span in claim.content)
        same = whole.get((claim.id, words_of(pieces)), ())
        own = next((item for item in same if item.claim == claim), None)
        speaker = finder.speaker(claim)
        if own:
            yield replace(own, pieces=pieces, speaker=speaker, paragraph=claim.paragraph)
        else:
            yield Item(claim.id, pieces, claim, speaker, claim.paragraph)


def _attribute_item(notebook: Notebook, finder: ClaimFinder, refused: set[Words], mark: Highlight) -> Item:
    claim, speaker = mark.claim, mark.speaker
    start = mark.anchors[0].start
    now = finder.find_same(claim, start) if claim else finder.find_innermost(mark.anchors)
    if now:
        claim, speaker = now, finder.speaker(now)
    elif claim and notebook.found and words_of(claim.content) in refused:
        claim, speaker = None, None
    return replace(
        _make_item(mark), claim=claim, speaker=speaker, paragraph=notebook.article.paragraph_at(start)
    )


def _make_item(mark: Highlight) -> Item:
    """Return ``mark`` as it was made, its words nowhere in the text."""
    made = (mark.note, mark.tags, mark.colour, mark.created, mark.changed)
    return Item(mark.id, mark.anchors, mark.claim, mark.speaker, None, *made)
