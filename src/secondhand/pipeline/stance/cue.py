"""A cue taken apart: its words, the dictionary forms of its verbs, and whether it is negated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from secondhand.claim import Span
from secondhand.pipeline.lexicon import load_lexicon
from secondhand.pipeline.patterns import WORD

LEXICON = "stance.toml"


@dataclass(frozen=True, slots=True)
class CueWords:
    """A cue's words and the dictionary forms of its verbs, each with where it stands."""

    text: str
    start: int
    lemmas: tuple[tuple[str, int, int], ...]
    """form, start and end in the article"""

    def find_first(self, known: Iterable[str]) -> Span | None:
        """Return the first of its words, or pairs of words, that is ``known``."""
        lookup = frozenset(known)
        for lemma, start, end in self.lemmas:
            if lemma in lookup:
                return Span(start, end, self.text[start - self.start : end - self.start])
        return None

    def find_negation(self) -> Span | None:
        """Return the word that negates the cue, or None where none does."""
        match = re.search(rf"\b(?:{load_lexicon(LEXICON)['negation']})\b|n['’]t\b", self.text, re.IGNORECASE)
        return Span(self.start + match.start(), self.start + match.end(), match.group()) if match else None


def parse_cue(span: Span | None) -> CueWords:
    """Take a cue apart."""
    if span is None:
        return CueWords("", 0, ())
    forms = load_lexicon("veridicality.json")["forms"]
    words = [(m.group().casefold(), m.start(), m.end()) for m in re.finditer(WORD, span.text)]
    single = [(f, s, e) for w, s, e in words for f in _guess_lemmas(w, forms)]
    pairs = [
        (f"{f} {w}", s, e)
        for (first, s, _), (w, _, e) in pairwise(words)
        for f in _guess_lemmas(first, forms)
    ]
    lemmas = tuple((f, span.start + s, span.start + e) for f, s, e in [*pairs, *single])
    return CueWords(span.text, span.start, lemmas)


def _guess_lemmas(word: str, known: dict[str, str]) -> list[str]:
    """The word, its dictionary form where the lexicon has it, and what is left without an ending."""
    out = [word]
    if word in known:
        out.append(known[word])
    for ending in ("s", "es", "d", "ed", "ing"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word[: -len(ending)]
            out += [stem, stem + "e"] if ending == "ing" else [stem]
    if word.endswith(("ied", "ies")):
        out.append(word[:-3] + "y")
    return list(dict.fromkeys(out))
