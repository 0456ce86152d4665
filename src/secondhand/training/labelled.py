"""A text with labels laid over its characters: what every corpus is read into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Labels = npt.NDArray[np.int64]
Spans = Sequence[Sequence[int]]

ENTITIES = ("PERSON", "ORG", "LOC", "NORP")
"""kinds of named entity; LOC is a place of any kind, NORP a nationality, religion or political group"""

IGNORE = -100
"""the label of characters nobody labelled"""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a treebank; offsets are code points into the text."""

    start: int
    end: int
    tag: str
    """part of speech and features, as ``NOUN|Number=Sing``"""
    head: int
    """index of the governing token among those of the text; its own for the root of a sentence"""
    relation: str
    """what it is to its head, without the subtype"""


@dataclass(frozen=True, slots=True)
class Target:
    """Words somebody has a feeling towards, or none."""

    start: int
    end: int
    feeling: int
    """0 against, 1 none, 2 for"""


@dataclass(frozen=True, slots=True)
class MannerLabels:
    """How one attribution is meant; each is an index into its tuple."""

    commitment: int
    """in ``COMMITMENTS``"""
    framing: int
    """in ``FRAMINGS``"""
    speaker: int
    """in ``SPEAKERS``: what kind of speaker it has"""
    attitudes: tuple[tuple[int, int, int], ...] = ()
    """start, end and polarity (0 against, 1 for) of the words for each thing it has an attitude to"""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and what is known of its characters; offsets are code points."""

    id: str
    text: str
    paragraphs: list[tuple[int, int]]
    attributions: list[dict[str, Spans]] | None = None
    """spans by part, or None where the text was not annotated so"""
    manners: list[MannerLabels] | None = None
    """how each of ``attributions`` is meant; None where that is not known, nor what is nested in contents"""
    annotated: frozenset[int] = frozenset()
    """which of ``attributions`` have contents that are annotated, where ``manners`` is None"""
    sentences: set[int] | None = None
    """offsets where sentences begin, or None"""
    entities: list[tuple[int, int, str]] | None = None
    """start, end and kind of the named entities, or None"""
    tokens: list[Token] | None = None
    """the words with their parses, or None"""
    mentions: list[tuple[int, int]] | None = None
    """offset of the head word and number of the group of every mention, or None"""
    targets: list[Target] | None = None
    """feelings towards words of the text, each within its own paragraph, or None"""
    facts: list[tuple[int, float]] | None = None
    """offset of a predicate and how factual it is presented, −3 … 3, or None"""


@dataclass(slots=True)
class Builder:
    """Lays words out as text."""

    text: str = ""
    sentences: set[int] = field(default_factory=set)
    entities: list[tuple[int, int, str]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    gap: str = ""

    tokens: list[Token] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)

    def word(self, form: str, *, space: bool) -> None:
        """Add a word, with a space after it or not."""
        self.text += self.gap
        self.spans.append((len(self.text), len(self.text) + len(form)))
        self.text += form
        self.gap = " " if space else ""

    def sentence(self, words: Sequence[str]) -> None:
        """Add the words of a sentence that is only known word by word, with spaces where print has them."""
        for word, after in zip(words, [*words[1:], ""], strict=True):
            self.word(
                word,
                space=after[:1] not in tuple(".,;:!?)]%")
                and word not in tuple("([$")
                and not after.startswith(("'s", "n't", "’s")),
            )

    def label(
        self, name: str, *, sentences: bool = True, entities: bool = True, mentions: bool = False
    ) -> Labelled:
        """Return the text with what was laid over it."""
        breaks = [i for i in range(len(self.text) - 1) if self.text.startswith("\n\n", i)]
        edges = [0, *(b + 2 for b in breaks)]
        ends = [*breaks, len(self.text)]
        pairs = [(s, e) for s, e in zip(edges, ends, strict=True) if s < e]
        return Labelled(
            name,
            self.text,
            pairs,
            sentences=self.sentences if sentences else None,
            entities=self.entities if entities else None,
            tokens=self.tokens or None,
            mentions=self.mentions if mentions else None,
        )
