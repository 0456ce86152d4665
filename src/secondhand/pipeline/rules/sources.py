"""Sources that were left out, by the parse: the subject of the cue, or who stands after "by".

"Lee has attacked the plan" is Lee's, though the heads saw no source. "Lee was accused of fraud" is not: who
accuses Lee stands after "by", or nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from secondhand.pipeline.doc.cue_clause import find_agent, find_subject, is_passive
from secondhand.pipeline.doc.noun_chunks import find_noun_chunk
from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.passage import Passage
from secondhand.spans import Range, contains, overlaps


def repair_sources(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` and those inside them with their sources repaired; unchanged without a parse."""
    doc = passage.doc
    if doc is None or not doc.has_annotation("DEP"):
        return list(nodes)
    out: list[Node] = []
    for node in nodes:
        inner = tuple(repair_sources(passage, node.children))
        out.append(replace(node, attribution=_repair(doc, node.attribution), children=inner))
    return out


def _repair(doc: Doc, found: Attribution) -> Attribution:
    """Return ``found`` with a source that stands outside of its content."""
    told = [span for span in found.source if not any(contains(held, span) for held in found.content)]
    if told:
        return replace(found, source=tuple(told))
    spoken = _find_speaker(doc, found.cue)
    phrase = find_noun_chunk(spoken) if spoken is not None else None
    span = (phrase.start_char, phrase.end_char) if phrase is not None else None
    if span is None or any(overlaps(span, held) for held in (*found.content, found.cue)):
        return replace(found, source=())
    return replace(found, source=(span,))


def _find_speaker(doc: Doc, cue: Range) -> Token | None:
    """Return the head of who does what the ``cue`` says, or None."""
    words = doc.char_span(*cue, alignment_mode="expand")
    if words is None:
        return None
    root = words.root
    if is_passive(words) or _is_told(root):
        return find_agent(root)
    return find_subject(root) if root.pos_ in ("VERB", "AUX") else None


def _is_told(word: Token) -> bool:
    """Say whether ``word`` is one like "Asked whether it rains, Lee said": its subject is the one asked."""
    return (
        word.dep_ == "advcl"
        and not word.lower_.endswith("ing")
        and not any(c.dep_ == "nsubj" for c in word.children)
    )
