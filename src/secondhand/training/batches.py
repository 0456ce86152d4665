"""Labelled texts → batches of windows, cut anew every epoch."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from secondhand.pipeline import pieces, roles
from secondhand.training.corpora import ENTITIES, IGNORE, Labelled, Labels, requoted

BATCH = 4096
"""word pieces in a batch, padding included"""
TAGS = {"source": 1, "content": 3}


@dataclass(frozen=True, slots=True)
class Example:
    """One window with its labels, one a word; None where the text has none of that kind."""

    window: pieces.Window
    cue: Labels | None
    sentence: Labels | None
    entity: Labels | None
    claims: tuple[tuple[int, int, Labels], ...]
    """first word, end word and role labels of each cue in the window"""


def examples(
    tokenizer: Tokenizer, text: Labelled, *, skip: int = 0, limit: int = pieces.LIMIT
) -> list[Example]:
    """Cut ``text`` into windows; the first window is ``skip`` pieces shorter."""
    blocks = list(pieces.blocks(tokenizer, text.text, text.paragraphs, limit=limit))
    ends = pieces.ends(tokenizer)
    size, cut = 2, 0
    while cut < len(blocks) and size + len(blocks[cut].ids) <= limit - skip:
        size += len(blocks[cut].ids)
        cut += 1
    parts = [blocks[:cut], blocks[cut:]] if skip else [blocks]
    windows = [w for part in parts if part for w in pieces.windows(part, ends, limit=limit)]
    maps = _maps(text)
    return [_example(window, text, maps) for window in windows]


def _maps(text: Labelled) -> dict[str, Labels]:
    """For each part, the attribution each character belongs to, or −1."""
    maps = {}
    for part in ("cue", "source", "content"):
        maps[part] = np.full(len(text.text), -1, dtype=np.int64)
        for i, attribution in enumerate(text.attributions or ()):
            for start, end in attribution[part]:
                maps[part][start:end] = i
    return maps


def _example(window: pieces.Window, text: Labelled, maps: dict[str, Labels]) -> Example:
    starts = window.offsets[:, 0]
    return Example(
        window,
        _begun(maps["cue"][starts]) if text.attributions is not None else None,
        np.isin(starts, list(text.sentences)).astype(np.int64) if text.sentences is not None else None,
        _entities(starts, window.offsets[:, 1], text.entities) if text.entities is not None else None,
        tuple(_claims(starts, maps)) if text.attributions is not None else (),
    )


def _begun(owner: Labels, first: int = 1) -> Labels:
    """Turn owners into B (``first``) and I (``first`` + 1) labels, 0 where there is none."""
    fresh = owner != np.concatenate([[-1], owner[:-1]])
    return np.where(owner < 0, 0, np.where(fresh, first, first + 1))


def _claims(starts: Labels, maps: dict[str, Labels]) -> Iterator[tuple[int, int, Labels]]:
    cues = maps["cue"][starts]
    for i in np.unique(cues[cues >= 0]).tolist():
        at = np.flatnonzero(cues == i)
        labels = np.zeros(len(starts), dtype=np.int64)
        for part, first in TAGS.items():
            mine = np.where(maps[part][starts] == i, 0, -1)
            labels = np.maximum(labels, _begun(mine, first))
        yield int(at[0]), int(at[-1]) + 1, labels


def _entities(starts: Labels, ends: Labels, entities: Sequence[tuple[int, int, str]]) -> Labels:
    labels = np.zeros(len(starts), dtype=np.int64)
    for start, end, kind in entities:
        inside = np.flatnonzero((starts < end) & (ends > start))
        if len(inside):
            first = 1 + 2 * ENTITIES.index(kind)
            labels[inside] = first + 1
            labels[inside[0]] = first
    return labels


def epoch(
    tokenizer: Tokenizer, corpora: dict[str, list[Labelled]], shares: dict[str, float], seed: int
) -> list[dict[str, Tensor]]:
    """Return one epoch's batches in random order; ``shares`` says which part of each corpus it takes."""
    draw = random.Random(seed)
    out = []
    for name, texts in corpora.items():
        chosen = draw.sample(texts, round(len(texts) * shares[name]))
        made: list[Example] = []
        for text in chosen:
            if name == "polnear" and (chance := draw.random()) < 0.4:
                text = requoted(text, "straight" if chance < 0.2 else "curly")
            made += examples(tokenizer, text, skip=draw.randrange(1, pieces.LIMIT - 40))
        out += [collate(group, draw) for group in _grouped(made, draw)]
    draw.shuffle(out)
    return out


def _grouped(made: list[Example], draw: random.Random) -> Iterator[list[Example]]:
    """Put examples of like length together, at most ``BATCH`` pieces with their padding."""
    made = sorted(made, key=lambda e: len(e.window.ids) + draw.uniform(0, 40))
    group: list[Example] = []
    longest = 0
    for example in made:
        longest_with = max(longest, len(example.window.ids))
        if group and longest_with * (len(group) + 1) > BATCH:
            yield group
            group, longest_with = [], len(example.window.ids)
        group.append(example)
        longest = longest_with
    if group:
        yield group


def _stack(rows: Sequence[Any], fill: int = 0) -> Tensor:
    longest = max(len(r) for r in rows)
    shape = (len(rows), longest, *np.shape(rows[0])[1:])
    out = np.full(shape, fill, dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


def collate(group: Sequence[Example], draw: random.Random | None = None) -> dict[str, Tensor]:
    """Lay examples out as the network's input; with ``draw``, cues are cut a word short now and then."""
    windows = [e.window for e in group]
    batch = {
        "ids": _stack([w.ids for w in windows]),
        "mask": _stack([np.ones(len(w.ids)) for w in windows]),
        "features": _stack([w.features for w in windows]),
        "first": _stack([w.first for w in windows]),
    }
    for name in ("cue", "sentence", "entity"):
        labels = [getattr(e, name) for e in group]
        if labels[0] is not None:
            batch[name] = _stack(labels, IGNORE)
    cues = [(i, c) for i, e in enumerate(group) for c in e.claims]
    if cues:
        batch |= _cues(windows, cues, draw)
    return batch


def _cues(
    windows: Sequence[pieces.Window],
    cues: list[tuple[int, tuple[int, int, Labels]]],
    draw: random.Random | None,
) -> dict[str, Tensor]:
    begin, end, far, near, role, mask = [], [], [], [], [], []
    longest = max(len(w.first) for w in windows)
    for i, (lo, hi, labels) in cues:
        if draw and hi - lo > 1 and draw.random() < 0.15:
            lo, hi = (lo + 1, hi) if draw.random() < 0.5 else (lo, hi - 1)
        count = len(windows[i].first)
        begin.append(lo)
        end.append(hi - 1)
        far.append(np.pad(roles.distance(count, lo, hi), (0, longest - count)))
        near.append(np.pad(roles.paragraph(windows[i].paragraphs, lo), (0, longest - count)))
        role.append(np.pad(labels, (0, longest - count)))
        mask.append(np.pad(np.ones(count, dtype=np.int64), (0, longest - count)))
    return {
        "window": torch.tensor([i for i, _ in cues]),
        "begin": torch.tensor(begin),
        "end": torch.tensor(end),
        "distance": _stack(far),
        "paragraph": _stack(near),
        "role": _stack(role),
        "role_mask": _stack(mask),
    }
