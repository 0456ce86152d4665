"""Scores against PolNeAR: the same definitions as everywhere in secondhand's reports.

Every figure is an F1 in per cent. ``source``, ``cue`` and ``content``: exact spans, each contiguous piece
one, without the punctuation at its ends. ``found``: the cues overlap. ``attribution``: content and source
both overlap by half (characters, intersection over union). ``strict``: both exactly right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

EDGE = frozenset(" \t\r\n.,;:!?\"'“”‘’«»()[]`-–—…")
PARTS = ("source", "cue", "content")

BINS = 10

Ranges = Sequence[Sequence[int]]


@dataclass(slots=True)
class Tally:
    """Hits and counts, added up over articles."""

    exact: dict[str, list[int]] = field(default_factory=lambda: {p: [0, 0, 0] for p in PARTS})
    gold: int = 0
    predicted: int = 0
    found: int = 0
    attribution: int = 0
    strict: int = 0

    def figures(self) -> dict[str, float]:
        """Return the scores."""
        out = {part: _f1(*row) for part, row in self.exact.items()}
        for name in ("found", "attribution", "strict"):
            out[name] = _f1(getattr(self, name), self.gold, self.predicted)
        return out


def _f1(hits: int, gold: int, predicted: int) -> float:
    return round(200 * hits / max(1, gold + predicted), 1)


def characters(text: str, spans: Ranges) -> frozenset[int]:
    """Return the offsets of ``spans`` that hold no edge character."""
    return frozenset(i for s, e in spans for i in range(s, e) if text[i] not in EDGE)


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the intersection over union; two empty sets agree."""
    return len(one & other) / len(one | other) if one | other else 1.0


def _pieces(text: str, spans: Ranges) -> set[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted((s, e) for s, e in spans):
        while start < end and text[start] in EDGE:
            start += 1
        while end > start and text[end - 1] in EDGE:
            end -= 1
        if start == end:
            continue
        gap = text[out[-1][1] : start] if out else None
        if gap is not None and len(gap) <= 2 and all(c in EDGE for c in gap):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return set(out)


Pair = tuple[dict[str, Ranges], dict[str, Ranges]]


def pair(
    text: str, gold: Sequence[dict[str, Ranges]], predicted: Sequence[dict[str, Ranges]]
) -> list[tuple[int, int, bool, bool, bool]]:
    """Pair attributions one to one, best overlap first: gold and predicted index, found, right, exact."""
    golds = [{p: characters(text, a[p]) for p in PARTS} for a in gold]
    ours = [{p: characters(text, a[p]) for p in PARTS} for a in predicted]
    ranked = sorted(
        (
            (overlap(g["content"], p["content"]) + 0.2 * overlap(g["cue"], p["cue"]), i, j)
            for i, g in enumerate(golds)
            for j, p in enumerate(ours)
            if g["content"] & p["content"] or g["cue"] & p["cue"]
        ),
        reverse=True,
    )
    used: tuple[set[int], set[int]] = (set(), set())
    out = []
    for _, i, j in ranked:
        if i in used[0] or j in used[1]:
            continue
        used[0].add(i)
        used[1].add(j)
        content = overlap(golds[i]["content"], ours[j]["content"])
        source = overlap(golds[i]["source"], ours[j]["source"])
        right, exact = content >= 0.5 and source >= 0.5, content == 1 and source == 1
        out.append((i, j, bool(golds[i]["cue"] & ours[j]["cue"]), right, exact))
    return out


def add(
    out: Tally, text: str, gold: Sequence[dict[str, Ranges]], predicted: Sequence[dict[str, Ranges]]
) -> None:
    """Add the hits and counts of one article to ``out``."""
    for part, row in out.exact.items():
        wanted = {f for a in gold for f in _pieces(text, a[part])}
        given = {f for a in predicted for f in _pieces(text, a[part])}
        row[0] += len(wanted & given)
        row[1] += len(wanted)
        row[2] += len(given)
    gold = [a for a in gold if characters(text, a["content"])]
    predicted = [a for a in predicted if characters(text, a["content"])]
    out.gold += len(gold)
    out.predicted += len(predicted)
    for _, _, found, right, exact in pair(text, gold, predicted):
        out.found += found
        out.attribution += right
        out.strict += exact


def tally(articles: Iterable[tuple[str, Sequence[dict[str, Ranges]], Sequence[dict[str, Ranges]]]]) -> Tally:
    """Add up (text, gold, predicted) triples."""
    out = Tally()
    for text, gold, predicted in articles:
        add(out, text, gold, predicted)
    return out


def calibration_error(sure: npt.NDArray[np.float64], right: npt.NDArray[np.bool_]) -> float:
    """Return the mean gap between confidence and share right, over ten equal bins of confidence."""
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    gaps = [
        abs(sure[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in set(bins.tolist())
    ]
    return float(sum(gaps))
