"""How likely each candidate is the speaker: by the trees, and by the words for them where those are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import srsly

from secondhand.pipeline.speakers.asked import Asked
from secondhand.pipeline.speakers.candidates import Candidate
from secondhand.pipeline.speakers.linker import Linker, find_asked_word, find_words_for
from secondhand.pipeline.speakers.ranker import Ranker
from secondhand.pipeline.speakers.scene import Scene

TREES, WORDS = "ranker.npz", "linker.npz"
"""files of the weights"""
SHARE = 0.4
"""of the words in the weighted geometric mean of both chances"""


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """What was learned of the candidates for a speaker."""

    trees: Ranker
    words: Linker | None = None

    @classmethod
    def from_disk(cls, folder: Path) -> Ranking:
        """Read it from ``folder``; raises OSError where a file is missing."""
        return cls(Ranker.from_disk(folder / TREES), Linker.from_disk(folder / WORDS))

    @classmethod
    def from_bytes(cls, data: bytes) -> Ranking:
        """Read it from ``to_bytes``."""
        kept = srsly.msgpack_loads(data)
        words = Linker.from_bytes(kept[WORDS]) if kept[WORDS] else None
        return cls(Ranker.from_bytes(kept[TREES]), words)

    def to_bytes(self) -> bytes:
        """Return the bytes of both."""
        words = self.words.to_bytes() if self.words else None
        return bytes(srsly.msgpack_dumps({TREES: self.trees.to_bytes(), WORDS: words}))

    def to_disk(self, folder: Path) -> None:
        """Write it into ``folder``."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / TREES).write_bytes(self.trees.to_bytes())
        if self.words:
            (folder / WORDS).write_bytes(self.words.to_bytes())

    def rank(
        self, scene: Scene, asked: Asked, found: Sequence[Candidate], rows: Sequence[Mapping[str, float]]
    ) -> npt.NDArray[np.float64]:
        """Return how likely each candidate is: 1 in all; ``rows`` tell for each of ``found``."""
        chances = self.trees.rank(rows)
        if self.words is None or not scene.views.shape[1]:
            return chances
        words = [find_words_for(scene, asked, candidate) for candidate in found]
        likely = self.words.score(scene.views, find_asked_word(scene, asked), words, rows)
        odds = np.exp((1 - SHARE) * np.log(chances + 1e-9) + SHARE * likely)
        return np.asarray(odds / odds.sum())
