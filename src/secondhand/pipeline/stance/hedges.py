"""Hedges of a content: "may", "probably", "I think" count where they are the main clause's, not anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from secondhand.claim import Claim, Commitment, Span
from secondhand.pipeline.lexicon import load_lexicon, load_words
from secondhand.pipeline.stance.cue import LEXICON


def read_hedges(claim: Claim, doc: Doc | None, reach: int) -> tuple[Commitment, tuple[Span, ...]]:
    """Return the commitment the content of ``claim`` itself tells, with the words; certain where none do.

    ``doc`` is the parsed text, or None where it has no parse; hedges then count in the first ``reach``
    characters.
    """
    if opening := _find_opening(claim):
        return "probable", (opening,)
    if doc is None:
        return _search_words(claim, reach)
    for token in _find_main_predicate(claim, doc):
        for name in ("possible", "probable"):
            if token.lower_ in load_words(LEXICON, f"main_{name}"):
                return name, (Span(token.idx, token.idx + len(token), token.text),)
    return "certain", ()


def _find_opening(claim: Claim) -> Span | None:
    """ "I think …": the speaker hedges all that follows."""
    first = claim.content[0]
    match = re.match(
        rf"[\"“'‘\s]*(?:that\s)?\s*({load_lexicon(LEXICON)['opening_words']})\b", first.text, re.IGNORECASE
    )
    return Span(first.start + match.start(1), first.start + match.end(1), match.group(1)) if match else None


def _find_main_predicate(claim: Claim, doc: Doc) -> Iterator[Token]:
    """Yield the main predicate of the content's first sentence, its auxiliaries and its adverbs."""
    first = claim.content[0]
    span = doc.char_span(first.start, first.end, alignment_mode="contract")
    if not span:
        return
    root = span.root
    opened = span[0].sent
    if span.start <= opened.root.i < span.end:
        root = opened.root
    yield root
    yield from (
        t for t in root.children if t.dep_ in {"aux", "advmod", "xcomp"} and span.start <= t.i < span.end
    )


def _search_words(claim: Claim, reach: int) -> tuple[Commitment, tuple[Span, ...]]:
    first = claim.content[0]
    for name in ("probable", "possible"):
        pattern = load_lexicon(LEXICON)[f"{name}_words"]
        flags = 0 if name == "possible" else re.IGNORECASE
        if match := re.search(rf"\b(?:{pattern})\b", first.text[:reach], flags):
            start = first.start + match.start()
            return name, (Span(start, start + len(match.group()), match.group()),)
    return "certain", ()
