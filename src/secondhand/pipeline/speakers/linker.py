"""How likely each candidate is the speaker, by what the encoder makes of the words for them.

The word that is asked for is compared with the words that name a candidate, these weighed by how well they
fit (attention); that, beside what tells for the candidate, goes through two layers, with a softmax over the
candidates of one claim. Fitted by ``secondhand.training.links``.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from secondhand.pipeline.network.word_views import Views
from secondhand.pipeline.speakers.asked import Asked
from secondhand.pipeline.speakers.candidates import Candidate
from secondhand.pipeline.speakers.ranker import make_table
from secondhand.pipeline.speakers.scene import Scene

Floats = npt.NDArray[np.float32]
MOST = 6
"""words for a candidate that are compared at most"""
LAST = 4
"""those of them that stand last before the source ends"""
EXTREME = 5.0
"""standard deviations from the mean beyond which a feature tells no more"""


def find_asked_word(scene: Scene, asked: Asked) -> int:
    """Return the number of the token that is asked for: the head of the source, or where the cue begins."""
    return asked.head.i if asked.given else scene.token_at(asked.start).i


def find_words_for(scene: Scene, asked: Asked, candidate: Candidate) -> tuple[int, ...]:
    """Return the numbers of the tokens that mean ``candidate``: the last of each name; at most ``MOST``."""
    entity = candidate.entity
    names = entity.mentions if entity else []
    last = [span for span in names if span[0] < asked.end][-LAST:]
    kept = last + [span for span in names if span not in last][: MOST - len(last)]
    if kept:
        return tuple(scene.token_at(end - 1).i for _, end in kept)
    if candidate.head is not None:
        return (candidate.head.i,)
    return tuple(scene.token_at(at).i for at in scene.list_places(entity)[-2:])


@dataclass(frozen=True, slots=True, eq=False)
class Linker:
    """The layers, each a matrix with a column more for what is added."""

    features: tuple[str, ...]
    layers: Mapping[str, Floats]
    """by name: "nobody" (size,), "mean" and "deviation" (features,), "words" (width, 3 × size + 1), "told"
    (width, features), "scale" and "shift" (width,), "inner" (·, width + 1), "outer" (1, · + 1)"""

    @classmethod
    def from_bytes(cls, data: bytes) -> Linker:
        """Read one from ``to_bytes``; raises ValueError or KeyError where it is none."""
        with np.load(io.BytesIO(data), allow_pickle=False) as kept:
            layers = {name: kept[name].astype(np.float32) for name in kept.files if name != "features"}
            return cls(tuple(str(kept["features"]).split("\n")), layers)

    @classmethod
    def from_disk(cls, path: Path) -> Linker:
        """Read one from file ``path``; raises OSError where it is missing."""
        return cls.from_bytes(path.read_bytes())

    def to_bytes(self) -> bytes:
        """Return it as NumPy's compressed archive, in half precision."""
        out = io.BytesIO()
        kept: dict[str, Any] = {name: layer.astype(np.float16) for name, layer in self.layers.items()}
        np.savez_compressed(out, features=np.array("\n".join(self.features)), **kept)
        return out.getvalue()

    def score(
        self, views: Views, asked: int, words: Sequence[Sequence[int]], rows: Sequence[Mapping[str, float]]
    ) -> Floats:
        """Return the logarithm of how likely each candidate is.

        ``asked`` is the number of the token asked for, ``words`` those of the tokens that mean each
        candidate, ``rows`` what tells for each.
        """
        size = views.shape[1] // 2
        wanted = views[asked, :size].astype(np.float32)
        means = np.stack([self._gather(views[list(one), size:], wanted) for one in words])
        told = ((make_table(rows, self.features) - self.layers["mean"]) / self.layers["deviation"]).clip(
            -EXTREME, EXTREME
        )
        both = np.concatenate([np.broadcast_to(wanted, means.shape), means, wanted * means], 1)
        seen = _apply(self.layers["words"], both) + told @ self.layers["told"].T
        seen = (seen - seen.mean(1, keepdims=True)) / np.sqrt(seen.var(1, keepdims=True) + 1e-5)
        seen = np.maximum(seen * self.layers["scale"] + self.layers["shift"], 0)
        scores = _apply(self.layers["outer"], np.maximum(_apply(self.layers["inner"], seen), 0))[:, 0]
        below = scores - scores.max()
        out: Floats = below - np.log(np.exp(below).sum())
        return out

    def _gather(self, views: Views, wanted: Floats) -> Floats:
        """Return the mean of ``views``, those the most that fit what is ``wanted``; of none "nobody"."""
        if not len(views):
            return self.layers["nobody"]
        means = views.astype(np.float32)
        fits = means @ wanted / np.sqrt(np.float32(len(wanted)))
        odds = np.exp(fits - fits.max())
        out: Floats = (odds / odds.sum()) @ means
        return out


def _apply(layer: Floats, given: Floats) -> Floats:
    out: Floats = given @ layer[:, :-1].T + layer[:, -1]
    return out
