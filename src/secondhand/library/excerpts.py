"""What of an article can be searched: its title and text, its claims and speakers, its notes and tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.notes.notebook import Notebook

ExcerptKind = Literal["title", "byline", "text", "claim", "speaker", "note", "tag"]
Part = Literal["text", "claims", "marks"]
PARTS: tuple[Part, ...] = ("text", "claims", "marks")
"""what changes apart from each other: the article, what is found in it, what its reader made of it"""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words that are found together, and where they stand."""

    kind: ExcerptKind
    start: int
    """offset into the article's text to which they lead"""
    words: str


def list_excerpts(book: Notebook, part: Part) -> Iterator[Excerpt]:
    """Yield what can be searched of one ``part`` of ``book``, nothing of it empty."""
    if part == "text":
        found = _list_text(book.article)
    elif part == "claims":
        analysis = book.analysis
        found = _list_claims(analysis) if analysis else iter(())
    else:
        found = _list_marks(book)
    yield from (excerpt for excerpt in found if excerpt.words.strip())


def _list_text(article: Article) -> Iterator[Excerpt]:
    yield Excerpt("title", 0, article.title or "")
    day = article.date.isoformat() if article.date else ""
    told = (article.publisher, article.credit, *article.authors, day)
    yield Excerpt("byline", 0, ", ".join(filter(None, told)))
    for paragraph in article.paragraphs:
        yield Excerpt("text", paragraph.start, article.text[paragraph.start : paragraph.end])


def _list_claims(analysis: Analysis) -> Iterator[Excerpt]:
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    first: dict[str, int] = {}
    for claim in analysis.claims:
        said = " … ".join(span.text for span in claim.content)
        who = speakers.get(claim.speaker or "")
        if who:
            first.setdefault(who.id, claim.content[0].start)
        yield Excerpt("claim", claim.content[0].start, f"{who.name}: {said}" if who else said)
    for speaker, start in first.items():
        who = speakers[speaker]
        yield Excerpt("speaker", start, ", ".join(filter(None, (who.name, who.role))))


def _list_marks(book: Notebook) -> Iterator[Excerpt]:
    for mark in (*book.highlights, *book.orphans):
        start = mark.anchors[0].start
        yield Excerpt("note", start, mark.note)
        yield from (Excerpt("tag", start, tag) for tag in mark.tags)
