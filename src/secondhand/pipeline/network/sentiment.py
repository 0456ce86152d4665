"""What the words of a content say of somebody named in it: for, against, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.encoder import Encoder, Heads, softmax
from secondhand.pipeline.network.windows import Window
from secondhand.spans import Range

_SOMEBODY = re.compile(r"(?:he|him|his|she|her|they|them|it)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Feeling:
    """How likely the words around a target are against or for it."""

    cue: Range
    """of the attribution it is felt in"""
    target: Range
    against: float
    for_: float
    evidence: Range
    """the word outside the target that tells most of it"""


def read_feelings(
    encoder: Encoder,
    window: Window,
    heads: Heads,
    text: str,
    found: Sequence[Attribution],
    named: Sequence[tuple[int, int, str]],
    temperature: float = 1.0,
) -> tuple[Feeling, ...]:
    """Return the feelings of each attribution ``found`` towards the names and pronouns in its content.

    ``temperature`` divides the scores before they are made probabilities (Guo et al., 2017).
    """
    starts, ends = window.offsets[:, 0], window.offsets[:, 1]
    spoken = [(int(s), int(e)) for s, e in window.offsets.tolist() if _SOMEBODY.fullmatch(text, s, e)]
    places = [*((s, e) for s, e, kind in named), *spoken]
    asked, targets, within = [], [], []
    for attribution in found:
        inside = np.zeros(len(starts), dtype=bool)
        for start, end in attribution.content:
            inside |= (starts < end) & (ends > start)
        for start, end in places:
            on = inside & (starts < end) & (ends > start)
            if on.any():
                asked.append((attribution.cue, (start, end)))
                targets.append(on)
                within.append(inside)
    if not asked:
        return ()
    on = np.array(targets)
    scores, weight = encoder.score_feelings(heads.feeling, on.astype(np.float32), np.array(within))
    told = softmax(scores / np.float32(temperature))
    # Words of a letter or two tell of nothing by themselves.
    short = ends - starts < 3
    most = np.where(on | short, -1.0, weight).argmax(1)
    return tuple(
        Feeling(cue, target, float(p[0]), float(p[2]), (int(starts[w]), int(ends[w])))
        for (cue, target), p, w in zip(asked, told, most.tolist(), strict=True)
    )
