"""Notebook → the items an export lists: highlights, notes or claims, each with who says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from secondhand.article import Article
from secondhand.claim import Analysis, Claim, Link, Span, Speaker
from secondhand.export.what import What
from secondhand.notes.anchoring import anchor
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
    def marked(self) -> bool:
        """Whether the reader highlighted it."""
        return self.colour is not None

    @property
    def orphan(self) -> bool:
        """Whether its words are not in the text any more."""
        return self.paragraph is None


def items(notebook: Notebook, what: What) -> Iterator[Item]:
    """Yield what of ``notebook`` is to be exported, in reading order, orphans last."""
    analysis = notebook.analysis
    marked = [_marked(notebook, analysis, mark, orphan=False) for mark in notebook.highlights]
    marked += [_marked(notebook, analysis, mark, orphan=True) for mark in notebook.orphans]
    if what == "claims":
        yield from _claims(notebook.article, analysis, marked)
    else:
        yield from (item for item in marked if what == "highlights" or item.note.strip())


def _claims(article: Article, analysis: Analysis | None, marked: list[Item]) -> Iterator[Item]:
    """Yield every claim, with what the reader made of it where they highlighted it as a whole."""
    for claim in analysis.claims if analysis else ():
        pieces = tuple(anchor(article.text, span.start, span.end) for span in claim.content)
        own = next((m for m in marked if m.claim == claim and _words(m.pieces) == _words(pieces)), None)
        yield Item(
            own.id if own else claim.id,
            pieces,
            claim,
            analysis.speaker(claim) if analysis else None,
            claim.paragraph,
            own.note if own else "",
            own.tags if own else (),
            own.colour if own else None,
            own.created if own else None,
            own.changed if own else None,
        )


def _marked(notebook: Notebook, analysis: Analysis | None, mark: Highlight, *, orphan: bool) -> Item:
    claim, speaker = mark.claim, mark.speaker
    if analysis and not orphan:
        now = _same(analysis, mark) if claim else _around(analysis, mark)
        if now:
            claim, speaker = now, analysis.speaker(now)
        elif _refused(notebook, claim):
            claim, speaker = None, None
    paragraph = None if orphan else notebook.article.paragraph_at(mark.anchors[0].start)
    made = (mark.note, mark.tags, mark.colour, mark.created, mark.changed)
    return Item(mark.id, mark.anchors, claim, speaker, paragraph, *made)


def _same(analysis: Analysis, mark: Highlight) -> Claim | None:
    """Return the claim that was marked as it is known now, corrections and all."""
    known = mark.claim
    if known is None:
        return None
    said = [claim for claim in analysis.claims if _words(claim.content) == _words(known.content)]
    at = mark.anchors[0].start
    cue = known.cue.text if known.cue else None
    return min(
        said,
        key=lambda c: (abs(c.content[0].start - at), (c.cue.text if c.cue else None) != cue),
        default=None,
    )


def _around(analysis: Analysis, mark: Highlight) -> Claim | None:
    """Return the innermost claim whose words hold all that was marked."""
    holding = [
        claim
        for claim in analysis.claims
        if all(any(s.start <= a.start and a.end <= s.end for s in claim.content) for a in mark.anchors)
    ]
    return min(holding, key=lambda claim: sum(s.end - s.start for s in claim.content), default=None)


def _refused(notebook: Notebook, claim: Claim | None) -> bool:
    """Return whether the reader said that this is no claim."""
    return claim is not None and any(
        c.verdict == "no claim" and _words(c.content) == _words(claim.content) for c in notebook.corrections
    )


def _words(pieces: Sequence[Span | Anchor]) -> tuple[str, ...]:
    return tuple(piece.exact if isinstance(piece, Anchor) else piece.text for piece in pieces)
