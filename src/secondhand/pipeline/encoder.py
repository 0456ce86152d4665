"""The ONNX sessions: windows of word pieces in, scores for every word out.

One encoder pass a window serves every head. The sessions are reopened after pickling.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from secondhand.pipeline import pieces
from secondhand.pipeline.pieces import Window

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

BATCH = 8
"""windows in one pass"""
FILES = ("encoder.onnx", "roles.onnx", "tokenizer.json")


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of one window's words."""

    cue: Floats
    """probability of O, B and I, shape (words, 3)"""
    sentence: Floats
    """probability that a sentence begins at the word, shape (words,)"""
    entity: Floats
    """probability of O and of B and I of each kind, shape (words, 1 + 2 × kinds)"""
    words: Floats
    """the role head's view of each word"""


class Encoder:
    """Weights and tokenizer, ready to read."""

    def __init__(self, assets: dict[str, bytes]) -> None:
        """Open the sessions; ``assets`` holds the bytes of each of ``FILES``."""
        self.assets = assets
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        self._encoder = _session(assets["encoder.onnx"], options)
        self._roles = _session(assets["roles.onnx"], options)
        self.tokenizer: Tokenizer = Tokenizer.from_str(assets["tokenizer.json"].decode("utf-8"))
        self.ends = pieces.ends(self.tokenizer)

    @classmethod
    def open(cls, folder: Path) -> Encoder:
        """Open the weights in ``folder``; raises OSError where one is missing."""
        return cls({name: (folder / name).read_bytes() for name in FILES})

    def __reduce__(self) -> tuple[Any, ...]:
        return (Encoder, (self.assets,))

    def read(self, windows: Sequence[Window]) -> list[Scores]:
        """Return the scores of each window, ``BATCH`` windows of like length a pass."""
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids))
        out: dict[int, Scores] = {}
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            results = self._pass([windows[i] for i in batch])
            for row, i in enumerate(batch):
                cue, sentence, entity, words = (r[row, : len(windows[i].first)] for r in results)
                out[i] = Scores(softmax(cue), softmax(sentence)[:, 1], softmax(entity), words)
        return [out[i] for i in range(len(windows))]

    def _pass(self, batch: Sequence[Window]) -> list[Floats]:
        pieces = max(len(w.ids) for w in batch)
        words = max(len(w.first) for w in batch)
        given = {
            "ids": np.zeros((len(batch), pieces), np.int64),
            "mask": np.zeros((len(batch), pieces), np.int64),
            "features": np.zeros((len(batch), pieces, 3), np.int64),
            "first": np.zeros((len(batch), words), np.int64),
        }
        for i, window in enumerate(batch):
            given["ids"][i, : len(window.ids)] = window.ids
            given["mask"][i, : len(window.ids)] = 1
            given["features"][i, : len(window.ids)] = window.features
            given["first"][i, : len(window.first)] = window.first
        return list(self._encoder.run(None, given))

    def roles(self, words: Floats, begin: Ints, end: Ints, distance: Ints, paragraph: Ints) -> Floats:
        """Return role scores, shape (cues, words, roles), of the cues of one window.

        ``words`` is ``Scores.words``; ``begin`` and ``end`` hold each cue's first and last word;
        ``distance`` and ``paragraph``, shape (cues, words), the buckets of ``pipeline.roles``.
        """
        given = {"words": words, "begin": begin, "end": end, "distance": distance, "paragraph": paragraph}
        scores: Floats = self._roles.run(None, given)[0]
        return scores


def _session(weights: bytes, options: Any) -> Any:
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def softmax(scores: Floats) -> Floats:
    """Return the probabilities along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    out: Floats = raised / raised.sum(-1, keepdims=True)
    return out
