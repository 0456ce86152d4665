"""Notebook → the items an export lists: highlights, notes or claims, each with who says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secondhand.article import Article
from secondhand.export.claim_finder import ClaimFinder, Words, words_of
from secondhand.export.item import Item
from secondhand.export.quoted import keep_quoted, list_unquoted
from secondhand.export.what import OF_CLAIMS, What
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.highlight import Highlight
from secondhand.notes.notebook import Notebook


def list_items(notebook: Notebook, what: What, speaker: str | None = None) -> Iterator[Item]:
    """Yield what of ``notebook`` is to be exported, in reading order, orphans last.

    With ``speaker`` only what somebody says whose name has all these words.
    """
    words = speaker.casefold().split() if speaker else []
    for item in _list_every(notebook, what):
        name = item.speaker.name.casefold() if item.speaker else ""
        if all(word in name for word in words):
            yield item


def _list_every(notebook: Notebook, what: What) -> Iterator[Item]:
    if what == "unquoted-text":
        yield from list_unquoted(notebook.article)
        return
    finder = ClaimFinder(notebook.analysis)
    refused = {words_of(c.content) for c in notebook.corrections if c.verdict == "no claim"}
    marked = [_attribute_item(notebook, finder, refused, mark) for mark in notebook.highlights]
    marked += [_make_item(mark) for mark in notebook.orphans]
    if what in OF_CLAIMS:
        every = _claims(notebook.article, finder, marked)
        if what == "quotations":
            yield from filter(None, (keep_quoted(notebook.article, item) for item in every))
        else:
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
