"""Sources that were left out, by the parse: the subject of the cue, or who stands after "by".

"Lee has attacked the plan" is Lee's, though the heads saw no source. "Lee was accused of fraud" is not: who
accuses Lee stands after "by", or nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from spacy.tokens import Doc, Token

from secondhand.pipeline.doc.cue_clause import find_agent, find_led, find_subject, is_passive
from secondhand.pipeline.doc.noun_chunks import find_noun_chunk
from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node, replace_attributions
from secondhand.pipeline.rules.passage import Passage
from secondhand.spans import Range, contains, overlaps


def repair_sources(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` and those inside them with their sources repaired; unchanged without a parse."""
    doc = passage.doc
    if doc is None or not doc.has_annotation("DEP"):
        return list(nodes)
    return replace_attributions(nodes, partial(_repair, doc))


def _repair(doc: Doc, found: Attribution) -> Attribution:
    """Return ``found`` with a source that stands outside of its content."""
    told = [span for span in found.source if not any(contains(held, span) for held in found.content)]
    spoken = _find_speaker(doc, found.cue)
    if told and not (spoken is not None and _is_nearer(doc, found.cue, spoken, told[0])):
        return replace(found, source=tuple(_cut_to_subject(doc, span, spoken) for span in told))
    phrase = find_noun_chunk(spoken) if spoken is not None else None
    span = (phrase.start_char, phrase.end_char) if phrase is not None else None
    if span is None or any(overlaps(span, held) for held in (*found.content, found.cue)):
        return replace(found, source=tuple(told))
    return replace(found, source=(span,))


def _cut_to_subject(doc: Doc, told: Range, spoken: Token | None) -> Range:
    """Return the source ``told`` without another's name, behind which who is ``spoken`` of begins."""
    words = doc.char_span(*told, alignment_mode="expand")
    if words is None or spoken is None or spoken.dep_ != "nsubj" or not words.start < spoken.i < words.end:
        return told
    first = next(token for token in spoken.subtree if not token.is_punct)
    before = doc[words.start : first.i]
    if not before or before[-1].text != "," or before.root.dep_ != "nsubj":
        return told
    return told if before.root.head in (spoken, spoken.head) else (first.idx, told[1])


def _is_nearer(doc: Doc, cue: Range, spoken: Token, told: Range) -> bool:
    """Say whether who is ``spoken`` of stands between the ``cue`` and the source ``told``, as that would.

    It does behind "according to", and where the parse gives the cue two subjects.
    """
    words = doc.char_span(*told, alignment_mode="expand")
    if words is None or not (cue[1] <= spoken.idx < told[0] or told[1] <= spoken.idx < cue[0]):
        return False
    rivals = words.root.dep_ == spoken.dep_ == "nsubj" and words.root.head == spoken.head
    return rivals or any(find_led(child) == spoken for child in spoken.lefts)


def _find_speaker(doc: Doc, cue: Range) -> Token | None:
    """Return the head of who does what the ``cue`` says, or None."""
    words = doc.char_span(*cue, alignment_mode="expand")
    if words is None:
        return None
    root = words.root
    if led := find_led(root):
        return led
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
