"""Articles annotated with speakers → candidates to rank, each with whether it is the right one.

Of every article two readings are learned from: the claims that the pipeline finds, matched to the annotated
ones, and the annotated ones themselves. The candidates of each are those the pipeline would rank.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from secondhand.claim import Claim, Span, Stance
from secondhand.pipeline.doc import state
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.asked import read_asked
from secondhand.pipeline.speakers.candidates import Candidate, list_candidates
from secondhand.pipeline.speakers.component import read_scene
from secondhand.pipeline.speakers.linker import find_asked_word, find_words_for
from secondhand.pipeline.speakers.ranker import ABSENT, Ranker
from secondhand.pipeline.speakers.resolve import describe_candidates
from secondhand.pipeline.speakers.scene import Scene
from secondhand.publication import publisher_link
from secondhand.training.claim_scores import pairs, same

Gold = Mapping[str, Any]
"""an annotated claim"""


@dataclass(slots=True)
class Examples:
    """Candidates, one a row, those of one claim one after another."""

    names: dict[str, int] = field(default_factory=dict)
    """name of a feature → its column"""
    rows: list[list[npt.NDArray[np.float32]]] = field(default_factory=list)
    """by claim"""
    right: list[npt.NDArray[np.bool_]] = field(default_factory=list)
    """by claim, whether each candidate is the right one"""
    article: list[int] = field(default_factory=list)
    """by claim, the number of its article"""
    found: list[bool] = field(default_factory=list)
    """by claim, whether the pipeline found it"""
    asked: list[int] = field(default_factory=list)
    """by claim, the number of the token that is asked for"""
    words: list[list[tuple[int, ...]]] = field(default_factory=list)
    """by claim, the numbers of the tokens that mean each candidate"""

    def add(
        self,
        rows: Sequence[Mapping[str, float]],
        right: Sequence[bool],
        article: int,
        found: bool,
        asked: int = 0,
        words: Sequence[tuple[int, ...]] = (),
    ) -> None:
        """Add the candidates of one claim."""
        self.asked.append(asked)
        self.words.append(list(words))
        for row in rows:
            for name in row:
                self.names.setdefault(name, len(self.names))
        self.rows.append([self._vector(row) for row in rows])
        self.right.append(np.array(right, bool))
        self.article.append(article)
        self.found.append(found)

    def _vector(self, row: Mapping[str, float]) -> npt.NDArray[np.float32]:
        vector = np.full(len(self.names), ABSENT, np.float32)
        for name, value in row.items():
            vector[self.names[name]] = value
        return vector

    def matrix(self) -> npt.NDArray[np.float32]:
        """Return all rows, one below another."""
        every = [row for rows in self.rows for row in rows]
        out = np.full((len(every), len(self.names)), ABSENT, np.float32)
        for at, row in enumerate(every):
            out[at, : len(row)] = row
        return out

    def sizes(self) -> list[int]:
        """Return how many candidates each claim has."""
        return [len(right) for right in self.right]


def add_article(
    examples: Examples, doc: Doc, gold: Sequence[Gold], article: int, ranker: Ranker | None = None
) -> None:
    """Add the claims on ``doc``, and the annotated ones ``gold``, of article number ``article``.

    Who spoke before is whom ``ranker`` ranks first, or, without one, whom the annotation says.
    """
    claims = state.load_claims(doc)
    matched = {pair.claim.id: pair.gold for pair in pairs(doc.text, list(map(dict, gold)), claims)}
    _add_claims(examples, read_scene(doc), claims, matched, article, ranker, found=True)
    annotated = [claim_of_gold(doc, one) for one in gold if one["offsets"]["content"]]
    scene = read_scene(doc)
    scene.claims = {claim.id: claim for claim in annotated}
    by_id = {one["id"]: one for one in gold}
    _add_claims(examples, scene, annotated, by_id, article, ranker, found=False)


def _add_claims(
    examples: Examples,
    scene: Scene,
    claims: Sequence[Claim],
    gold: Mapping[str, Gold],
    article: int,
    ranker: Ranker | None,
    *,
    found: bool,
) -> None:
    for claim in claims:
        asked = read_asked(scene, claim)
        candidates = list_candidates(scene, asked)
        rows = describe_candidates(scene, asked, candidates)
        wanted = gold.get(claim.id)
        right = judge(candidates, wanted["speaker"]["name"]) if wanted else []
        if right:
            words = [find_words_for(scene, asked, candidate) for candidate in candidates]
            examples.add(rows, right, article, found, find_asked_word(scene, asked), words)
        if ranker is not None:
            entity = candidates[int(ranker.rank(rows).argmax())].entity
        else:
            entity = _find_annotated(scene, candidates, right, wanted)
        scene.add_turn(claim, entity)


def judge(candidates: Sequence[Candidate], name: str) -> list[bool]:
    """Say of each candidate whether it is ``name``; where some bear just that name, only they are."""
    told = [candidate.entity.name if candidate.entity else "unknown" for candidate in candidates]
    exact = [one.casefold() == name.casefold() for one in told]
    return exact if any(exact) else [same(name, one) for one in told]


def _find_annotated(
    scene: Scene, candidates: Sequence[Candidate], right: Sequence[bool], wanted: Gold | None
) -> Entity | None:
    """Return who the annotation says speaks, as one of the candidates where it is one."""
    if wanted is None or wanted["speaker"]["name"] == "unknown":
        return None
    hit = next((c.entity for c, ok in zip(candidates, right, strict=True) if ok), None)
    return hit or Entity(wanted["speaker"]["name"], wanted["speaker"]["type"])


def claim_of_gold(doc: Doc, gold: Gold) -> Claim:
    """Return an annotated claim as the pipeline leaves it before it is resolved."""
    parts = {name: list(_spans(doc.text, gold, name)) for name in ("content", "cue", "source")}
    starts = [start for start, _ in state.load_origin(doc).paragraphs]
    first = min(span.start for spans in parts.values() for span in spans)
    return Claim(
        gold["id"],
        gold["parent"],
        max(0, bisect_right(starts, first) - 1),
        gold["kind"],
        tuple(parts["content"]),
        next(iter(parts["cue"]), None),
        tuple(parts["source"]),
        None,
        "none",
        None,
        (publisher_link(),),
        Stance("certain", "neutral"),
        0.9,
    )


def _spans(text: str, gold: Gold, part: str) -> Iterator[Span]:
    for start, end in gold["offsets"][part]:
        yield Span(start, end, text[start:end])
