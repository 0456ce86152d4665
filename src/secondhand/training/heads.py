"""Heads that look at two words at once: dependencies, coreference, feelings towards a target.

Arcs and their relations are scored by deep biaffine attention (Dozat & Manning, 2017), antecedents word by
word in the same way (Dobrovolskii, 2021). Neither lets words of different sentences (arcs) or a later word
(antecedents) count: that is up to whoever decodes, and to the losses here.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from secondhand.training.labelled import IGNORE

ARC, RELATION, MENTION, FEELING, MANNER = 160, 96, 128, 128, 128
"""widths of the heads' views of a word"""
NOT = -1e4
"""score of what cannot be"""


class Pairs(nn.Module):
    """Scores every word of a window against every other."""

    def __init__(self, size: int, width: int) -> None:
        """Look at words of ``size`` features through two views of ``width``."""
        super().__init__()
        self.lower, self.upper = nn.Linear(size, width), nn.Linear(size, width)
        self.weight = nn.Parameter(torch.empty(width, width))
        self.bias = nn.Linear(width, 1)
        self.drop = nn.Dropout(0.2)
        nn.init.orthogonal_(self.weight, gain=0.5)

    def forward(self, words: Tensor) -> Tensor:
        """Return for words (windows, words, size) the scores (windows, words, words): row i looks at j."""
        lower = self.drop(nn.functional.gelu(self.lower(words)))
        upper = self.drop(nn.functional.gelu(self.upper(words)))
        scores: Tensor = lower @ self.weight @ upper.transpose(1, 2) + self.bias(upper).transpose(1, 2)
        return scores


class Relations(nn.Module):
    """Names the relation of a word to its head."""

    def __init__(self, relations: int) -> None:
        """Tell ``relations`` apart."""
        super().__init__()
        self.weight = nn.Parameter(torch.randn(relations, RELATION, RELATION) / RELATION)
        self.linear = nn.Linear(2 * RELATION, relations)
        self.drop = nn.Dropout(0.2)

    def forward(self, lower: Tensor, upper: Tensor) -> Tensor:
        """Return scores (pairs, relations) of words and their heads, both (pairs, RELATION)."""
        lower, upper = self.drop(nn.functional.gelu(lower)), self.drop(nn.functional.gelu(upper))
        return self.score(lower, upper, self.table())

    def table(self) -> Tensor:
        """Return the weights as one matrix: what can be quantised."""
        return self.weight.permute(1, 0, 2).flatten(1)

    def score(self, lower: Tensor, upper: Tensor, table: Tensor) -> Tensor:
        """Return the scores by ``table``."""
        crossed = (lower @ table).unflatten(1, (-1, RELATION)) * upper.unsqueeze(1)
        scores: Tensor = crossed.sum(-1) + self.linear(torch.cat([lower, upper], -1))
        return scores


class Manners(nn.Module):
    """How claims are meant, by cue, source and content: commitment, framing, kind of speaker."""

    def __init__(self, labels: int) -> None:
        """Start from random weights; ``labels`` counts those of all three."""
        super().__init__()
        self.ask = nn.Linear(2 * MANNER, MANNER)
        self.mix = nn.Linear(4 * MANNER, 2 * MANNER)
        self.out = nn.Linear(2 * MANNER, labels)
        self.drop = nn.Dropout(0.2)

    def forward(self, words: Tensor, begin: Tensor, end: Tensor, source: Tensor, content: Tensor) -> Tensor:
        """Return scores (cues, labels).

        ``words`` (cues, words, 3 × MANNER) is the encoder's view of each cue's window, ``begin`` and ``end``
        (cues, 3 × MANNER) those of its first and last word, ``source`` and ``content`` (cues, words) are true
        on its words there.
        """
        _, key, value = words.chunk(3, -1)
        cue = torch.cat([begin[:, :MANNER], end[:, :MANNER]], -1)
        asked = self.ask(cue).unsqueeze(1)
        match = (asked @ key.transpose(1, 2)).squeeze(1).float() / MANNER**0.5
        seen = [_weigh(match, value, where) for where in (content, source)]
        mixed = self.mix(self.drop(torch.cat([cue, *seen], -1)))
        scores: Tensor = self.out(self.drop(torch.relu(mixed)))
        return scores


def _weigh(match: Tensor, value: Tensor, where: Tensor) -> Tensor:
    """Return the mean of ``value`` over the words ``where``, weighed by ``match``; 0 where there are none."""
    weight = torch.softmax(match.masked_fill(~where, NOT), 1) * where
    return (weight.unsqueeze(1).to(value.dtype) @ value).squeeze(1)


class Feelings(nn.Module):
    """What words say of a target among them: against, nothing, for."""

    def __init__(self) -> None:
        """Start from random weights."""
        super().__init__()
        self.mix = nn.Linear(3 * FEELING, FEELING)
        self.out = nn.Linear(FEELING, 3)
        self.drop = nn.Dropout(0.2)

    def forward(self, words: Tensor, target: Tensor, within: Tensor) -> Tensor:
        """Return scores (targets, 3).

        ``words`` (targets, words, 3 × FEELING) is the encoder's view of each target's window, ``target``
        (targets, words) is 1 on its words, ``within`` true on those that may tell of it.
        """
        return self.weigh(words, target, within)[0]

    def weigh(self, words: Tensor, target: Tensor, within: Tensor) -> tuple[Tensor, Tensor]:
        """Return the scores, and how much each word tells of the target, (targets, words)."""
        own, key, value = words.chunk(3, -1)
        share = target / target.sum(1, keepdim=True).clamp(min=1)
        asked = (share.unsqueeze(1).to(own.dtype) @ own).squeeze(1)
        match = (asked.unsqueeze(1) @ key.transpose(1, 2)).squeeze(1) / FEELING**0.5
        weight = torch.softmax(match.float().masked_fill(~within, NOT), 1)
        told = (weight.unsqueeze(1).to(value.dtype) @ value).squeeze(1)
        mixed = self.mix(self.drop(torch.cat([asked, told, asked * told], -1)))
        return self.out(self.drop(torch.relu(mixed))), weight


def arc_loss(scores: Tensor, head: Tensor, span: Tensor) -> Tensor:
    """Return the mean loss a token; heads are sought among the words of its sentence.

    ``scores`` (windows, words, words); ``head`` (windows, words) holds word indices, a word's own for a
    root; ``span`` (windows, words) the number of each token's sentence, −1 where no token begins.
    """
    same = (span.unsqueeze(2) == span.unsqueeze(1)) & (span >= 0).unsqueeze(1)
    scores = scores.float().masked_fill(~same, NOT)
    return nn.functional.cross_entropy(scores.flatten(0, 1), head.flatten(), ignore_index=IGNORE)


def antecedent_loss(scores: Tensor, group: Tensor) -> Tensor:
    """Return the mean loss a mention: any earlier mention of its group is right, else the word itself.

    ``scores`` (windows, words, words); ``group`` (windows, words) numbers groups from 1, 0 where no mention
    has its head.
    """
    group = group.clamp(min=0)
    size = group.shape[1]
    before = torch.ones(size, size, dtype=torch.bool).tril(-1)
    right = (group.unsqueeze(2) == group.unsqueeze(1)) & before
    new = ~right.any(2)
    right = right | (torch.eye(size, dtype=torch.bool) & new.unsqueeze(2))
    allowed = before | torch.eye(size, dtype=torch.bool)
    scores = scores.float().masked_fill(~allowed, NOT)
    loss = torch.logsumexp(scores, 2) - torch.logsumexp(scores.masked_fill(~right, NOT), 2)
    return loss[group > 0].mean()
