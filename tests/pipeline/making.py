"""Docs, claims and attributions made by hand: no model, no tokens counted, words found in the text."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import spacy
from spacy.tokens import Doc

from secondhand.claim import UNKNOWN, Claim, Kind, Link, Span, Speaker, Stance
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.network.attributions import Attribution, Settings
from secondhand.pipeline.network.encoder import HEADS, Heads, Scores
from secondhand.pipeline.network.windows import find_paragraphs
from secondhand.pipeline.rules.passage import Passage, read_passage

NLP = spacy.blank("en")
EVEN = Settings(0.0, ((0.0,) * 7,) * 7, (0.0,) * 7, (1.6862943611, 1.0, 1.0, 1.0))
"""settings that prefer nothing"""
LIKELY = (-0.1, -0.1, -0.1)
"""evidence of an attribution that by those settings is right four times of five"""

_SENTENCE = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”]))\s+(?=[\"“A-Z])|\n+")


def scored(count: int, **known: Any) -> Scores:
    """Return scores of ``count`` words, all zero but for those ``known``."""
    wide = {
        "cue": 3,
        "entity": 9,
        "words": 4,
        "manner": 6,
        "tag": 3,
        "arc": count,
        "relation": 4,
        "antecedent": count,
        "fact": 1,
        "feeling": 6,
        "trunk": 2,
        "side": 2,
    }
    empty = {name: np.zeros((count, width), np.float32) for name, width in wide.items()}
    flat = {"sentence": np.zeros(count, np.float32)}
    every = empty | flat | known
    heads = Heads(**{name: every.pop(name) for name in HEADS})
    return Scores(**every, heads=heads)


def find(text: str, words: str) -> tuple[int, int]:
    """Return where ``words`` stand; of "whom |he| believes" only what stands between the bars."""
    before, _, rest = words.partition("|") if "|" in words else ("", "", words)
    at = text.index(words.replace("|", ""))
    return at + len(before), at + len(before) + len(rest.partition("|")[0])


def span(text: str, words: str) -> Span:
    """Return ``words`` as a span."""
    start, end = find(text, words)
    return Span(start, end, text[start:end])


def doc_of(text: str, ents: dict[str, str] | None = None, origin: Origin | None = None) -> Doc:
    """Return ``text`` with sentences, and with every occurrence of the names ``ents`` as an entity."""
    doc = NLP.make_doc(text)
    begun = {0, *(m.end() for m in _SENTENCE.finditer(text))}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in begun
    found = []
    for name in sorted(ents or {}, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if not any(s < match.end() and match.start() < e for s, e, _ in found):
                found.append((*match.span(), (ents or {})[name]))
    made = [doc.char_span(s, e, label=kind, alignment_mode="expand") for s, e, kind in sorted(found)]
    doc.ents = [entity for entity in made if entity is not None]
    if origin:
        state.store_origin(doc, origin)
    return doc


def claim(
    text: str,
    content: str | list[str],
    cue: str | None = None,
    source: str | None = None,
    *,
    id: str = "c1",
    parent: str | None = None,
    kind: Kind = "indirect",
    speaker: str | None = None,
    paragraph: int = 0,
) -> Claim:
    """Return a claim as the attribution component leaves it: speaker, chain and stance still open."""
    return Claim(
        id,
        parent,
        paragraph,
        kind,
        tuple(span(text, words) for words in ([content] if isinstance(content, str) else content)),
        span(text, cue) if cue else None,
        (span(text, source),) if source else (),
        speaker,
        "none",
        None,
        (Link(UNKNOWN, "unknown", "published"),),
        Stance("certain", "neutral"),
        0.9,
    )


def told_by(text: str, id: str, name: str, type: str = "person") -> Speaker:
    """Return a speaker known by name alone."""
    return Speaker(id, name, type, None, (span(text, name),) if name in text else ())  # type: ignore[arg-type]


def attribution(
    text: str, content: str | list[str], cue: str, source: str | None = None, group: int = 0
) -> Attribution:
    """Return what the heads would find."""
    pieces = [content] if isinstance(content, str) else content
    return Attribution(
        find(text, cue),
        (find(text, source),) if source else (),
        tuple(find(text, words) for words in pieces),
        group,
        LIKELY,
    )


def passage(text: str, kinds: tuple[str | None, ...] = ()) -> Passage:
    """Return ``text`` as the rules are given it, its paragraphs of those ``kinds``."""
    return read_passage(text, find_paragraphs(text), kinds=kinds)


def parsed(words: str, ents: dict[str, str] | None = None, origin: Origin | None = None) -> Doc:
    """Return a Doc of ``words``, each written "word/POS/relation/number of its head", "/_" before no space.

    Every occurrence of the names ``ents`` is an entity.
    """
    rows = [word.split("/") for word in words.split()]
    doc = Doc(
        NLP.vocab,
        words=[row[0] for row in rows],
        spaces=[len(row) < 5 for row in rows],
        pos=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) for row in rows],
    )
    found = [
        (m.start(), m.end(), kind) for name, kind in (ents or {}).items() for m in re.finditer(name, doc.text)
    ]
    made = [doc.char_span(s, e, label=kind, alignment_mode="expand") for s, e, kind in sorted(found)]
    doc.ents = [entity for entity in made if entity is not None]
    if origin:
        state.store_origin(doc, origin)
    return doc
