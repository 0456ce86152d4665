"""Scores → attributions: which words are a cue, and whose source and content they name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from secondhand.pipeline.network import viterbi
from secondhand.pipeline.network.contents import (
    Felt,
    find_inner_cues,
    find_runs,
    look_at_contents,
    read_felt,
)
from secondhand.pipeline.network.encoder import Encoder, Floats, Ints, Scores, softmax
from secondhand.pipeline.network.manner import Manner, read_manners
from secondhand.pipeline.network.windows import Window
from secondhand.spans import Range, merge

SOURCE, CONTENT, RELAY = 1, 3, 5
"""the role labels that begin each part; each is followed by the one that goes on with it"""
Maker = Literal["network", "layout", "words"]
"""what an attribution was found by: the heads, or a rule by the layout or by the words themselves"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What was chosen or fitted on the development data."""

    bias: float
    """added to the score of "no cue" before the best label is taken"""
    step: tuple[tuple[float, ...], ...]
    """scores of going from one role label to the next"""
    begin: tuple[float, ...]
    """scores of the first role label"""
    calibration: tuple[float, ...]
    """intercept and weights of the logistic regression over ``Attribution.evidence``"""
    tags: tuple[str, ...] = ()
    """part of speech and features, as the tag head numbers them"""
    relations: tuple[str, ...] = ()
    """dependency relations, as the relation head numbers them"""
    temperature: float = 1.0
    """what the scores of feelings are divided by, so that their probabilities are those of being right"""

    def to_json(self) -> str:
        """Return these settings as JSON."""
        return json.dumps(asdict(self), indent=1)

    @classmethod
    def from_json(cls, text: str) -> Settings:
        """Read settings from ``to_json``."""
        record = json.loads(text)
        return cls(
            record["bias"],
            tuple(tuple(row) for row in record["step"]),
            tuple(record["begin"]),
            tuple(record["calibration"]),
            tuple(record.get("tags", ())),
            tuple(record.get("relations", ())),
            record.get("temperature", 1.0),
        )


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as the heads see it; offsets are code points into the text."""

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    group: int
    """index of the paragraph the cue stands in"""
    evidence: tuple[float, ...] = ()
    """log-probability of the cue, mean log-probability of the source's and of the content's labels"""
    made_by: Maker = "network"
    relay: tuple[Range, ...] = ()
    """words that say through whom it came, as "told CNN" and "citing officials" do"""
    manner: Manner | None = None
    """how it is meant; of one that a rule found None"""
    felt: tuple[Felt, ...] = ()
    """what its content has an attitude to"""

    @property
    def extent(self) -> Range:
        """Where the first of its parts begins and the last one ends."""
        parts = (*self.content, *self.source, self.cue)
        return min(s for s, _ in parts), max(e for _, e in parts)

    @property
    def certain(self) -> bool:
        """Whether a rule found it, which is never in doubt."""
        return self.made_by != "network"

    @property
    def cue_score(self) -> float:
        """The log-probability of the cue; of one that a rule found 0, as nothing is surer."""
        return self.evidence[0] if self.evidence else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class RoleLabels:
    """What the role head says of the words of a window, one row a cue."""

    labels: Ints
    """the likeliest label of each word, shape (cues, words)"""
    sure: Floats
    """log-probability of each label, shape (cues, words, labels)"""

    def mark(self, first: int) -> npt.NDArray[np.bool_]:
        """Return which words are of the part that the label ``first`` begins."""
        out: npt.NDArray[np.bool_] = (self.labels == first) | (self.labels == first + 1)
        return out


def decode_attributions(
    encoder: Encoder, window: Window, scores: Scores, settings: Settings
) -> Iterator[Attribution]:
    """Yield the attributions whose cue the window owns, of any depth.

    Those that the cue head finds come first, then those that a closer look at their contents finds there.
    """
    cues = [c for c in _decode_cues(scores.cue, settings.bias) if c[0] >= window.context]
    if not cues:
        return
    roles = _decode_roles(encoder, window, scores, settings, cues)
    look = look_at_contents(encoder, scores, cues, roles.mark(CONTENT))
    yield from _make_attributions(encoder, window, scores, cues, roles, look.felt)
    met, likely = find_inner_cues(look, cues)
    inner = [c for c in met if c[0] >= window.context]
    if inner:
        roles = _decode_roles(encoder, window, scores, settings, inner)
        look = look_at_contents(encoder, scores, inner, roles.mark(CONTENT))
        told = replace(scores, cue=likely)
        yield from _make_attributions(encoder, window, told, inner, roles, look.felt)


def _decode_roles(
    encoder: Encoder, window: Window, scores: Scores, settings: Settings, cues: Sequence[Range]
) -> RoleLabels:
    """Return the roles of the words of ``window`` in the claims of ``cues``."""
    count = len(window.first)
    spans = np.array(cues, dtype=np.int64)
    given = encoder.score_roles(
        scores.words,
        spans[:, 0],
        spans[:, 1] - 1,
        np.stack([viterbi.bucket_distances(count, lo, hi) for lo, hi in cues]),
        np.stack([viterbi.bucket_paragraphs(window.paragraphs, lo) for lo, _ in cues]),
    )
    for row, (lo, hi) in enumerate(cues):
        given[row, lo:hi, 1:] = -1e4
    steps = np.array(settings.step, np.float32), np.array(settings.begin, np.float32)
    return RoleLabels(viterbi.find_best_labels(given, *steps), np.log(softmax(given) + 1e-9))


def _make_attributions(
    encoder: Encoder, window: Window, scores: Scores, cues: Sequence[Range], roles: RoleLabels, felt: Floats
) -> Iterator[Attribution]:
    """Yield what ``cues`` attribute, those that have a content."""
    spans = np.array(cues, dtype=np.int64)
    parts = roles.mark(SOURCE), roles.mark(CONTENT)
    manners = read_manners(encoder.score_manners(scores.manner, spans[:, 0], spans[:, 1] - 1, *parts))
    for row, cue in enumerate(cues):
        found = _make_attribution(window, scores.cue, cue, roles.labels[row], roles.sure[row])
        if found.content:
            yield replace(found, manner=manners[row], felt=tuple(read_felt(window, felt[row])))


def _decode_cues(cue: Floats, bias: float) -> list[Range]:
    """Return first and end word of each run of cue labels."""
    scores = np.log(cue + 1e-9)
    scores[:, 0] += bias
    return find_runs(scores.argmax(1), 1)


def _make_attribution(window: Window, cue: Floats, at: Range, labels: Ints, sure: Floats) -> Attribution:
    source = find_runs(labels, SOURCE)
    if len(source) > 1:
        source = [max(source, key=lambda r: float(sure[r[0] : r[1], 1:3].max(1).sum() + (r[1] - r[0]) * 2))]
    content = merge(find_runs(labels, CONTENT))
    evidence = (
        float(np.log(1 - cue[at[0] : at[1], 0].min() + 1e-9)),
        _average(sure, labels, source),
        _average(sure, labels, content),
    )
    offsets = window.offsets
    return Attribution(
        _to_characters(offsets, at),
        tuple(_to_characters(offsets, r) for r in source),
        tuple(_to_characters(offsets, r) for r in content),
        int(window.paragraphs[at[0]]),
        evidence,
        relay=tuple(_to_characters(offsets, r) for r in find_runs(labels, RELAY)),
    )


def _average(sure: Floats, labels: Ints, spans: Sequence[Range]) -> float:
    """Mean log-probability of the labels on ``spans``; where there are none, that of none anywhere."""
    picked = sure[np.arange(len(labels)), labels]
    if not spans:
        return float(sure[:, 0].min())
    return float(np.concatenate([picked[lo:hi] for lo, hi in spans]).mean())


def _to_characters(offsets: npt.NDArray[np.int64], span: Range) -> Range:
    return int(offsets[span[0], 0]), int(offsets[span[1] - 1, 1])


def estimate_confidence(evidence: Sequence[float], calibration: Sequence[float]) -> float:
    """Return the calibrated probability that an attribution is right (Platt, 1999).

    ``calibration`` are intercept and weights; without any ``evidence`` it is that of the surest.
    """
    total = calibration[0] + sum(w * x for w, x in zip(calibration[1:], evidence, strict=bool(evidence)))
    return float(1 / (1 + np.exp(-total)))
