"""Sentences and named entities, set on a Doc."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc
from spacy.util import filter_spans

from secondhand.pipeline.doc.alignment import Aligner


def set_sentences(doc: Doc, offsets: Sequence[int]) -> None:
    """Begin the sentences of ``doc`` at the tokens that hold ``offsets``, and at its first."""
    aligner = Aligner(doc)
    spans = [aligner.align(at, at + 1) for at in offsets]
    begun = {0, *(span.start for span in spans if span is not None)}
    marks = np.array([1 if i in begun else -1 for i in range(len(doc))], np.int64)
    # All at once: setting one token's flag looks at every other token first.
    doc.from_array("SENT_START", marks.view(np.uint64))  # type: ignore[arg-type]


def set_entities(doc: Doc, found: Sequence[tuple[int, int, str]]) -> None:
    """Set the entities of ``doc``, each widened to whole tokens, the longer winning where two meet."""
    aligner = Aligner(doc)
    made = [aligner.align(s, e, kind) for s, e, kind in found]
    doc.ents = filter_spans([span for span in made if span is not None])
