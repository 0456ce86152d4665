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

from secondhand.pipeline.network import viterbi, windows
from secondhand.pipeline.network.windows import Window
from secondhand.training import layers
from secondhand.training.corpora import requote
from secondhand.training.labelled import IGNORE, Labelled, Labels
from secondhand.training.layers import Cue, Inventory
from secondhand.training.put_inside import list_frames, put_inside

BATCH = 2048
"""word pieces in a batch, padding included"""
Target = tuple[int, int, int]
"""first word, end word and feeling"""


@dataclass(frozen=True, slots=True)
class Example:
    """One window with its labels."""

    window: windows.Window
    labels: dict[str, Labels]
    """for each head that the text has labels for, one a word"""
    cues: tuple[Cue, ...] = ()
    targets: tuple[tuple[int, int, int], ...] = ()
    """first word, end word and feeling"""


def examples(
    tokenizer: Tokenizer,
    text: Labelled,
    inventory: Inventory,
    *,
    skip: int = 0,
    limit: int = windows.LIMIT,
) -> list[Example]:
    """Cut ``text`` into windows; the first window is ``skip`` pieces shorter."""
    blocks = list(windows.make_blocks(tokenizer, text.text, text.paragraphs, limit=limit))
    ends = windows.find_end_ids(tokenizer)
    size, cut = 2, 0
    while cut < len(blocks) and size + len(blocks[cut].ids) <= limit - skip:
        size += len(blocks[cut].ids)
        cut += 1
    parts = [blocks[:cut], blocks[cut:]] if skip else [blocks]
    cut_up = [w for part in parts if part for w in windows.cut_windows(part, ends, limit=limit)]
    owner = layers.own_cues(text)
    return [
        Example(
            window,
            layers.of_window(window, text, owner, inventory),
            tuple(layers.cues(window.offsets[:, 0], text, owner)),
            tuple(layers.targets(window, text)),
        )
        for window in cut_up
    ]


def epoch(
    tokenizer: Tokenizer,
    corpora: dict[str, list[Labelled]],
    inventory: Inventory,
    shares: dict[str, float],
    seed: int,
) -> list[dict[str, Tensor]]:
    """Return one epoch's batches in random order; ``shares`` says how often it takes each corpus."""
    draw = random.Random(seed)
    out = []
    frames = list_frames(corpora["polnear"] if shares.get("polnear") else ())
    for name, texts in corpora.items():
        whole, part = divmod(shares[name], 1)
        chosen = [*(texts * int(whole)), *draw.sample(texts, round(len(texts) * part))]
        made: list[Example] = []
        for text in chosen:
            if name == "polnear":
                text = put_inside(text, frames, draw)
            if name in {"polnear", "claims"} and (chance := draw.random()) < 0.4:
                text = requote(text, "straight" if chance < 0.2 else "curly")
            made += examples(tokenizer, text, inventory, skip=draw.randrange(1, windows.LIMIT - 40))
        out += [collate(group, draw) for group in _group(made, draw)]
    draw.shuffle(out)
    return out


def _group(made: list[Example], draw: random.Random) -> Iterator[list[Example]]:
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
    for name in group[0].labels:
        batch[name] = _stack([e.labels[name] for e in group], -1 if name == "span" else IGNORE)
    if any(e.targets for e in group):
        batch |= _targets(windows, [(i, t) for i, e in enumerate(group) for t in e.targets])
    cues = [(i, c) for i, e in enumerate(group) for c in e.cues]
    if cues:
        batch |= _cues(windows, cues, draw)
    return batch


def _targets(windows: Sequence[Window], targets: list[tuple[int, Target]]) -> dict[str, Tensor]:
    """Lay targets out; each is looked at within its own paragraph."""
    longest = max(len(w.first) for w in windows)
    on, within = np.zeros((len(targets), longest)), np.zeros((len(targets), longest))
    for row, (i, (lo, hi, _)) in enumerate(targets):
        on[row, lo:hi] = 1
        paragraphs = windows[i].paragraphs
        within[row, : len(paragraphs)] = paragraphs == paragraphs[lo]
    return {
        "target_window": torch.tensor([i for i, _ in targets]),
        "target": torch.from_numpy(on).float(),
        "target_within": torch.from_numpy(within).bool(),
        "feeling": torch.tensor([feeling for _, (_, _, feeling) in targets]),
    }


def _cues(
    windows: Sequence[Window],
    cues: list[tuple[int, Cue]],
    draw: random.Random | None,
) -> dict[str, Tensor]:
    begin, end, far, near, role, mask = [], [], [], [], [], []
    longest = max(len(w.first) for w in windows)
    for i, cue in cues:
        lo, hi = cue.begin, cue.end
        if draw and hi - lo > 1 and draw.random() < 0.15:
            lo, hi = (lo + 1, hi) if draw.random() < 0.5 else (lo, hi - 1)
        count = len(windows[i].first)
        begin.append(lo)
        end.append(hi - 1)
        far.append(np.pad(viterbi.bucket_distances(count, lo, hi), (0, longest - count)))
        near.append(np.pad(viterbi.bucket_paragraphs(windows[i].paragraphs, lo), (0, longest - count)))
        role.append(np.pad(cue.roles, (0, longest - count)))
        mask.append(np.pad(np.ones(count, dtype=np.int64), (0, longest - count)))
    return {
        "window": torch.tensor([i for i, _ in cues]),
        "begin": torch.tensor(begin),
        "end": torch.tensor(end),
        "distance": _stack(far),
        "paragraph": _stack(near),
        "role": _stack(role),
        "manner": torch.tensor([cue.manner for _, cue in cues]),
        "role_mask": _stack(mask),
    }
