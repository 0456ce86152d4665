from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from secondhand.pipeline.network.contents import (
    ContentLook,
    find_inner_cues,
    look_at_contents,
    read_felt,
)
from secondhand.pipeline.network.windows import Window
from tests.pipeline.making import scored

OFFSETS = np.array([[0, 2], [3, 7], [8, 12], [13, 15], [16, 21], [22, 27]])


def window() -> Window:
    none = np.zeros(0, np.int64)
    return Window(none, none, np.arange(6) + 1, OFFSETS, np.zeros(6, np.int64), (), 0)


class Stub:
    """Sure of nothing but that the first word of every content is something against, and a cue."""

    def score_contents(self, states: Any, begin: Any, end: Any, at: Any, inside: Any) -> Any:
        self.at, self.inside = at.tolist(), inside.tolist()
        out = np.zeros((*at.shape, 6), np.float32)
        out[:, 0, 1] = out[:, 0, 4] = 9.0
        out[:, 1:, 0] = out[:, 1:, 3] = 9.0
        return out


def test_only_the_words_of_a_content_are_looked_at() -> None:
    content = np.array([[0, 0, 1, 1, 0, 1], [0, 0, 0, 0, 1, 0]], bool)
    stub = Stub()
    look = look_at_contents(stub, scored(6), [(1, 2), (3, 4)], content)  # type: ignore[arg-type]
    assert stub.at == [[2, 3, 5], [4, 0, 0]]
    assert stub.inside == [[True, True, True], [True, False, False]]
    assert look.felt[0].sum(1).round(1).tolist() == [0, 0, 1, 0, 0, 0]
    assert look.inner[1].sum(1).round(1).tolist() == [0, 0, 0, 0, 1, 0]


def likely(*rows: list[float]) -> ContentLook:
    """A look that has these chances of the first word of a cue."""
    inner = np.stack([np.array(rows, np.float32), np.zeros((len(rows), 6), np.float32)], -1)
    return ContentLook(np.zeros_like(inner), inner)


def test_the_surer_of_two_contents_counts() -> None:
    look = likely([0, 0, 0.1, 0, 0.9, 0], [0, 0, 0, 0, 0.1, 0])
    cues, chances = find_inner_cues(look, [(1, 2)])
    assert cues == [(4, 5)]
    assert chances[4].tolist() == pytest.approx([0.1, 0.9, 0])


def test_known_cues_are_none_again() -> None:
    look = likely([0, 0, 0.9, 0, 0.9, 0])
    assert find_inner_cues(look, [(1, 3)])[0] == [(4, 5)]
    assert find_inner_cues(look, [(1, 3), (4, 6)])[0] == []


def test_words_felt_about_are_read_in_runs() -> None:
    felt = np.array([[0, 0], [0.9, 0], [0.5, 0.1], [0, 0.1], [0, 0.6], [0, 0]], np.float32)
    told = [(f.start, f.end, f.against, f.for_) for f in read_felt(window(), felt)]
    assert told == [(3, 12, 0.7, 0.05), (16, 21, 0.0, 0.6)]
