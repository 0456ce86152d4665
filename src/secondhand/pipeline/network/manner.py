"""How an attribution is meant, as the manner head sees it: commitment, framing, kind of speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from secondhand.pipeline.network.encoder import Floats, softmax

COMMITMENTS: Final = ("certain", "probable", "possible", "denied", "uncommitted")
FRAMINGS: Final = ("neutral", "endorsing", "distancing")
SPEAKERS: Final = ("person", "organization", "group", "document", "anonymous", "unknown")


@dataclass(frozen=True, slots=True)
class Manner:
    """Probabilities, each in the order of its names."""

    commitment: tuple[float, ...]
    """of ``COMMITMENTS``"""
    framing: tuple[float, ...]
    """of ``FRAMINGS``"""
    speaker: tuple[float, ...]
    """of ``SPEAKERS``"""


def read_manners(scores: Floats) -> list[Manner]:
    """Return the manner of each row of ``scores``, shape (cues, labels of all three)."""
    edges = np.cumsum([len(COMMITMENTS), len(FRAMINGS)])
    parts = [softmax(part).round(4).tolist() for part in np.split(scores, edges, axis=1)]
    return [Manner(*map(tuple, row)) for row in zip(*parts, strict=True)]
