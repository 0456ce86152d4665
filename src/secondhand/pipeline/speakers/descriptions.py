"""Roles told away from the name: "the Vermont senator", some sentences after "Bernie Sanders"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from secondhand.pipeline.mentions.entities import Entity, is_person
from secondhand.pipeline.speakers.context import Context

DESCRIBING = {"amod", "compound", "nmod", "flat"}
"""relations of the words before a noun that tell more of it"""


def find_descriptions(doc: Doc, context: Context) -> Iterator[tuple[Entity, str]]:
    """Yield the people that noun phrases of ``doc`` describe, and how, in reading order.

    Only phrases with a word before the noun tell something: "the senator" may be anybody's.
    """
    for token in doc:
        if token.pos_ == "NOUN" and is_person(token.text):
            entity = context.follow_coreference(token.idx)
            told = _describe(token) if entity and entity.type == "person" else ""
            if entity and " " in told:
                yield entity, told


def _describe(noun: Token) -> str:
    """Return ``noun`` with the words right before it that describe it, as written."""
    start = noun.i
    for child in sorted(noun.lefts, key=lambda t: -t.i):
        if child.dep_ not in DESCRIBING or child.right_edge.i != start - 1:
            break
        start = child.left_edge.i
    return noun.doc[start : noun.i + 1].text
