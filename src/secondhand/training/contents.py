"""Fit what looks closer at contents: what a claim has an attitude to, and which words are cues inside it.

It looks at each word of a content as trunk and branch of the shipped encoder have it, seen from the claim's
cue: their product, two convolutions along the words. The encoder stays as it is.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from secondhand.pipeline.network.contents import FELT, INNER
from secondhand.pipeline.network.encoder import Encoder
from secondhand.training import layers
from secondhand.training.export import write_network
from secondhand.training.labelled import IGNORE, Labelled
from secondhand.training.running_mean import begin_mean
from secondhand.training.syntax_scores import cut_windows

FILE = "contents.onnx"
WIDTH = 192
TOGETHER = 24
"""claims in a batch"""
MEAN = 0.99
"""decay of the running mean of the weights, a step"""
LONGEST = 200
"""words of a content that are looked at"""


@dataclass(frozen=True, slots=True, eq=False)
class ContentExample:
    """The content of one claim."""

    words: Tensor
    """each of its words as the encoder has it, shape (words, size)"""
    cue: Tensor
    """the first and the last word of the cue, shape (2 × size,)"""
    felt: Tensor
    """0 nothing, 1 against, 2 for"""
    inner: Tensor
    """0 no cue, 1 the first word of one, 2 another"""


class Contents(nn.Module):
    """Words of contents in, scores of attitudes and of cues out."""

    def __init__(self, size: int, width: int = WIDTH) -> None:
        """Look at words of ``size`` features."""
        super().__init__()
        self.own, self.crossed = nn.Linear(size, width), nn.Linear(size, width)
        self.of_cue = nn.Linear(2 * size, 2 * width)
        self.norm, self.last = nn.LayerNorm(width), nn.LayerNorm(width)
        self.first = nn.Conv1d(width, width, 5, padding=2)
        self.second = nn.Conv1d(width, width, 5, padding=2)
        self.out = nn.Linear(width, FELT + INNER)
        self.drop = nn.Dropout(0.3)

    def forward(self, words: Tensor, cue: Tensor, inside: Tensor) -> Tensor:
        """Return scores (claims, words, FELT + INNER).

        ``words`` (claims, words, size), ``cue`` (claims, 2 × size); ``inside`` (claims, words) is false
        where there is no more word.
        """
        words, keep = self.drop(words), inside.unsqueeze(-1).float()
        shift, gate = self.of_cue(self.drop(cue)).unsqueeze(1).chunk(2, -1)
        x = self.drop(torch.relu(self.norm(self.own(words) + shift + self.crossed(words) * gate))) * keep
        for layer in (self.first, self.second):
            x = (x + torch.relu(layer(x.transpose(1, 2)).transpose(1, 2))) * keep
        scores: Tensor = self.out(self.drop(self.last(x)))
        return scores


class ContentsOfWindow(nn.Module):
    """The same, for the claims of one window."""

    def __init__(self, contents: Contents) -> None:
        """Wrap the fitted network."""
        super().__init__()
        self.contents = contents

    def forward(self, states: Tensor, begin: Tensor, end: Tensor, at: Tensor, inside: Tensor) -> Tensor:
        """Return scores (cues, words of a content, ·) from ``states`` (words, size)."""
        cue = torch.cat([states[begin], states[end]], -1)
        scores: Tensor = self.contents(states[at], cue, inside)
        return scores


def begin_contents(weights: Path, size: int) -> None:
    """Write into the folder ``weights`` what nothing was fitted of, so that its encoder can be opened.

    ``size`` counts the features of a word, those of trunk and branch together.
    """
    export_contents(Contents(size), weights / FILE)


def fit_contents(weights: Path, articles: Sequence[Labelled], epochs: int, seed: int = 7) -> None:
    """Write into the folder ``weights`` what is fitted on the ``articles``, read by its encoder."""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    examples = list(make_examples(Encoder.open(weights), articles))
    network = Contents(examples[0].words.shape[1])
    mean = begin_mean(network, MEAN)
    optimizer = torch.optim.AdamW(network.parameters(), 1e-3, weight_decay=0.02)
    for number in range(epochs):
        losses = []
        for batch in _draw_batches(examples, draw):
            loss = _measure_loss(network, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            mean.update_parameters(network)
            losses.append(loss.item())
        print(f"epoch {number + 1}/{epochs}: {sum(losses) / len(losses):.4f}", flush=True)
    export_contents(mean.module, weights / FILE)


def make_examples(encoder: Encoder, articles: Sequence[Labelled]) -> Iterator[ContentExample]:
    """Yield the contents of ``articles`` that lie in one window with their cues."""
    for article in articles:
        owner = layers.own_cues(article)
        for window in cut_windows(encoder, article):
            cues = list(layers.cues(window.offsets[:, 0], article, owner))
            states = torch.from_numpy(encoder.read(window).states)
            labels = _mark_cues(cues, len(states))
            for cue in cues:
                at = np.flatnonzero(cue.attitudes != IGNORE)[:LONGEST]
                if cue.begin >= window.context and len(at):
                    felt = (cue.attitudes[at] + 1) // 2
                    ends = torch.cat([states[cue.begin], states[cue.end - 1]])
                    yield ContentExample(
                        states[at], ends, torch.from_numpy(felt), torch.from_numpy(labels[at])
                    )


def _mark_cues(cues: Sequence[layers.Cue], count: int) -> npt.NDArray[np.int64]:
    """Return 1 for the first of the words of each of ``cues``, 2 for its others, 0 for the rest."""
    out = np.zeros(count, np.int64)
    for cue in cues:
        out[cue.begin : cue.end] = 2
        out[cue.begin] = 1
    return out


def _draw_batches(examples: Sequence[ContentExample], draw: random.Random) -> list[list[ContentExample]]:
    """Return the examples in random batches of like length."""
    order = sorted(examples, key=lambda e: len(e.words) + draw.uniform(0, 8))
    out = [order[at : at + TOGETHER] for at in range(0, len(order), TOGETHER)]
    draw.shuffle(out)
    return out


def _measure_loss(network: Contents, batch: Sequence[ContentExample]) -> Tensor:
    """Return the mean loss a word, of attitudes and of cues."""
    pad = nn.utils.rnn.pad_sequence
    inside = pad([torch.ones(len(e.words), dtype=torch.bool) for e in batch], batch_first=True)
    words, cue = pad([e.words for e in batch], batch_first=True), torch.stack([e.cue for e in batch])
    scores = network(words, cue, inside)[inside]
    felt, inner = (torch.cat([getattr(e, part) for e in batch]) for part in ("felt", "inner"))
    loss = nn.functional.cross_entropy
    return loss(scores[:, :FELT], felt) + loss(scores[:, FELT:], inner)


def export_contents(network: Contents, path: Path) -> None:
    """Write ``network`` as ONNX."""
    network.eval()
    size = network.own.in_features
    at = torch.tensor([[0, 1, 2], [4, 5, 0]])
    given = (torch.zeros(9, size), torch.tensor([0, 3]), torch.tensor([1, 3]), at, at > 0)
    names = ["states", "begin", "end", "at", "inside"]
    axes = {"states": {0: "words"}} | {name: {0: "cues"} for name in ("begin", "end")}
    axes |= {name: {0: "cues", 1: "content"} for name in ("at", "inside", "scores")}
    write_network(ContentsOfWindow(network), given, path, names, ["scores"], axes)
