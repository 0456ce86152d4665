from __future__ import annotations

import numpy as np

from secondhand.pipeline.network.encoder import Floats
from secondhand.pipeline.network.windows import Window
from secondhand.pipeline.network.word_views import read_views

# Words: He cannot go; tokens: He can not go.
WORDS = [(0, 2), (3, 9), (10, 12)]
STARTS, ENDS = np.array([(0, 2), (3, 6), (6, 9), (10, 12)]).T
STATES = np.array([[1], [2], [3]], np.float32)


class Stub:
    """Views a word as itself and as ten times itself."""

    def make_views(self, states: Floats) -> Floats:
        return np.concatenate([states, states * 10], 1)


def read(context: int) -> list[tuple[int, list[float]]]:
    ids, features = np.ones(3, np.int64), np.zeros((3, 3), np.int64)
    given = Window(ids, features, np.arange(3), np.array(WORDS), np.zeros(3, np.int64), (), context)
    found = read_views(Stub(), given, STATES, STARTS, ENDS)  # type: ignore[arg-type]
    assert found.view.dtype == np.float16
    return list(zip(found.token.tolist(), found.view.tolist(), strict=True))


def test_a_token_is_viewed_as_its_word_and_one_without_a_word_not_at_all() -> None:
    assert read(0) == [(0, [1, 10]), (1, [2, 20]), (3, [3, 30])]


def test_the_words_before_a_window_are_another_ones() -> None:
    assert read(2) == [(3, [3, 30])]
