"""The network: one encoder, all the heads.

A BERT-like encoder with embeddings for letter case, quotation state and paragraph start added to its
input. Half-way up it forks: the trunk goes on to the attributions, a branch of as many layers to all else,
which so can be trained at length without costing the attributions anything. Token heads tag cues, sentence
starts, named entities, parts of speech, and how factual a predicate is; ``heads`` holds those that look at
two words at once. The role head looks from each cue at each word (their product, the distance, two
convolutions along the words) and labels sources, contents and relays through a linear-chain CRF (Lafferty
et al., 2001): a word may so belong to several claims, one inside the other. The manner head tells from cue,
source and content how the claim is meant. What looks closer at contents is fitted later (``contents``).
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from secondhand.pipeline.network.encoder import BRANCH, TRUNK
from secondhand.pipeline.network.manner import COMMITMENTS, FRAMINGS, SPEAKERS
from secondhand.pipeline.network.viterbi import DISTANCES, PARAGRAPHS
from secondhand.training.heads import (
    ARC,
    FEELING,
    MANNER,
    MENTION,
    RELATION,
    Feelings,
    Manners,
    Pairs,
    Relations,
    antecedent_loss,
    arc_loss,
)
from secondhand.training.labelled import ENTITIES, IGNORE
from secondhand.training.layers import Inventory

WIDTH = 128
"""width of the role head"""
ROLES = 7
"""none, and B and I of source, content and relay"""
FORK = 3
"""layers that trunk and branch share"""


class Encoder(nn.Module):
    """Pieces in, scores for every word out."""

    def __init__(self, weights: Path, inventory: Inventory) -> None:
        """Start from the encoder in folder ``weights``."""
        super().__init__()
        self.bert = BertModel.from_pretrained(
            weights, add_pooling_layer=False, attention_probs_dropout_prob=0.0, attn_implementation="sdpa"
        )
        self.branch = deepcopy(self.bert.encoder.layer[FORK:])
        size = self.bert.config.hidden_size
        self.extra = nn.ModuleList([nn.Embedding(n, size) for n in (4, 4, 2)])
        for table in self.extra.parameters():
            nn.init.normal_(table, std=0.01)
        self.drop = nn.Dropout(0.1)
        self.cue = nn.Linear(size, 3)
        self.words = nn.Linear(size, 2 * WIDTH)
        self.manner = nn.Linear(size, 3 * MANNER)
        self.sentence = nn.Linear(size, 2)
        self.entity = nn.Linear(size, 1 + 2 * len(ENTITIES))
        self.tag = nn.Linear(size, len(inventory.tags))
        self.arc = Pairs(size, ARC)
        self.relation = nn.Linear(size, 2 * RELATION)
        self.antecedent = Pairs(size, MENTION)
        self.fact = nn.Linear(size, 1)
        self.feeling = nn.Linear(size, 3 * FEELING)

    def encode_below_fork(self, ids: Tensor, mask: Tensor | None, features: Tensor) -> Tensor:
        """Return what the layers below the fork make of the pieces, (windows, pieces, size).

        ``ids`` and ``mask`` have shape (windows, pieces), ``features`` (windows, pieces, 3). Without a mask
        all pieces are read.
        """
        given = self.bert.embeddings.word_embeddings(ids)
        for i, table in enumerate(self.extra):
            given = given + table(features[:, :, i])
        given = self.bert.embeddings(inputs_embeds=given)
        return _through(self.bert.encoder.layer[:FORK], given, mask)

    def upper(self, shared: Tensor, mask: Tensor | None, first: Tensor) -> dict[str, Tensor]:
        """Return what ``TRUNK`` names, and ``seen``, the last layer; each of shape (windows, words, ·).

        ``first`` (windows, words) is each word's first piece.
        """
        return self._run_heads(TRUNK, _through(self.bert.encoder.layer[FORK:], shared, mask), first)

    def side(self, shared: Tensor, mask: Tensor | None, first: Tensor) -> dict[str, Tensor]:
        """Return what ``BRANCH`` names; what is learned here leaves the layers below the fork alone.

        ``relation`` and ``feeling`` are the views that these heads take of words, ``arc`` and
        ``antecedent`` scores of every other word.
        """
        return self._run_heads(BRANCH, _through(self.branch, shared.detach(), mask), first)

    def _run_heads(self, heads: Iterable[str], hidden: Tensor, first: Tensor) -> dict[str, Tensor]:
        at = first.unsqueeze(-1).expand(-1, -1, hidden.shape[-1])
        words = self.drop(torch.gather(hidden, 1, at))
        return {name: getattr(self, name)(words) for name in heads} | {"seen": words}


def _through(layers: Iterable[nn.Module], hidden: Tensor, mask: Tensor | None) -> Tensor:
    seen = None if mask is None else mask[:, None, None, :].bool()
    for layer in layers:
        hidden = layer(hidden, seen)
    return hidden


class Roles(nn.Module):
    """For one cue and the words of its window: which words are its source, which its content."""

    def __init__(self) -> None:
        """Start from random weights."""
        super().__init__()
        self.of_cue = nn.Linear(4 * WIDTH, 2 * WIDTH)
        self.distance = nn.Embedding(DISTANCES, WIDTH)
        self.paragraph = nn.Embedding(PARAGRAPHS, WIDTH)
        self.first = nn.Conv1d(WIDTH, WIDTH, 5, padding=2)
        self.second = nn.Conv1d(WIDTH, WIDTH, 5, padding=2)
        self.drop = nn.Dropout(0.1)
        self.norm = nn.LayerNorm(WIDTH)
        self.last = nn.LayerNorm(WIDTH)
        self.out = nn.Linear(WIDTH, ROLES)

    def forward(
        self, words: Tensor, begin: Tensor, end: Tensor, distance: Tensor, paragraph: Tensor
    ) -> Tensor:
        """Return scores of shape (cues, words, roles).

        ``words`` (cues, words, 2 × WIDTH) is the encoder's view of each cue's window, ``begin`` and
        ``end`` (cues, 2 × WIDTH) those of the cue's first and last word, ``distance`` and ``paragraph``
        (cues, words) the buckets of how far a word lies from the cue.
        """
        shift, gate = self.of_cue(torch.cat([begin, end], -1)).unsqueeze(1).chunk(2, -1)
        own, crossed = words.chunk(2, -1)
        x = own + shift + crossed * gate + self.distance(distance) + self.paragraph(paragraph)
        x = self.drop(torch.relu(self.norm(x)))
        x = x + torch.relu(self.first(x.transpose(1, 2)).transpose(1, 2))
        x = x + torch.relu(self.second(x.transpose(1, 2)).transpose(1, 2))
        with torch.autocast("cpu", enabled=False):
            scores: Tensor = self.out(self.drop(self.last(x.float())))
            return scores


class Transitions(nn.Module):
    """The CRF over the role head's labels."""

    def __init__(self) -> None:
        """Start from no preference."""
        super().__init__()
        self.begin = nn.Parameter(torch.zeros(ROLES))
        self.step = nn.Parameter(torch.zeros(ROLES, ROLES))

    def loss(self, scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """Return the mean loss a cue of ``gold`` (cues, words); ``mask`` is 1 where a word is."""
        scores, keep = scores.float(), mask.bool()
        picked = scores.gather(2, gold.unsqueeze(-1)).squeeze(-1)
        steps = self.step[gold[:, :-1], gold[:, 1:]]
        path = (picked * mask).sum(1) + (steps * mask[:, 1:]).sum(1) + self.begin[gold[:, 0]]
        total = self.begin + scores[:, 0]
        for t in range(1, scores.shape[1]):
            after = torch.logsumexp(total.unsqueeze(2) + self.step, 1) + scores[:, t]
            total = torch.where(keep[:, t, None], after, total)
        return (torch.logsumexp(total, 1) - path).mean()


class Network(nn.Module):
    """All that is trained."""

    def __init__(self, weights: Path, inventory: Inventory) -> None:
        """Start from the encoder in folder ``weights``."""
        super().__init__()
        self.encoder = Encoder(weights, inventory)
        self.roles = Roles()
        self.transitions = Transitions()
        self.relations = Relations(len(inventory.relations))
        self.feelings = Feelings()
        self.manners = Manners(len(COMMITMENTS) + len(FRAMINGS) + len(SPEAKERS))

    def loss(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Return the loss of each head that ``batch`` has labels for."""
        seen = self._encode(batch)
        out = {name: _tags(seen[name], batch[name]) for name in _TAGGED if name in batch}
        if "head" in batch:
            out["arc"] = arc_loss(seen["arc"], batch["head"], batch["span"])
            out["relation"] = self._relations(seen["relation"], batch)
        if "group" in batch and (batch["group"] > 0).any():
            out["antecedent"] = antecedent_loss(seen["antecedent"], batch["group"])
        if "fact" in batch:
            known = batch["fact"] != IGNORE
            values = batch["fact"][known] / 1000
            out["fact"] = nn.functional.smooth_l1_loss(seen["fact"].squeeze(-1).float()[known], values)
        if "feeling" in batch:
            views = seen["feeling"][batch["target_window"]]
            scores = self.feelings(views, batch["target"], batch["target_within"])
            out["feeling"] = nn.functional.cross_entropy(scores.float(), batch["feeling"])
        if len(batch.get("window", ())):
            out["roles"] = self._roles(seen["words"][batch["window"]], batch)
            if (batch["manner"] != IGNORE).any():
                out["manner"] = self._manners(seen["manner"][batch["window"]], batch)
        return out

    def _encode(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Return what the encoder says, of the side of the fork that ``batch`` has labels for."""
        given = (batch["ids"], batch["mask"], batch["features"])
        if "cue" in batch:
            return self.encoder.upper(self.encoder.encode_below_fork(*given), batch["mask"], batch["first"])
        with torch.no_grad():
            shared = self.encoder.encode_below_fork(*given)
        return self.encoder.side(shared, batch["mask"], batch["first"])

    def _relations(self, views: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Return the loss of the relation head, which is told the right heads."""
        known = (batch["head"] != IGNORE) & (batch["relation"] != IGNORE)
        window, word = known.nonzero(as_tuple=True)
        lower, upper = views.chunk(2, -1)
        scores = self.relations(lower[window, word], upper[window, batch["head"][window, word]])
        return nn.functional.cross_entropy(scores.float(), batch["relation"][window, word])

    def _roles(self, seen: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Return the loss of the role head, which is told the right cues."""
        rows = torch.arange(len(seen))
        begin, end = seen[rows, batch["begin"]], seen[rows, batch["end"]]
        scores = self.roles(seen, begin, end, batch["distance"], batch["paragraph"])
        return self.transitions.loss(scores, batch["role"], batch["role_mask"])

    def _manners(self, seen: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Return the loss of the manner head, which is told the right cues, sources and contents."""
        source, content = ((batch["role"] == first) | (batch["role"] == first + 1) for first in (1, 3))
        rows = torch.arange(len(seen))
        begin, end = seen[rows, batch["begin"]], seen[rows, batch["end"]]
        scores = self.manners(seen, begin, end, source, content).float()
        sizes = [len(COMMITMENTS), len(FRAMINGS), len(SPEAKERS)]
        parts = zip(scores.split(sizes, 1), batch["manner"].unbind(1), strict=True)
        return torch.stack(
            [nn.functional.cross_entropy(s, gold, ignore_index=IGNORE) for s, gold in parts]
        ).sum()


_TAGGED = ("cue", "sentence", "entity", "tag")


def _tags(scores: Tensor, labels: Tensor) -> Tensor:
    flat = scores.float().flatten(0, 1)
    return nn.functional.cross_entropy(flat, labels.flatten(), ignore_index=IGNORE)
