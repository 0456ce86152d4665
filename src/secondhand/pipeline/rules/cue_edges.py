"""Cues that took along words of what is said, or that are only a part of who says it, by the parse.

"Declined to say" is "declined" and what was declined, "called the offer" is "called" and what was called so;
of "most of those asked said they would leave" not "asked" is the cue but "said".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node, replace_attributions
from secondhand.pipeline.rules.passage import Passage
from secondhand.spans import Range

WIDEST = 6
"""words between a determiner and the clause on its noun"""


def trim_cues(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` and those inside them with cues that hold nothing else.

    They are left unchanged without a parse.
    """
    doc = passage.doc
    if doc is None or not doc.has_annotation("DEP"):
        return list(nodes)
    return replace_attributions(nodes, partial(_trim, doc))


def _trim(doc: Doc, found: Attribution) -> Attribution:
    words = doc.char_span(*found.cue, alignment_mode="expand")
    if words is None or not found.content or found.content[0][0] < found.cue[1]:
        return found
    if subject := _find_subject_around(doc, words, found.content[0]):
        return _attribute_to_subject(found, subject)
    first = _find_first_of_content(words, found.content[0])
    if first is None or first.i == words.start:
        return found
    last = doc[first.i - 1]
    content = ((first.idx, found.content[0][1]), *found.content[1:])
    return replace(found, cue=(found.cue[0], last.idx + len(last)), content=content)


def _find_first_of_content(cue: Tokens, content: Range) -> Token | None:
    """Return the word of the ``cue`` with which its ``content`` begins, or None where it has none of that."""
    doc, root = cue.doc, cue.root
    gap = doc.char_span(cue.end_char, content[0], alignment_mode="contract")
    between = sum(not token.is_space for token in gap) if gap is not None else 0
    if cue[-1].pos_ == "DET" and cue[-1].head.i >= cue.end and between <= WIDEST:
        return cue[-1]
    if between or root.pos_ != "VERB":
        return None
    for child in root.rights:
        inside = child.left_edge.i < cue.end <= child.right_edge.i + 1
        refused = child.dep_ == "xcomp" and root.lower_ in load_words("saying.toml", "refusing")
        if inside and (refused or (child.dep_ == "obj" and _is_called(root, cue.end))):
            return child.left_edge
    return None


def _is_called(verb: Token, end: int) -> bool:
    """Say whether a complement of the object of ``verb`` stands behind the cue: "a fine start"."""
    return any(
        child.dep_ == "xcomp" and child.pos_ != "VERB" and child.left_edge.i >= end for child in verb.rights
    )


def _find_subject_around(doc: Doc, cue: Tokens, content: Range) -> Token | None:
    """Return the subject of the verb a ``content`` begins with, where the ``cue`` is only a part of it."""
    held = doc.char_span(*content, alignment_mode="contract")
    if not held or held[0].pos_ != "VERB" or "VerbForm=Fin" not in str(held[0].morph) or len(held) < 2:
        return None
    subject = next((c for c in held[0].lefts if c.dep_ == "nsubj"), None)
    part = subject is not None and cue.root.dep_ == "acl" and subject.is_ancestor(cue.root)
    return subject if part else None


def _attribute_to_subject(found: Attribution, subject: Token) -> Attribution:
    """Return ``found`` as said by ``subject``, the verb of which is its cue."""
    verb, first, last = subject.head, subject.left_edge, subject.right_edge
    after = verb.doc[verb.i + 1]
    content = ((after.idx, found.content[0][1]), *found.content[1:])
    cue, source = (verb.idx, verb.idx + len(verb)), (first.idx, last.idx + len(last))
    return replace(found, cue=cue, source=(source,), content=content)
