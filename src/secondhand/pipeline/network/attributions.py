"""Scores → attributions: which words are a cue, and whose source and content they name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from secondhand.pipeline.network import viterbi
from secondhand.pipeline.network.encoder import Encoder, Floats, Ints, TrunkScores, softmax
from secondhand.pipeline.network.manner import Manner, read_manners
from secondhand.pipeline.network.windows import Window
from secondhand.spans import Range, merge

SOURCE, CONTENT, RELAY = 1, 3, 5
"""the role labels that begin each part; each is followed by the one that goes on with it"""
LEAST_FELT = 0.92
"""a word is of something felt about where that it is of none is less likely than this"""
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
class Felt:
    """Words inside a content for something its claim is against or for."""

    start: int
    end: int
    against: float
    """how likely it is against"""
    for_: float
    """how likely it is for"""


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


def decode_attributions(
    encoder: Encoder, window: Window, scores: TrunkScores, settings: Settings
) -> Iterator[Attribution]:
    """Yield the attributions whose cue the window owns, of any depth, in the order of their cues."""
    cues = [c for c in _decode_cues(scores.cue, settings.bias) if c[0] >= window.context]
    if not cues:
        return
    count = len(window.first)
    spans = np.array(cues, dtype=np.int64)
    given, felt = encoder.score_roles(
        scores.words,
        spans[:, 0],
        spans[:, 1] - 1,
        np.stack([viterbi.bucket_distances(count, lo, hi) for lo, hi in cues]),
        np.stack([viterbi.bucket_paragraphs(window.paragraphs, lo) for lo, _ in cues]),
    )
    for row, (lo, hi) in enumerate(cues):
        barred = np.zeros(count, dtype=bool)
        barred[lo:hi] = True
        given[row, barred, 1:] = -1e4
    labels = viterbi.find_best_labels(
        given, np.array(settings.step, np.float32), np.array(settings.begin, np.float32)
    )
    sure = np.log(softmax(given) + 1e-9)
    parts = [(labels == first) | (labels == first + 1) for first in (SOURCE, CONTENT)]
    manners = read_manners(encoder.score_manners(scores.manner, spans[:, 0], spans[:, 1] - 1, *parts))
    for row, (lo, hi) in enumerate(cues):
        found = _make_attribution(window, scores.cue, (lo, hi), labels[row], sure[row])
        if found.content:
            things = _read_felt(window, softmax(felt[row]), parts[1][row])
            yield replace(found, manner=manners[row], felt=tuple(things))


def _decode_cues(cue: Floats, bias: float) -> list[Range]:
    """Return first and end word of each run of cue labels."""
    scores = np.log(cue + 1e-9)
    scores[:, 0] += bias
    return find_runs(scores.argmax(1), 1)


def find_runs(labels: Ints, begin: int) -> list[Range]:
    """Return (first, end) of each run of B (``begin``) and I (``begin`` + 1) labels."""
    found: list[list[int]] = []
    for at in np.flatnonzero((labels == begin) | (labels == begin + 1)).tolist():
        if found and found[-1][1] == at and labels[at] != begin:
            found[-1][1] = at + 1
        else:
            found.append([at, at + 1])
    return [(lo, hi) for lo, hi in found]


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


def _read_felt(window: Window, felt: Floats, content: npt.NDArray[np.bool_]) -> Iterator[Felt]:
    """Yield each run of words inside ``content`` that are likelier against or for than neither.

    ``felt`` (words, 5) are the probabilities of none and of B and I of each.
    """
    some = content & (felt[:, 0] < LEAST_FELT)
    begins = felt[:, 1] + felt[:, 3] > felt[:, 2] + felt[:, 4]
    labels = np.where(some, np.where(begins, 1, 2), 0)
    for lo, hi in find_runs(labels, 1):
        chance = felt[lo:hi].max(0)
        start, end = _to_characters(window.offsets, (lo, hi))
        yield Felt(start, end, *(round(float(max(chance[i], chance[i + 1])), 3) for i in (1, 3)))


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
