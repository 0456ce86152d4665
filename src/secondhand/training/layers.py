"""A labelled text and a window of it → the labels of the window's words, one array a head.

A label stands on the word that holds the first character it is about; of a treebank's token that is the
first word which begins inside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from secondhand.pipeline.network.windows import Window
from secondhand.training.labelled import ENTITIES, IGNORE, Labelled, Labels, Spans

ROLE_LABELS = {"source": 1, "content": 3, "relay": 5}
"""the label that begins each part, which the next one goes on with; 0 is none of them"""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a window, and the labels of the window's words as it sees them."""

    begin: int
    """its first word"""
    end: int
    """the word after its last"""
    roles: Labels
    """by ``ROLE_LABELS``, shape (words,)"""
    attitudes: Labels
    """0 none, B and I of against (1, 2) and for (3, 4), shape (words,); IGNORE outside of contents"""
    manner: tuple[int, int, int]
    """commitment, framing and kind of speaker, each IGNORE where it is not known"""


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


def own_cues(text: Labelled) -> Labels:
    """Return for each character the attribution whose cue it belongs to, or −1.

    Where contents are not annotated, what they hold and no cue has is IGNORE: there may be cues in it.
    """
    owner = np.full(len(text.text), -1, dtype=np.int64)
    if text.manners is None:
        for number, attribution in enumerate(text.attributions or ()):
            for start, end in attribution["content"] if number not in text.annotated else ():
                owner[start:end] = IGNORE
    for number, attribution in enumerate(text.attributions or ()):
        for start, end in attribution["cue"]:
            owner[start:end] = number
    return owner


def of_window(window: Window, text: Labelled, owner: Labels, inventory: Inventory) -> dict[str, Labels]:
    """Return every kind of label that ``text`` has, each of shape (words,); ``owner`` is of its cues."""
    starts, ends = window.offsets[:, 0], window.offsets[:, 1]
    out: dict[str, Labels] = {}
    if text.attributions is not None:
        owned = owner[starts]
        out["cue"] = np.where(owned == IGNORE, IGNORE, mark_begins(owned))
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


def cues(starts: Labels, text: Labelled, owner: Labels) -> Iterator[Cue]:
    """Yield the cues of ``text`` among the words that begin at ``starts``; ``owner`` is of its cues."""
    owned = owner[starts]
    for number in np.unique(owned[owned >= 0]).tolist():
        at = np.flatnonzero(owned == number)
        attribution = (text.attributions or [])[number]
        roles = np.zeros(len(starts), dtype=np.int64)
        for part, first in ROLE_LABELS.items():
            inside = _within(starts, attribution.get(part, ()))
            roles = np.maximum(roles, mark_begins(np.where(inside, 0, -1), first))
        felt = np.full(len(starts), IGNORE, dtype=np.int64)
        manner = (IGNORE, IGNORE, IGNORE)
        if text.manners is not None:
            told = text.manners[number]
            felt[(roles == ROLE_LABELS["content"]) | (roles == ROLE_LABELS["content"] + 1)] = 0
            for start, end, polarity in told.attitudes:
                inside = _within(starts, [(start, end)])
                felt = np.where(inside, mark_begins(np.where(inside, 0, -1), 1 + 2 * polarity), felt)
            manner = (told.commitment, told.framing, told.speaker)
        yield Cue(int(at[0]), int(at[-1]) + 1, roles, felt, manner)


def _within(starts: Labels, spans: Spans) -> npt.NDArray[np.bool_]:
    """Return which of the words that begin at ``starts`` do so inside of ``spans``."""
    inside = np.zeros(len(starts), dtype=np.bool_)
    for start, end in spans:
        inside |= (starts >= start) & (starts < end)
    return inside


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
