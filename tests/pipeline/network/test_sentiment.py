from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from secondhand.pipeline.network.sentiment import read_feelings
from secondhand.pipeline.network.windows import Window
from tests.pipeline.making import attribution, find, scored

TEXT = "Ann said he loves Bob Lee. Cid left Rome."
OFFSETS = np.array(
    [(0, 3), (4, 8), (9, 11), (12, 17), (18, 21), (22, 25), (25, 26), (27, 30), (31, 35), (36, 40), (40, 41)]
)
COUNT = len(OFFSETS)
SAID = attribution(TEXT, "he loves Bob Lee", "said", "Ann")
NAMES = [(*find(TEXT, name), "PERSON") for name in ("Ann", "Bob Lee", "Cid")]


class Stub:
    """Says of each target what it is given, and keeps what it was asked."""

    def __init__(self, score: tuple[float, float, float] = (0, 0, 0), *heaviest: int) -> None:
        self.score = score
        self.heaviest = heaviest
        self.targets: list[list[int]] = []
        self.within: list[list[int]] = []

    def score_feelings(
        self, _: npt.NDArray[np.float32], target: npt.NDArray[np.float32], within: npt.NDArray[np.bool_]
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        self.targets = [np.flatnonzero(row).tolist() for row in target]
        self.within = [np.flatnonzero(row).tolist() for row in within]
        weight = np.zeros(target.shape, np.float32)
        for rank, word in enumerate(reversed(self.heaviest), 1):
            weight[:, word] = rank
        return np.array([self.score] * len(target), np.float32), weight


def window() -> Window:
    ids, features = np.ones(COUNT, np.int64), np.zeros((COUNT, 3), np.int64)
    return Window(ids, features, np.arange(COUNT), OFFSETS, np.zeros(COUNT, np.int64), ())


def read(stub: Stub, *found: object, temperature: float = 1.0) -> list[tuple[str, str, float, float, str]]:
    """Cue, target, against, for and evidence of each feeling."""
    heads = scored(COUNT).heads
    assert heads is not None
    told = read_feelings(stub, window(), heads, TEXT, found, NAMES, temperature)  # type: ignore[arg-type]
    return [
        (TEXT[slice(*f.cue)], TEXT[slice(*f.target)], f.against, f.for_, TEXT[slice(*f.evidence)])
        for f in told
    ]


def test_names_and_pronouns_in_a_content_are_asked_for_with_its_words() -> None:
    stub = Stub()
    assert [(cue, target) for cue, target, *_ in read(stub, SAID)] == [("said", "Bob Lee"), ("said", "he")]
    assert stub.targets == [[4, 5], [2]]
    assert stub.within == [[2, 3, 4, 5]] * 2


def test_a_content_in_pieces_is_one() -> None:
    stub = Stub()
    left = attribution(TEXT, ["he loves", "left Rome"], "said", "Ann")
    assert [target for _, target, *_ in read(stub, left)] == ["he"]
    assert stub.within == [[2, 3, 8, 9]]


def test_each_attribution_has_feelings_of_its_own() -> None:
    stub = Stub()
    left = attribution(TEXT, "Cid left Rome", "loves", "Bob Lee")
    found = [(cue, target) for cue, target, *_ in read(stub, SAID, left)]
    assert found == [("said", "Bob Lee"), ("said", "he"), ("loves", "Cid")]
    assert stub.within[-1] == [7, 8, 9]


def test_likelihoods_are_against_and_for() -> None:
    ((*_, against, for_, _), _) = read(Stub((np.log(0.2), np.log(0.1), np.log(0.7))), SAID)
    assert (against, for_) == (pytest.approx(0.2), pytest.approx(0.7))


def test_a_temperature_makes_them_less_sure() -> None:
    ((*_, against, for_, _), _) = read(Stub((0.0, -99.0, 2 * np.log(3.0))), SAID, temperature=2.0)
    assert (against, for_) == (pytest.approx(0.25), pytest.approx(0.75))


@pytest.mark.parametrize(
    ("heaviest", "evidence"),
    [
        ((3,), "loves"),
        ((4, 3), "loves"),
        ((5, 3), "loves"),
        ((2, 3), "loves"),
    ],
)
def test_the_evidence_is_a_word_of_three_letters_outside_the_target(
    heaviest: tuple[int, ...], evidence: str
) -> None:
    assert read(Stub((0, 0, 0), *heaviest), SAID)[0][-1] == evidence


def test_where_nobody_is_named_nothing_is_felt() -> None:
    assert read(Stub(), attribution(TEXT, "left Rome", "said", "Ann")) == []
    assert read(Stub()) == []
