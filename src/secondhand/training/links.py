"""Fit how the words for a candidate are compared with the word that is asked for.

Each word, as trunk and branch of the shipped encoder have it, gets two small views: as one that is asked for,
and as one that is meant. The encoder stays as it is. The loss is that of the ranking: the likelihood of the
right candidates of each claim.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from spacy.language import Language
from spacy.tokens import Doc
from torch import Tensor, nn

from secondhand.pipeline.doc.parse import read_token_offsets
from secondhand.pipeline.network.syntax import align_words
from secondhand.pipeline.speakers.linker import EXTREME, MOST, Linker
from secondhand.pipeline.speakers.ranking import WORDS
from secondhand.pipeline.tagger import AttributionReader
from secondhand.training.export import write_network
from secondhand.training.running_mean import begin_mean
from secondhand.training.speaker_examples import Examples

FILE = "links.onnx"
SIZE, WIDTH = 32, 96
"""features of a view, and of the first layer"""
EPOCHS, TOGETHER, RATE = 4, 32, 1e-3
"""claims in a batch, and the rate of learning at first"""
MEAN = 0.99
"""decay of the running mean of the weights, a step"""


@dataclass(frozen=True, slots=True, eq=False)
class LinkBatch:
    """Candidates of some claims, one a row."""

    asked: Tensor
    """row of the states of the word asked for, shape (claims,)"""
    words: Tensor
    """rows of the states of the words for a candidate, -1 for none, shape (candidates, MOST)"""
    told: Tensor
    """features, shape (candidates, features)"""
    claim: Tensor
    """number of each candidate's claim, shape (candidates,)"""
    right: Tensor


class WordLinks(nn.Module):
    """Words and features of candidates in, scores out."""

    def __init__(self, width: int, mean: Tensor, deviation: Tensor) -> None:
        """Take words of ``width`` features and what is known of the features of candidates."""
        super().__init__()
        self.asks, self.means = nn.Linear(width, SIZE), nn.Linear(width, SIZE)
        self.nobody = nn.Parameter(torch.zeros(SIZE))
        self.register_buffer("mean", mean)
        self.register_buffer("deviation", deviation)
        self.words, self.told = nn.Linear(3 * SIZE, WIDTH), nn.Linear(len(mean), WIDTH, bias=False)
        self.norm = nn.LayerNorm(WIDTH)
        self.inner, self.outer = nn.Linear(WIDTH, WIDTH // 2), nn.Linear(WIDTH // 2, 1)
        self.drop, self.less = nn.Dropout(0.3), nn.Dropout(0.2)

    def forward(self, states: Tensor, batch: LinkBatch) -> Tensor:
        """Return a score for each candidate; ``states`` (words, width) are those of all articles."""
        asks = self.asks(self.drop(states[batch.asked].float()))[batch.claim]
        some = batch.words >= 0
        rows, place = torch.unique(batch.words.clamp(min=0), return_inverse=True)
        means = self.means(self.drop(states[rows].float()))[place]
        fits = (asks.unsqueeze(1) * means).sum(-1) / SIZE**0.5
        weight = torch.softmax(fits.masked_fill(~some, -1e4), 1).unsqueeze(-1)
        mean = torch.where(some.any(1, keepdim=True), (weight * means).sum(1), self.nobody)
        told = ((batch.told - self.mean) / self.deviation).clamp(-EXTREME, EXTREME)
        seen = self.words(torch.cat([asks, mean, asks * mean], -1)) + self.told(told)
        inner = torch.relu(self.inner(self.less(torch.relu(self.norm(seen)))))
        scores: Tensor = self.outer(inner).squeeze(-1)
        return scores


class WordViewsOfWindow(nn.Module):
    """Both views of the words of one window."""

    def __init__(self, links: WordLinks) -> None:
        """Wrap the fitted network."""
        super().__init__()
        self.links = links

    def forward(self, states: Tensor) -> Tensor:
        """Return views (words, 2 × SIZE) of ``states`` (words, width)."""
        return torch.cat([self.links.asks(states), self.links.means(states)], -1)


def read_states(nlp: Language, doc: Doc) -> Tensor:
    """Return each token of ``doc`` as trunk and branch have it; zeros where nobody reads it."""
    reader = nlp.get_pipe("secondhand_attribution")
    assert isinstance(reader, AttributionReader)
    offsets, out = read_token_offsets(doc), np.zeros((len(doc), 0), np.float16)
    for window in reader.cut_windows(doc):
        states = reader.encoder.read(window).states.astype(np.float16)
        out = out if out.shape[1] else np.zeros((len(doc), states.shape[1]), np.float16)
        tokens, words = align_words(window, *offsets)
        own = words >= window.context
        out[tokens[own]] = states[words[own]]
    return torch.from_numpy(out)


def fit_links(states: Sequence[Tensor], examples: Examples, seed: int = 1) -> WordLinks:
    """Return the network fitted on ``examples``; ``states`` are those of the tokens of each article."""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    told = torch.from_numpy(examples.matrix())
    network = WordLinks(states[0].shape[1], told.mean(0), told.std(0) + 1e-3)
    mean = begin_mean(network, MEAN)
    optimizer = torch.optim.AdamW(network.parameters(), RATE, weight_decay=0.05)
    claims = [at for at, right in enumerate(examples.right) if right.any()]
    steps = EPOCHS * len(claims) // TOGETHER + 1
    slower = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / 50, max(0.05, 1 - step / steps))
    )
    together = torch.cat(list(states))
    for _ in range(EPOCHS):
        draw.shuffle(claims)
        for batch in make_batches(states, examples, told, claims):
            loss = measure_loss(network(together, batch), batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            slower.step()
            mean.update_parameters(network)
    fitted = mean.module
    assert isinstance(fitted, WordLinks)
    fitted.eval()
    return fitted


def make_batches(
    states: Sequence[Tensor], examples: Examples, told: Tensor, claims: Sequence[int]
) -> Iterator[LinkBatch]:
    """Yield the ``claims``, numbers into ``examples``, ``TOGETHER`` at a time."""
    begin = np.cumsum([0, *(len(one) for one in states)])
    row = np.cumsum([0, *examples.sizes()])
    for at in range(0, len(claims), TOGETHER):
        some = claims[at : at + TOGETHER]
        words = []
        for claim in some:
            first = int(begin[examples.article[claim]])
            for tokens in examples.words[claim]:
                words.append([*(first + token for token in tokens), *[-1] * MOST][:MOST])
        rows = torch.cat([torch.arange(int(row[claim]), int(row[claim + 1])) for claim in some])
        sizes = torch.tensor([len(examples.right[claim]) for claim in some])
        yield LinkBatch(
            torch.tensor([int(begin[examples.article[c]]) + examples.asked[c] for c in some]),
            torch.tensor(words),
            told[rows],
            torch.repeat_interleave(torch.arange(len(some)), sizes),
            torch.from_numpy(np.concatenate([examples.right[claim] for claim in some])),
        )


def measure_loss(scores: Tensor, batch: LinkBatch) -> Tensor:
    """Return the mean negative log-likelihood of the right candidates of each claim."""
    count = len(batch.asked)

    def add_up(some: Tensor) -> Tensor:
        top = torch.full((count,), -1e9).scatter_reduce(0, batch.claim, some.detach(), "amax")
        odds = torch.exp(some - top[batch.claim])
        return top + torch.log(torch.zeros(count).scatter_add(0, batch.claim, odds))

    return (add_up(scores) - add_up(scores.masked_fill(~batch.right, -1e9))).mean()


def begin_views(weights: Path, size: int) -> None:
    """Write into the folder ``weights`` views that nothing was fitted of, so that its encoder can be opened.

    ``size`` counts the features of a word, those of trunk and branch together.
    """
    write_views(WordLinks(size, torch.zeros(1), torch.ones(1)), weights)


def write_links(network: WordLinks, features: Sequence[str], weights: Path, out: Path) -> None:
    """Write the views as ONNX into folder ``weights``, what compares them into folder ``out``."""
    write_views(network, weights)
    (out / WORDS).write_bytes(to_linker(network, features).to_bytes())


def write_views(network: WordLinks, weights: Path) -> None:
    """Write what makes the views of words as ONNX into folder ``weights``."""
    axes = {"states": {0: "words"}, "views": {0: "words"}}
    given = (torch.zeros(9, network.asks.in_features),)
    write_network(WordViewsOfWindow(network).eval(), given, weights / FILE, ["states"], ["views"], axes)


def to_linker(network: WordLinks, features: Sequence[str]) -> Linker:
    """Return what compares the views, without what makes them."""

    def join(layer: nn.Linear) -> Tensor:
        return torch.cat([layer.weight, layer.bias.unsqueeze(1)], 1)

    layers = {
        "nobody": network.nobody,
        "mean": network.mean,
        "deviation": network.deviation,
        "words": join(network.words),
        "told": network.told.weight,
        "scale": network.norm.weight,
        "shift": network.norm.bias,
        "inner": join(network.inner),
        "outer": join(network.outer),
    }
    return Linker(tuple(features), {name: layer.detach().numpy() for name, layer in layers.items()})
