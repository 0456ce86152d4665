"""Text → a Doc, in time that grows with its length whatever is in it."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

LONGEST = 20
"""marks in a row tokenized at once: spaCy takes them off one by one, and looks at all that are left"""

_MARKS = re.compile(rf"[^\w\s]{{{LONGEST}}}")


def tokenize_text(nlp: Language, text: str) -> Doc:
    """Return ``text`` as ``nlp`` tokenizes it, long rows of marks in parts."""
    cuts = [match.end() for match in _MARKS.finditer(text)]
    if not cuts:
        return nlp.make_doc(text)
    parts = [nlp.make_doc(text[start:end]) for start, end in pairwise([0, *cuts, len(text)])]
    tokens = [token for part in parts for token in part]
    return Doc(nlp.vocab, [token.text for token in tokens], [bool(token.whitespace_) for token in tokens])
