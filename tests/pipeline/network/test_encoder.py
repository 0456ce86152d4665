"""What is asked of the sessions and what becomes of their answers, with sessions that only write it down."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel

from secondhand.pipeline.network import encoder as module
from secondhand.pipeline.network.encoder import (
    FILES,
    NETWORKS,
    PROBE,
    PROBED,
    Encoder,
    is_exact_here,
    open_early,
    softmax,
)
from secondhand.pipeline.network.windows import Window

TOKENIZER = Tokenizer(WordLevel({"[CLS]": 5, "[SEP]": 7, "[UNK]": 9}, "[UNK]")).to_str()  # type: ignore[call-arg]
WORDS = np.arange(6, dtype=np.float32).reshape(2, 3)
ANSWERS: dict[str, list[Any]] = {
    "encoder.onnx": [
        np.log([[[1.0, 2, 1], [3, 0.5, 0.5]]]),
        WORDS[None] + 10,
        WORDS[None] + 20,
        WORDS[None] + 25,
        "shared",
    ],
    "branch.onnx": [
        np.log([[[1.0, 3], [1, 1]]]),
        np.log([[[1.0, 1, 2], [8, 1, 1]]]),
        *(WORDS[None] + n for n in range(6)),
        WORDS[None] + 90,
    ],
    "roles.onnx": [WORDS + 30],
    "contents.onnx": [WORDS + 40],
    "manners.onnx": [WORDS + 50],
    "relations.onnx": [WORDS + 60],
    "feelings.onnx": [WORDS + 70, WORDS + 80],
    "links.onnx": [WORDS + 85],
    PROBE: [np.full((PROBED, PROBED), 255 * 127 * PROBED, np.int32)],
}
OPENED = len(NETWORKS) + 1
"""sessions, that of the probe among them"""
SHIPPED = Path(module.__file__).parents[1] / "en_secondhand" / "secondhand_attribution"


class Session:
    """A session whose weights are its name."""

    asked: ClassVar[list[tuple[str, Any, dict[str, Any]]]] = []
    threads: ClassVar[list[int]] = []
    unsigned: ClassVar[dict[str, str]] = {}

    def __init__(self, weights: bytes, options: Any, providers: list[str]) -> None:
        assert providers == ["CPUExecutionProvider"]
        self.name = weights.decode()
        self.threads.append(options.intra_op_num_threads)
        self.unsigned[self.name] = options.get_session_config_entry("session.x64quantprecision")

    def run(self, names: Any, given: dict[str, Any]) -> list[Any]:
        if self.name != PROBE:
            self.asked.append((self.name, names, given))
        return ANSWERS[self.name]


@pytest.fixture(autouse=True)
def sessions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Session, "asked", [])
    monkeypatch.setattr(Session, "threads", [])
    monkeypatch.setattr(Session, "unsigned", {})
    monkeypatch.setattr("onnxruntime.InferenceSession", Session)


def assets() -> dict[str, bytes]:
    return {name: name.encode() for name in (*NETWORKS, PROBE)} | {"tokenizer.json": TOKENIZER.encode()}


def write(folder: Path) -> Path:
    for name, asset in assets().items():
        (folder / name).write_bytes(asset)
    return folder


def window() -> Window:
    ids, first = np.array([5, 1, 2, 7]), np.array([1, 2])
    return Window(
        ids, np.ones((4, 3), np.int64), first, np.array([[0, 2], [3, 5]]), np.zeros(2, np.int64), ()
    )


def test_one_pass_of_the_trunk_and_one_of_the_branch_say_everything() -> None:
    scores = Encoder(assets()).read(window())
    assert scores.cue == pytest.approx(np.array([[0.25, 0.5, 0.25], [0.75, 0.125, 0.125]]))
    assert scores.words.tolist() == (WORDS + 10).tolist()
    assert scores.manner.tolist() == (WORDS + 20).tolist()
    assert scores.states.tolist() == [[25, 26, 27, 90, 91, 92], [28, 29, 30, 93, 94, 95]]
    assert scores.sentence == pytest.approx(np.array([0.75, 0.5]))
    assert scores.entity == pytest.approx(np.array([[0.25, 0.25, 0.5], [0.8, 0.1, 0.1]]))
    heads = scores.heads
    order = (heads.tag, heads.arc, heads.relation, heads.antecedent, heads.fact, heads.feeling)
    assert [head[0, 0] for head in order] == [0, 1, 2, 3, 4, 5]


def test_the_trunk_is_given_the_window_alone_and_the_branch_what_the_trunk_made() -> None:
    Encoder(assets()).read(window())
    (trunk, names, given), (branch, more, then) = Session.asked
    assert (trunk, names) == ("encoder.onnx", ["cue", "words", "manner", "trunk", "shared"])
    assert {name: value.tolist() for name, value in given.items()} == {
        "ids": [[5, 1, 2, 7]], "features": [[[1, 1, 1]] * 4], "first": [[1, 2]],
    }  # fmt: skip
    assert {value.dtype for value in given.values()} == {np.dtype(np.int64)}
    assert branch == "branch.onnx"
    assert more == ["sentence", "entity", "tag", "arc", "relation", "antecedent", "fact", "feeling", "side"]
    assert then["shared"] == "shared"
    assert {name: value.tolist() for name, value in then.items() if name != "shared"} == {"first": [[1, 2]]}


def test_every_other_head_is_asked_by_names() -> None:
    made = Encoder(assets())
    assert made.score_roles(*"wbedp")[0, 0] == 30  # type: ignore[arg-type]
    assert made.score_contents(*"sbeai")[0, 0] == 40  # type: ignore[arg-type]
    assert made.score_manners(*"wbesc")[0, 0] == 50  # type: ignore[arg-type]
    assert made.score_relations(*"lu")[0, 0] == 60  # type: ignore[arg-type]
    scores, weight = made.score_feelings(*"wti")  # type: ignore[arg-type]
    assert (scores[0, 0], weight[0, 0]) == (70, 80)
    assert made.make_views("s")[0, 0] == 85  # type: ignore[arg-type]
    assert Session.asked == [
        ("roles.onnx", None, {"words": "w", "begin": "b", "end": "e", "distance": "d", "paragraph": "p"}),
        ("contents.onnx", None, {"states": "s", "begin": "b", "end": "e", "at": "a", "inside": "i"}),
        ("manners.onnx", None, {"words": "w", "begin": "b", "end": "e", "source": "s", "content": "c"}),
        ("relations.onnx", None, {"lower": "l", "upper": "u"}),
        ("feelings.onnx", None, {"words": "w", "target": "t", "within": "i"}),
        ("links.onnx", None, {"states": "s"}),
    ]


def test_it_knows_the_ends_of_a_window_and_takes_one_thread_a_session() -> None:
    assert Encoder(assets()).ends == (5, 7)
    assert Session.threads == [1] * OPENED


def test_a_copy_opens_its_own_sessions() -> None:
    made = Encoder(assets())
    again = pickle.loads(pickle.dumps(made))
    assert again.assets == made.assets
    assert len(Session.threads) == 2 * OPENED


def test_it_is_opened_from_a_folder(tmp_path: Path) -> None:
    assert Encoder.open(write(tmp_path)).assets == assets()
    assert set(assets()) == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_folder_without_one_of_its_files_is_refused(name: str, tmp_path: Path) -> None:
    (write(tmp_path) / name).unlink()
    with pytest.raises(FileNotFoundError, match=name):
        Encoder.open(tmp_path)


def test_what_was_opened_early_is_opened_once(tmp_path: Path) -> None:
    open_early(write(tmp_path))
    first = Encoder.open(tmp_path)
    assert len(Session.threads) == OPENED
    assert Encoder.open(tmp_path) is not first
    assert tmp_path not in module._EARLY


def test_what_could_not_be_opened_early_is_told_to_whoever_asks(tmp_path: Path) -> None:
    open_early(tmp_path)
    with pytest.raises(FileNotFoundError):
        Encoder.open(tmp_path)


def test_probabilities_add_up_to_one_however_large_the_scores_are() -> None:
    told = softmax(np.array([[0.0, np.log(3)], [1000.0, 1000.0]], np.float32))
    assert told == pytest.approx(np.array([[0.25, 0.75], [0.5, 0.5]]))


def test_where_products_are_added_up_exactly_they_stay_as_they_are() -> None:
    Encoder(assets())
    assert Session.unsigned == dict.fromkeys((PROBE, *NETWORKS), "0")


@pytest.mark.parametrize("wrong", [32767 * (PROBED // 2), 255 * 127 * PROBED - 1])
def test_where_sums_are_cut_off_all_but_the_probe_are_of_unsigned_numbers(
    wrong: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sums = ANSWERS[PROBE][0].copy()
    sums[3, 5] = wrong
    monkeypatch.setitem(ANSWERS, PROBE, [sums])
    Encoder(assets())
    assert Session.unsigned == {PROBE: "0"} | dict.fromkeys(NETWORKS, "1")


def test_this_processor_adds_up_exactly_as_networks_are_opened_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    probe = (SHIPPED / PROBE).read_bytes()
    opened = module._open_session(probe, exact=is_exact_here(probe))
    given = np.arange(PROBED * PROBED, dtype=np.uint8).reshape(PROBED, PROBED)
    sums = opened.run(None, {"given": given})[0]
    assert sums.tolist() == (given.astype(int).sum(1, keepdims=True) * 127).repeat(PROBED, 1).tolist()
