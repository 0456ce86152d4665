"""Sentence starts and named entities, read off the heads' scores."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from secondhand.pipeline.network.contents import find_runs
from secondhand.pipeline.network.encoder import Scores
from secondhand.pipeline.network.viterbi import find_best_labels
from secondhand.pipeline.network.windows import Window

KINDS = ("PERSON", "ORG", "LOC", "NORP")
"""LOC is a place of any kind, NORP a nationality, religion or political group"""


_STEP = np.zeros((1 + 2 * len(KINDS), 1 + 2 * len(KINDS)), np.float32)
_BEGIN = np.zeros(1 + 2 * len(KINDS), np.float32)
# A name goes on only where one of its kind has begun.
for _kind in range(len(KINDS)):
    _STEP[:, 2 + 2 * _kind] = _BEGIN[2 + 2 * _kind] = -1e4
    _STEP[1 + 2 * _kind : 3 + 2 * _kind, 2 + 2 * _kind] = 0


def find_sentence_starts(window: Window, scores: Scores) -> tuple[int, ...]:
    """Return the offsets where sentences begin, in the words the window owns."""
    own = scores.sentence > 0.5
    own[: window.context] = False
    return tuple(window.offsets[own, 0].tolist())


def find_entities(window: Window, scores: Scores) -> tuple[tuple[int, int, str], ...]:
    """Return start, end and kind of the named entities in the words the window owns.

    Names of one kind that touch are one: news does not put two side by side without a mark between.
    """
    if not len(scores.entity):
        return ()
    best = find_best_labels(np.log(scores.entity + 1e-9)[None], _STEP, _BEGIN)[0]
    best[: window.context] = 0
    found: list[tuple[int, int, str]] = []
    for i, kind in enumerate(KINDS):
        last = -1
        for lo, hi in find_runs(best, 1 + 2 * i):
            start, end = int(window.offsets[lo, 0]), int(window.offsets[hi - 1, 1])
            if lo == last and window.paragraphs[lo] == window.paragraphs[lo - 1] and kind != "NORP":
                found[-1] = (found[-1][0], end, kind)
            else:
                found.append((start, end, kind))
            last = hi
    return tuple(_join_people(sorted(found)))


def _join_people(found: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield ``found``, a person's name and what the head takes for another right after it made one."""
    held: tuple[int, int, str] | None = None
    for start, end, kind in found:
        if held and held[2] == "PERSON" and kind in ("ORG", "LOC") and start - held[1] == 1:
            held = (held[0], end, "PERSON")
            continue
        if held:
            yield held
        held = (start, end, kind)
    if held:
        yield held
