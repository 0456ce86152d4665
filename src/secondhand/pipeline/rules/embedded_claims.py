"""Claims that a content makes by its words: "advocates say …", "his claim that …", "criticism of …".

The tagger learned from articles in which nothing inside a content is marked; what is plain by the parse is
added here, where it found no child.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from secondhand.pipeline.doc.cue_clause import find_agent, find_subject, is_passive
from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node, walk_nodes
from secondhand.pipeline.rules.passage import Passage
from secondhand.spans import Range, overlaps

WORDS = "saying.toml"
RELATIONS = {"saying": ("ccomp",), "wishing": ("ccomp", "xcomp", "obj")}
"""how what is said, or wished, hangs on verbs of each list"""
OWN = ("i", "we")
"""whose words these are already"""


def add_embedded_claims(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with the children that the words of their contents show, at every depth.

    They are left unchanged without a parse.
    """
    doc = passage.doc
    if doc is None or not doc.has_annotation("DEP"):
        return list(nodes)
    return [_add_children(doc, node) for node in nodes]


def _add_children(doc: Doc, node: Node) -> Node:
    children = [_add_children(doc, child) for child in node.children]
    known = [child.attribution for child in walk_nodes(children)]
    for found in _find_inside(doc, node.attribution):
        if not any(overlaps(found.cue, other.cue) for other in known):
            known.append(found)
            children.append(Node(found))
    return replace(node, children=tuple(children))


def _find_inside(doc: Doc, parent: Attribution) -> Iterator[Attribution]:
    for start, end in parent.content:
        held = doc.char_span(start, end, alignment_mode="contract")
        if held is None:
            continue
        for word in held:
            found = _read_verb(word, held) if word.pos_ == "VERB" else _read_noun(word, held)
            if found is not None and not _is_whole(found, parent):
                yield _attribute(found, parent)


def _is_whole(found: InnerClaim, parent: Attribution) -> bool:
    """Return whether it is all that ``parent`` says: it begins so, and has nobody to say it."""
    return found.source is None and found.cue.start_char <= parent.content[0][0]


class InnerClaim(NamedTuple):
    """What is attributed inside a content."""

    cue: Tokens
    source: Tokens | None
    content: Tokens


def _read_verb(verb: Token, held: Tokens) -> InnerClaim | None:
    """Return what somebody says or wishes by ``verb``, all of it ``held`` by a content, or None."""
    relations = next((RELATIONS[name] for name in RELATIONS if verb.lower_ in load_words(WORDS, name)), ())
    told = next((c for c in verb.rights if c.dep_ in relations and verb.i < c.left_edge.i < held.end), None)
    if told is None:
        return None
    passive = is_passive([verb])
    who = find_agent(verb) if passive else find_subject(verb)
    content = held.doc[told.left_edge.i : min(told.sent.end, held.end)]
    if who is None:
        informed = passive and verb.lower_ in load_words(WORDS, "informed")
        return InnerClaim(_find_cue(verb), None, content) if informed else None
    if who.lower_ in OWN or not held.start <= who.i < held.end:
        return None
    source = _find_source(who, held)
    if who.i < verb.i < source.end:  # "a man saying that …"
        source = held.doc[source.start : verb.i]
    return None if source.start <= verb.i < source.end else InnerClaim(_find_cue(verb), source, content)


def _read_noun(noun: Token, held: Tokens) -> InnerClaim | None:
    """Return what is said, planned or judged by ``noun``, or None; a judgment only where it is told whose."""
    who = find_agent(noun)
    source = _find_source(who, held) if who is not None and held.start <= who.i < held.end else None
    for said in noun.rights:
        led = next((c for c in said.lefts if c.dep_ in ("mark", "case")), None)
        if led is None or said.left_edge.i < noun.i or said.i >= held.end:
            continue
        end = min(said.right_edge.i + 1, held.end)
        clause = led.dep_ == "mark" and led.lower_ in ("that", "to")
        if clause and noun.lower_ in load_words(WORDS, "sayings"):
            return InnerClaim(held.doc[noun.i : noun.i + 1], source, held.doc[said.left_edge.i : end])
        if source is not None and f"{noun.lower_} {led.lower_}" in load_words(WORDS, "judgments"):
            return InnerClaim(held.doc[noun.i : led.i + 1], source, held.doc[led.i + 1 : end])
    return None


def _find_source(who: Token, held: Tokens) -> Tokens:
    """Return ``who`` with all that hangs on it and is ``held``, without the "by" or "from" ahead of it."""
    start = max(who.left_edge.i, held.start)
    while who.doc[start].dep_ == "case" and start < who.i:
        start += 1
    return who.doc[start : min(who.right_edge.i + 1, held.end)]


def _find_cue(verb: Token) -> Tokens:
    """Return ``verb`` with the auxiliaries and adverbs right before it."""
    start = verb.i
    while start and verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in ("aux", "advmod"):
        start -= 1
    return verb.doc[start : verb.i + 1]


def _attribute(found: InnerClaim, parent: Attribution) -> Attribution:
    content = found.content
    while len(content) > 1 and (content[-1].is_punct or content[-1].is_space):
        content = content[:-1]
    source = () if found.source is None else (_range_of(found.source),)
    return Attribution(_range_of(found.cue), source, (_range_of(content),), parent.group, made_by="words")


def _range_of(words: Tokens) -> Range:
    return words.start_char, words.end_char
