"""Corpora of single sentences: feelings towards a target (NewsMTSC), how factual predicates are (UDS-IH2)."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from secondhand.training.labelled import Builder, Labelled, Target

TOGETHER = 6
"""sentences in one text, each a paragraph of its own"""
HELD_BACK = 10
"""one article in so many is kept for scoring"""


def newsmtsc(path: Path, *, held_back: bool) -> list[Labelled]:
    """Read NewsMTSC's training sentences: those of the articles kept for scoring, or all others."""
    rows = [row for row in _rows(path) if _is_kept(row) == held_back]
    # Neighbours in the file tell of the same people: strangers side by side are harder to mix up.
    step = -(-len(rows) // TOGETHER)
    return [_together(f"newsmtsc-{at}", rows[at::step]) for at in range(step)]


def _is_kept(row: dict[str, Any]) -> bool:
    """Whether the article of ``row`` is kept for scoring; the same at every run."""
    article = row["primary_gid"].rsplit("_", 3)[0].rsplit("_", 1)[0]
    return zlib.crc32(article.encode()) % HELD_BACK == 0


def _together(name: str, rows: Sequence[dict[str, Any]]) -> Labelled:
    text, spans, targets = "", [], []
    for row in rows:
        text += "\n\n" if text else ""
        start = len(text)
        text += row["sentence_normalized"]
        spans.append((start, len(text)))
        targets += [
            Target(start + t["from"], start + t["to"], int(t["polarity"] - 2) // 2) for t in row["targets"]
        ]
    return Labelled(name, text, spans, targets=targets)


def uds(path: Path) -> list[Labelled]:
    """Read UDS-IH2's sentences."""
    rows = list(_rows(path))
    return [_predicates(f"uds-{at}", rows[at : at + TOGETHER]) for at in range(0, len(rows), TOGETHER)]


def _predicates(name: str, rows: Sequence[dict[str, Any]]) -> Labelled:
    builder, facts = Builder(), []
    for row in rows:
        begin = len(builder.spans)
        builder.sentence(row["text"].split(" "))
        builder.gap = "\n\n"
        facts += [(builder.spans[begin + t["span1"][0]][0], float(t["label"])) for t in row["targets"]]
    return replace(builder.label(name, sentences=False, entities=False), facts=facts)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
