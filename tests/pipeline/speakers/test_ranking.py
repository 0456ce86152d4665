from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.doc.views import store_views
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.network.word_views import WordViews
from secondhand.pipeline.speakers.asked import read_asked
from secondhand.pipeline.speakers.candidates import Candidate
from secondhand.pipeline.speakers.ranking import SHARE, Ranking
from secondhand.pipeline.speakers.scene import Scene
from tests.pipeline.making import claim, doc_of

TEXT = "Ann sat. It rains, she said."
FOUND = [Candidate("known", Entity("Ann", "person", [(0, 3)])), Candidate("nobody", None)]


class Trees:
    """Two to one for the first."""

    def rank(self, rows: Sequence[Mapping[str, float]]) -> npt.NDArray[np.float64]:
        return np.array([2 / 3, 1 / 3])


class Words:
    """Eight to one for the second, and what it was asked."""

    asked: tuple[Any, ...] = ()

    def score(self, *given: Any) -> npt.NDArray[np.float32]:
        self.asked = given
        return np.log(np.array([1 / 9, 8 / 9], np.float32))


def rank(*, read: bool, words: Words | None) -> list[float]:
    doc = doc_of(TEXT)
    state.store_claims(doc, [], ())
    if read:
        store_views(doc, [WordViews(np.arange(len(doc)), np.ones((len(doc), 4), np.float16))])
    setting = Scene(doc, Origin(), [], {}, Hints())
    asked = read_asked(setting, claim(TEXT, "It rains", "said", "she"))
    ranking = Ranking(Trees(), words)  # type: ignore[arg-type]
    return list(map(float, ranking.rank(setting, asked, FOUND, [{}, {}])))


def test_the_chances_are_a_weighted_geometric_mean() -> None:
    words = Words()
    first, second = rank(read=True, words=words)
    assert first / second == pytest.approx(2 ** (1 - SHARE) / 8**SHARE, rel=1e-4)
    assert first + second == pytest.approx(1)
    she, names = words.asked[1], words.asked[2]
    assert (doc_of(TEXT)[she].text, [[doc_of(TEXT)[i].text for i in some] for some in names]) == (
        "she", [["Ann"], []],
    )  # fmt: skip


@pytest.mark.parametrize(("read", "words"), [(False, Words()), (True, None)])
def test_where_the_words_are_not_known_the_trees_alone_count(read: bool, words: Words | None) -> None:
    assert rank(read=read, words=words) == pytest.approx([2 / 3, 1 / 3])
