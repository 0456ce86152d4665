"""A labelled text and a window of it → the labels of the window's words, one array a head.

A label stands on the word that holds the first character it is about; of a treebank's token that is the
first word which begins inside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from secondhand.pipeline.network.windows import Window
from secondhand.training.labelled import ENTITIES, IGNORE, Labelled, Labels

ROLE_LABELS = {"source": 1, "content": 3}


@dataclass(frozen=True, slots=True)
class Inventory:
    """The labels of the heads whose labels the treebanks name."""

    tags: tuple[str, ...]
    """part of speech with features"""
    relations: tuple[str, ...]

    @classmethod
    def of(cls, texts: Sequence[Labelled], least: int = 3) -> Inventory:
        """Return the labels that ``texts`` bear ``least`` times or more, sorted."""
        tags = [token.tag for text in texts for token in text.tokens or ()]
        relations = [token.relation for text in texts for token in text.tokens or ()]
        return cls(*(tuple(sorted(v for v in set(n) if n.count(v) >= least)) for n in (tags, relations)))


def ownership(text: Labelled) -> dict[str, Labels]:
    """For each part of attributions, the one each character belongs to, or −1."""
    maps = {}
    for part in ("cue", *ROLE_LABELS):
        maps[part] = np.full(len(text.text), -1, dtype=np.int64)
        for i, attribution in enumerate(text.attributions or ()):
            for start, end in attribution[part]:
                maps[part][start:end] = i
    return maps


def of_window(
    window: Window, text: Labelled, maps: dict[str, Labels], inventory: Inventory
) -> dict[str, Labels]:
    """Return every kind of label that ``text`` has, each of shape (words,); ``maps`` is its ownership."""
    starts, ends = window.offsets[:, 0], window.offsets[:, 1]
    out: dict[str, Labels] = {}
    if text.attributions is not None:
        out["cue"] = mark_begins(maps["cue"][starts])
    if text.sentences is not None:
        out["sentence"] = np.isin(starts, list(text.sentences)).astype(np.int64)
    if text.entities is not None:
        out["entity"] = _entities(starts, ends, text.entities)
    if text.tokens is not None:
        out |= _parses(window, text, inventory)
    if text.mentions is not None:
        out["group"] = _on_words(starts, [(at, group + 1) for at, group in text.mentions], 0)
    if text.facts is not None:
        out["fact"] = _on_words(starts, [(at, round(value * 1000)) for at, value in text.facts], IGNORE)
    return out


def mark_begins(owner: Labels, first: int = 1) -> Labels:
    """Turn owners into B (``first``) and I (``first`` + 1) labels, 0 where there is none."""
    fresh = owner != np.concatenate([[-1], owner[:-1]])
    return np.where(owner < 0, 0, np.where(fresh, first, first + 1))


def claims(starts: Labels, maps: dict[str, Labels]) -> Iterator[tuple[int, int, Labels]]:
    """Yield first word, end word and role labels of each cue among the words that begin at ``starts``."""
    cues = maps["cue"][starts]
    for i in np.unique(cues[cues >= 0]).tolist():
        at = np.flatnonzero(cues == i)
        labels = np.zeros(len(starts), dtype=np.int64)
        for part, first in ROLE_LABELS.items():
            mine = np.where(maps[part][starts] == i, 0, -1)
            labels = np.maximum(labels, mark_begins(mine, first))
        yield int(at[0]), int(at[-1]) + 1, labels


def targets(window: Window, text: Labelled) -> Iterator[tuple[int, int, int]]:
    """Yield first word, end word and feeling of the targets in ``window``."""
    starts, ends = window.offsets[:, 0], window.offsets[:, 1]
    for target in text.targets or ():
        inside = np.flatnonzero((starts < target.end) & (ends > target.start))
        if len(inside):
            yield int(inside[0]), int(inside[-1]) + 1, target.feeling


def _entities(starts: Labels, ends: Labels, entities: Sequence[tuple[int, int, str]]) -> Labels:
    labels = np.zeros(len(starts), dtype=np.int64)
    for start, end, kind in entities:
        inside = np.flatnonzero((starts < end) & (ends > start))
        if len(inside):
            first = 1 + 2 * ENTITIES.index(kind)
            labels[inside] = first + 1
            labels[inside[0]] = first
    return labels


def word_at(starts: Labels, start: int, end: int) -> int:
    """Return the index of the first word that begins in ``start`` … ``end``, else of the one before it.

    −1 where all words begin later.
    """
    at = int(np.searchsorted(starts, start))
    return at if at < len(starts) and starts[at] < end else at - 1


def _on_words(starts: Labels, labels: Sequence[tuple[int, int]], otherwise: int) -> Labels:
    out = np.full(len(starts), otherwise, dtype=np.int64)
    for offset, label in labels:
        if len(starts) and starts[0] <= offset <= starts[-1]:
            out[word_at(starts, offset, offset + 1)] = label
    return out


def _parses(window: Window, text: Labelled, inventory: Inventory) -> dict[str, Labels]:
    """Tags, heads (as word indices) and relations; ``span`` numbers the sentence of each token's word."""
    starts = window.offsets[:, 0]
    out = {name: np.full(len(starts), IGNORE, dtype=np.int64) for name in ("tag", "head", "relation")}
    out["span"] = np.full(len(starts), -1, dtype=np.int64)
    known = {name: {v: i for i, v in enumerate(getattr(inventory, name))} for name in ("tags", "relations")}
    sentences = np.array(sorted(text.sentences or {0}))
    tokens, at = text.tokens or [], {}
    for number, token in enumerate(tokens):
        if len(starts) and starts[0] <= token.start <= starts[-1]:
            word = word_at(starts, token.start, token.end)
            if out["span"][word] < 0:
                at[number] = word
                out["span"][word] = np.searchsorted(sentences, token.start, side="right")
    for number, word in at.items():
        token = tokens[number]
        out["tag"][word] = known["tags"].get(token.tag, IGNORE)
        out["head"][word] = at.get(token.head, IGNORE)
        out["relation"][word] = known["relations"].get(token.relation, IGNORE)
    return out
