"""Noun phrases without what hangs on them, by Universal Dependencies: ``doc.noun_chunks``.

spaCy's own English ones go by other names of relations than the treebanks this pipeline learned from.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

NOUNS = {"NOUN", "PROPN", "PRON"}
PARTS = {"flat", "fixed", "goeswith", "compound"}
"""relations of words that are no phrase by themselves but part of a name or a compound"""
BEFORE = {"det", "amod", "nummod", "compound", "nmod", "advmod", "flat", "goeswith"}
"""relations of what stands before a noun and belongs to its phrase"""


def noun_chunks(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """Yield first token, end token and label of each phrase, in order, none inside another."""
    label = doclike.vocab.strings.add("NP")
    last = -1
    for token in doclike:
        if token.pos_ not in NOUNS or token.dep_ in PARTS or _is_part(token):
            continue
        start, end = _find_bounds(token)
        if start > last:
            yield start, end, label
            last = end - 1


def find_noun_chunk(word: Token) -> Span | None:
    """Return the noun phrase that ``word`` is in, without what hangs on it; None where it is in none."""
    bounds = ((start, end) for start, end, _ in noun_chunks(word.sent) if start <= word.i < end)
    return next((word.doc[start:end] for start, end in bounds), None)


def _find_bounds(noun: Token) -> tuple[int, int]:
    start = min([child.left_edge.i for child in noun.lefts if _belongs_to_noun(child)], default=noun.i)
    end = max([child.right_edge.i for child in noun.rights if child.dep_ in PARTS], default=noun.i)
    return min(start, noun.i), end + 1


def _is_part(token: Token) -> bool:
    """Say whether ``token`` stands within the phrase of a noun after it: "Macron" in "Macron's plan"."""
    head = token.head
    return token.i < head.i and head.pos_ in NOUNS and _belongs_to_noun(token)


def _belongs_to_noun(child: Token) -> bool:
    led = any(below.dep_ == "case" for below in child.lefts)
    return child.dep_ in BEFORE and not led
