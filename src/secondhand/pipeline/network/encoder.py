"""The ONNX sessions: windows of word pieces in, scores for every word out.

One encoder pass a window serves every head: half-way up it forks into a trunk, which reads attributions,
and a branch for all else, left out where only attributions are asked for. The sessions are reopened after
pickling.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from secondhand.pipeline.network import windows
from secondhand.pipeline.network.windows import Window

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

NETWORKS = (
    "encoder.onnx", "branch.onnx", "roles.onnx", "contents.onnx", "manners.onnx", "relations.onnx",
    "feelings.onnx", "links.onnx",
)  # fmt: skip
PROBE = "probe.onnx"
"""one product in eight bits, whose sums tell how the processor adds up"""
PROBED = 32
"""numbers in a row that it multiplies"""
FILES = (*NETWORKS, PROBE, "tokenizer.json")
TRUNK = ("cue", "words", "manner")
HEADS = ("tag", "arc", "relation", "antecedent", "fact", "feeling")
BRANCH = ("sentence", "entity", *HEADS)


@dataclass(frozen=True, slots=True)
class Heads:
    """What the heads besides attribution say of one window's words."""

    tag: Floats
    """scores of part of speech with features, shape (words, tags)"""
    arc: Floats
    """score of each word (column) as the head of each (row), its own for a root; shape (words, words)"""
    relation: Floats
    """the relation head's views of each word, as a dependent and as a head"""
    antecedent: Floats
    """score of each word (column) as the antecedent of each (row), its own for none; shape (words, words)"""
    fact: Floats
    """how factual a predicate is presented, −3 … 3, shape (words, 1)"""
    feeling: Floats
    """the feeling head's views of each word"""


@dataclass(frozen=True, slots=True)
class TrunkScores:
    """What the trunk says of one window's words."""

    cue: Floats
    """probability of O, B and I, shape (words, 3)"""
    words: Floats
    """the role head's view of each word"""
    manner: Floats
    """the manner head's views of each word"""
    trunk: Floats
    """each word as the trunk's last layer has it, shape (words, size)"""


@dataclass(frozen=True, slots=True)
class Scores(TrunkScores):
    """What trunk and branch say of one window's words."""

    sentence: Floats
    """probability that a sentence begins at the word, shape (words,)"""
    entity: Floats
    """probability of O and of B and I of each kind, shape (words, 1 + 2 × kinds)"""
    heads: Heads
    """what the other heads say"""
    side: Floats
    """each word as the branch's last layer has it, shape (words, size)"""

    @property
    def states(self) -> Floats:
        """Each word as trunk and branch have it, shape (words, 2 × size)."""
        out: Floats = np.concatenate([self.trunk, self.side], 1)
        return out


class Encoder:
    """Weights and tokenizer, ready to read."""

    def __init__(self, assets: dict[str, bytes]) -> None:
        """Open the sessions; ``assets`` holds the bytes of each of ``FILES``."""
        self.assets = assets
        exact = is_exact_here(assets[PROBE])
        self._run = {name: _open_session(assets[name], exact=exact) for name in NETWORKS}
        self.tokenizer: Tokenizer = Tokenizer.from_str(assets["tokenizer.json"].decode("utf-8"))
        self.ends = windows.find_end_ids(self.tokenizer)

    @classmethod
    def open(cls, folder: Path) -> Encoder:
        """Open the weights in ``folder``, unless that has begun; raises OSError where one is missing."""
        early = _EARLY.pop(folder, None)
        return early.result() if early else _read_weights(folder)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Encoder, (self.assets,))

    def read(self, window: Window) -> Scores:
        """Return all scores of one window.

        Windows are not batched: int8 takes its scale from all of a pass, and what a window says must not
        depend on what happens to be read with it.
        """
        claimed, shared = self._run_trunk(window)
        asked = [*BRANCH, "side"]
        told = self._run["branch.onnx"].run(asked, {"shared": shared, "first": window.first[None]})
        sentence, entity, *heads, side = (result[0] for result in told)
        return Scores(
            claimed.cue,
            claimed.words,
            claimed.manner,
            claimed.trunk,
            softmax(sentence)[:, 1],
            softmax(entity),
            Heads(*heads),
            side,
        )

    def _run_trunk(self, window: Window) -> tuple[TrunkScores, Floats]:
        """Return what the trunk says, and what the branch goes on from."""
        given = {
            "ids": window.ids[None],
            "features": window.features[None],
            "first": window.first[None],
        }
        asked = [*TRUNK, "trunk", "shared"]
        cue, words, manner, trunk, shared = self._run["encoder.onnx"].run(asked, given)
        return TrunkScores(softmax(cue[0]), words[0], manner[0], trunk[0]), shared

    def score_roles(self, words: Floats, begin: Ints, end: Ints, distance: Ints, paragraph: Ints) -> Floats:
        """Return scores of roles, shape (cues, words, roles), of the cues of one window.

        ``words`` is ``Scores.words``; ``begin`` and ``end`` hold each cue's first and last word;
        ``distance`` and ``paragraph``, shape (cues, words), the buckets of ``pipeline.roles``.
        """
        given = {"words": words, "begin": begin, "end": end, "distance": distance, "paragraph": paragraph}
        scores: Floats = self._run["roles.onnx"].run(None, given)[0]
        return scores

    def score_contents(
        self, states: Floats, begin: Ints, end: Ints, at: Ints, inside: npt.NDArray[np.bool_]
    ) -> Floats:
        """Return what the words of contents are, scores of shape (cues, words of a content, labels).

        ``states`` is ``Scores.states``; ``begin`` and ``end`` hold each cue's first and last word; ``at``,
        shape (cues, words of a content), the words of its content, filled up where ``inside`` is false.
        """
        given = {"states": states, "begin": begin, "end": end, "at": at, "inside": inside}
        scores: Floats = self._run["contents.onnx"].run(None, given)[0]
        return scores

    def make_views(self, states: Floats) -> Floats:
        """Return each word as one that is asked for and as one that is meant, shape (words, 2 × size).

        ``states`` is ``Scores.states``; ``speakers.linker`` compares the two halves.
        """
        views: Floats = self._run["links.onnx"].run(None, {"states": states})[0]
        return views

    def score_manners(
        self,
        words: Floats,
        begin: Ints,
        end: Ints,
        source: npt.NDArray[np.bool_],
        content: npt.NDArray[np.bool_],
    ) -> Floats:
        """Return scores, shape (cues, labels), of how the claims of one window are meant.

        ``words`` is ``Scores.manner``; ``begin`` and ``end`` hold each cue's first and last word, ``source``
        and ``content``, shape (cues, words), are true on its words there.
        """
        given = {"words": words, "begin": begin, "end": end, "source": source, "content": content}
        scores: Floats = self._run["manners.onnx"].run(None, given)[0]
        return scores

    def score_relations(self, lower: Floats, upper: Floats) -> Floats:
        """Return scores, shape (pairs, relations), of words and their heads, given by their views."""
        scores: Floats = self._run["relations.onnx"].run(None, {"lower": lower, "upper": upper})[0]
        return scores

    def score_feelings(
        self, words: Floats, target: Floats, within: npt.NDArray[np.bool_]
    ) -> tuple[Floats, Floats]:
        """Return scores, shape (targets, 3), of a feeling against, none, and for each target.

        And how much each word tells of it, shape (targets, words). ``words`` is ``Heads.feeling``;
        ``target`` and ``within``, shape (targets, words), are 1 and true on the target's words and on those
        that may tell of it.
        """
        given = {"words": words, "target": target, "within": within}
        scores, weight = self._run["feelings.onnx"].run(None, given)
        return scores, weight


_EARLY: dict[Path, Future[Encoder]] = {}
"""what is being opened before it is asked for, by the folder of the weights"""


def open_early(folder: Path) -> None:
    """Begin to open the weights in ``folder`` in a thread; the next ``Encoder.open`` of them waits for it."""
    pool = ThreadPoolExecutor(1)
    _EARLY[folder] = pool.submit(_read_weights, folder)
    pool.shutdown(wait=False)


def _read_weights(folder: Path) -> Encoder:
    return Encoder({name: (folder / name).read_bytes() for name in FILES})


def is_exact_here(probe: bytes) -> bool:
    """Return whether products of unsigned and signed numbers, the largest there are, are added up exactly.

    Processors with AVX2 and no VNNI add them up in sixteen bits, and cut off what is more. ``probe`` is the
    network that ``training.quantizing`` writes.
    """
    given = np.full((PROBED, PROBED), 255, np.uint8)
    sums = _open_session(probe, exact=True).run(None, {"given": given})[0]
    return bool((sums == 255 * 127 * PROBED).all())


def _open_session(weights: bytes, *, exact: bool) -> Any:
    """Open a network; where its products would not be ``exact``, as one of unsigned numbers, which are."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    # A window is too small to share out: whoever has many reads several at a time.
    options.intra_op_num_threads = 1
    options.add_session_config_entry("session.x64quantprecision", "0" if exact else "1")
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def softmax(scores: Floats) -> Floats:
    """Return the probabilities along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    out: Floats = raised / raised.sum(-1, keepdims=True)
    return out
