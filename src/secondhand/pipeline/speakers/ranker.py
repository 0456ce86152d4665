"""How likely each candidate is the speaker: trees that were boosted to put the right one first.

Gradient-boosted regression trees over the features of a claim and a candidate, with a softmax over the
candidates of one claim (ListNet: Cao et al., 2007, with trees). Fitted by ``secondhand.training.speakers``.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

import numpy as np
import numpy.typing as npt

ABSENT = -2.0
"""the value of a feature that tells nothing of a candidate"""
LEAF = -1
"""the feature of a node that is a leaf"""


@dataclass(frozen=True, slots=True, eq=False)
class Ranker:
    """The trees, one a row; a leaf leads to itself."""

    features: tuple[str, ...]
    feature: npt.NDArray[np.int16]
    """number of the feature a node asks about"""
    threshold: npt.NDArray[np.float32]
    left: npt.NDArray[np.int16]
    """the node to go on with where the feature is at most the threshold"""
    right: npt.NDArray[np.int16]
    value: npt.NDArray[np.float32]
    """what a leaf adds to the score"""

    @classmethod
    def from_bytes(cls, data: bytes) -> Ranker:
        """Read a ranker from ``to_bytes``; raises ValueError or KeyError where it is none."""
        with np.load(io.BytesIO(data), allow_pickle=False) as kept:
            names = tuple(str(kept["features"]).split("\n"))
            return cls(names, *(kept[name] for name in ("feature", "threshold", "left", "right", "value")))

    @classmethod
    def from_disk(cls, path: Path) -> Ranker:
        """Read a ranker from file ``path``; raises OSError where it is missing."""
        return cls.from_bytes(path.read_bytes())

    def to_bytes(self) -> bytes:
        """Return it as NumPy's compressed archive."""
        out = io.BytesIO()
        np.savez_compressed(
            out,
            features=np.array("\n".join(self.features)),
            feature=self.feature,
            threshold=self.threshold,
            left=self.left,
            right=self.right,
            value=self.value,
        )
        return out.getvalue()

    def rank(self, rows: Sequence[Mapping[str, float]]) -> npt.NDArray[np.float64]:
        """Return how likely each of ``rows``, the candidates of one claim, is the right one: 1 in all."""
        scores = self._score(make_table(rows, self.features))
        odds = np.exp(scores - scores.max())
        return np.asarray(odds / odds.sum())

    def _score(self, given: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """Return the sum of the leaves each row of ``given`` ends in."""
        # Every array is read as one row: to find places in two dimensions takes three times as long.
        first = np.arange(len(self.feature)) * self.feature.shape[1]
        row = np.arange(len(given))[:, None] * given.shape[1]
        node = np.tile(first, (len(given), 1))
        while ((asked := self.feature.take(node)) != LEAF).any():
            less = given.take(row + np.maximum(asked, 0)) <= self.threshold.take(node)
            node = first + np.where(less, self.left.take(node), self.right.take(node))
        return np.asarray(self.value.take(node).sum(axis=1, dtype=np.float64))


def make_table(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> npt.NDArray[np.float32]:
    """Return what ``rows`` tell under each of ``names``, ABSENT where that is nothing."""
    absent = dict.fromkeys(names, ABSENT)
    pick = itemgetter(*names)
    return np.array([pick({**absent, **row}) for row in rows], np.float32).reshape(len(rows), len(names))
