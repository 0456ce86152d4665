"""Scores of the heads besides attribution: parses, coreference, feelings, factuality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from secondhand.pipeline.network import windows
from secondhand.pipeline.network.attributions import Settings
from secondhand.pipeline.network.encoder import Encoder, Floats, Heads, softmax
from secondhand.pipeline.network.syntax import read_syntax
from secondhand.pipeline.tagger import CONTEXT
from secondhand.training import layers
from secondhand.training.labelled import Labelled
from secondhand.training.score import calibration_error


def cut_windows(encoder: Encoder, text: Labelled) -> list[windows.Window]:
    """Return the windows ``text`` is read in."""
    blocks = list(windows.make_blocks(encoder.tokenizer, text.text, text.paragraphs))
    return windows.cut_windows(blocks, encoder.ends, context=CONTEXT)


def read(encoder: Encoder, texts: Sequence[Labelled]) -> Iterator[tuple[Labelled, windows.Window, Heads]]:
    """Yield every window of ``texts`` with what the heads say."""
    for text in texts:
        for window in cut_windows(encoder, text):
            yield text, window, encoder.read(window).heads


def parses(encoder: Encoder, settings: Settings, texts: Sequence[Labelled]) -> dict[str, float]:
    """Return the share of tokens with the right part of speech, features, head, and head and relation.

    Tokens are the treebank's, sentences the encoder's own; relations without their subtypes.
    """
    hits = dict.fromkeys(("upos", "features", "uas", "las"), 0)
    total = 0
    for text in texts:
        tokens = text.tokens or []
        total += len(tokens)
        starts, ends = np.array([t.start for t in tokens]), np.array([t.end for t in tokens])
        for window in cut_windows(encoder, text):
            scores = encoder.read(window)
            found = read_syntax(encoder, window, scores.sentence, scores.heads, starts, ends)
            for at, tag, head, relation in zip(
                *(a.tolist() for a in (found.token, found.tag, found.head, found.relation)), strict=True
            ):
                gold, name = tokens[at], settings.tags[tag]
                hits["upos"] += name.split("|")[0] == gold.tag.split("|")[0]
                hits["features"] += name == gold.tag
                hits["uas"] += head == gold.head
                hits["las"] += head == gold.head and settings.relations[relation] == gold.relation
    return {name: round(100 * n / max(1, total), 1) for name, n in hits.items()}


def coreference(encoder: Encoder, texts: Sequence[Labelled]) -> dict[str, float]:
    """Return F1 of the antecedents of mentions: right where both stand in one group, within a window."""
    hits = found = gold = 0
    for text, window, heads in read(encoder, texts):
        group = layers.of_window(window, text, layers.own_cues(text), layers.Inventory((), ()))["group"]
        count = len(group)
        best = np.where(np.tri(count, dtype=bool), heads.antecedent, -np.inf).argmax(1)
        for at in np.flatnonzero(group[window.context :]).tolist():
            here = at + window.context
            earlier = bool((group[:here] == group[here]).any())
            gold += earlier
            found += int(best[here]) != here
            hits += int(best[here]) != here and group[best[here]] == group[here]
    return {"antecedents": round(200 * hits / max(1, gold + found), 1)}


def feelings(encoder: Encoder, texts: Sequence[Labelled], temperature: float = 1.0) -> dict[str, float]:
    """Return macro-F1 over against, none and for, and how far the probabilities of the best are off."""
    gold, scores = score_feelings(encoder, texts)
    chances = softmax(scores / np.float32(temperature))
    best, sure = chances.argmax(1), chances.max(1)
    table = np.zeros((3, 3))
    np.add.at(table, (gold, best), 1)
    f1 = [2 * table[k, k] / max(1, table[k].sum() + table[:, k].sum()) for k in range(3)]
    off = calibration_error(sure, best == gold)
    return {"macro_f1": round(100 * float(np.mean(f1)), 1), "calibration_error": round(off, 4)}


def score_feelings(encoder: Encoder, texts: Sequence[Labelled]) -> tuple[npt.NDArray[np.int64], Floats]:
    """Return what is felt towards every target of ``texts``, and the head's scores, (targets, 3)."""
    gold, scores = [], []
    for text, window, heads in read(encoder, texts):
        for lo, hi, feeling in layers.targets(window, text):
            if lo < window.context:
                continue
            target = np.zeros((1, len(window.first)), np.float32)
            target[0, lo:hi] = 1
            within = (window.paragraphs == window.paragraphs[lo])[None]
            gold.append(feeling)
            scores.append(encoder.score_feelings(heads.feeling, target, within)[0][0])
    return np.array(gold, np.int64), np.array(scores, np.float32).reshape(-1, 3)


def factuality(encoder: Encoder, texts: Sequence[Labelled]) -> dict[str, float]:
    """Return Pearson's correlation with people's judgements."""
    pairs: list[tuple[float, float]] = []
    for text, window, heads in read(encoder, texts):
        for offset, value in text.facts or ():
            starts = window.offsets[window.context :, 0]
            if len(starts) and starts[0] <= offset <= starts[-1]:
                at = layers.word_at(starts, offset, offset + 1) + window.context
                pairs.append((float(heads.fact[at, 0]), value))
    return {"pearson": round(float(np.corrcoef(np.array(pairs).T)[0, 1]), 3)}
