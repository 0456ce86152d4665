"""Roles told away from the name: "the Vermont senator", some sentences after "Bernie Sanders"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondhand.pipeline.mentions.entities import Entity, is_person
from secondhand.pipeline.speakers.scene import Scene

DESCRIBING = {"amod", "compound", "nmod", "flat"}
"""relations of the words before a noun that tell more of it"""
LEAST = 0.7
"""chance of coreference from which on a noun phrase tells a role"""


def find_descriptions(scene: Scene) -> Iterator[tuple[Entity, str]]:
    """Yield the people that noun phrases describe, and how, in reading order.

    Only phrases with a word before the noun tell something: "the senator" may be anybody's.
    """
    for token in scene.tokens:
        if token.pos_ == "NOUN" and is_person(token.text) and " " in (told := _describe(token)):
            chances: dict[int, float] = {}
            for entity, chance in scene.follow(token.idx):
                chances[id(entity)] = chances.get(id(entity), 0.0) + chance
                if entity.type == "person" and chances[id(entity)] >= LEAST:
                    yield entity, told
                    break


def _describe(noun: Token) -> str:
    """Return ``noun`` with the words right before it that describe it, as written."""
    start = noun.i
    for child in sorted(noun.lefts, key=lambda t: -t.i):
        if child.dep_ not in DESCRIBING or child.right_edge.i != start - 1:
            break
        start = child.left_edge.i
    return noun.doc[start : noun.i + 1].text
