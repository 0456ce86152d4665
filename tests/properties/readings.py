"""Readings made by hand: attributions anywhere in a text, with syntax and hints as a model gives them."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
from hypothesis import strategies as st
from spacy.tokens import Doc

from secondhand.pipeline.claims import make_claims
from secondhand.pipeline.doc import hints, state
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.network.sentiment import Feeling
from secondhand.pipeline.network.windows import find_paragraphs
from secondhand.pipeline.rules.order import NAMES as RULE_NAMES
from secondhand.pipeline.rules.order import apply_rules, find_rules
from secondhand.spans import Range
from tests.pipeline.making import EVEN, NLP, passage
from tests.properties.strategies import NAMES, texts

Draw = Callable[[st.SearchStrategy], object]

POS = ("NOUN", "PROPN", "PRON", "VERB", "ADJ", "DET", "ADP", "PUNCT", "AUX", "SCONJ", "X")
DEPS = ("nsubj", "obj", "ccomp", "conj", "appos", "nmod", "amod", "obl", "acl", "punct", "parataxis", "mark")
KINDS = ("PERSON", "ORG", "NORP", "GPE")
_WORD = re.compile(r"\w+|[^\w\s]")


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    """A text that was read: syntax, entities, hints, and the claims as the attribution leaves them."""
    text = draw(texts.filter(lambda text: bool(_WORD.search(text))))
    doc = _parsed(draw, text)
    linked = tuple((*draw(ranges(text)), "https://h.example/x") for _ in range(draw(st.integers(0, 2))))
    publisher = draw(st.sampled_from([None, "CNN", "The Bugle"]))
    state.store_origin(doc, Origin(publisher, None, None, ("Ann Lee",), linked))
    nodes = draw(st.lists(nodes_in(text), max_size=4))
    known = passage(text)
    state.store_claims(
        doc, make_claims(known, apply_rules(known, nodes, find_rules(RULE_NAMES)), EVEN.calibration), ()
    )
    felt = [Feeling(n.attribution.cue, draw(ranges(text)), 0.7, 0.1, n.attribution.cue) for n in nodes[:2]]
    hints.store_hints(doc, [], {}, np.zeros(0, np.int64), felt)
    return doc


def _parsed(draw: st.DrawFn, text: str) -> Doc:
    """Return ``text`` with a tree, tags and entities drawn by lot."""
    made = NLP.make_doc(text)
    count = len(made)
    lot = draw(st.randoms(use_true_random=False))
    begun = [i for i in range(count) if i == 0 or lot.random() < 0.1]
    first = [max(b for b in begun if b <= i) for i in range(count)]
    doc = Doc(
        made.vocab,
        words=[t.text for t in made],
        spaces=[bool(t.whitespace_) for t in made],
        heads=[lot.randint(first[i], i) if i > first[i] else i for i in range(count)],
        deps=["ROOT" if i == first[i] else lot.choice(DEPS) for i in range(count)],
        pos=["SPACE" if t.is_space else lot.choice(POS) for t in made],
    )
    named = [m.span() for name in NAMES[:7] for m in re.finditer(rf"\b{name}\b", text) if lot.random() < 0.7]
    found = [doc.char_span(s, e, label=lot.choice(KINDS)) for s, e in named]
    doc.set_ents([e for e in _apart(found) if not e.text.isspace()])
    return doc


def _apart(found: list) -> list:
    kept: list = []
    for span in sorted(filter(None, found), key=lambda s: (s.start, -s.end)):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


@st.composite
def ranges(draw: st.DrawFn, text: str, within: Range | None = None) -> Range:
    """From the beginning of a word to the end of one, in one paragraph, as decoding gives them."""
    words = [m.span() for m in _WORD.finditer(text, *(within or ()))]
    first = draw(st.integers(0, len(words) - 1))
    ends = [s for s, _ in find_paragraphs(text) if s > words[first][0]]
    inside = [w for w in words[first : first + 12] if not ends or w[1] <= ends[0]]
    return words[first][0], draw(st.sampled_from(inside))[1]


@st.composite
def nodes_in(draw: st.DrawFn, text: str, within: Range | None = None, depth: int = 2) -> Node:
    """An attribution, with others in its content."""
    sources = [draw(ranges(text, within))] if draw(st.booleans()) else []
    content = sorted(draw(st.lists(ranges(text, within), min_size=1, max_size=2)))
    content = content[:1] + [c for c in content[1:] if c[0] >= content[0][1]]
    cue = draw(ranges(text, within))
    evidence = (draw(st.floats(-3, 0)), 0.0, 0.0)
    found = Attribution(cue, tuple(sources), tuple(content), 0, evidence)
    below = draw(st.lists(nodes_in(text, content[0], depth - 1), max_size=2)) if depth else []
    return Node(found, tuple(below))
