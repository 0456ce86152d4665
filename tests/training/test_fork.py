"""The fork: what one side learns leaves the other as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from secondhand.training.layers import Inventory  # noqa: E402
from secondhand.training.model import BRANCH, FORK, TRUNK, Network  # noqa: E402
from secondhand.training.train import Plan, list_trained  # noqa: E402

INVENTORY = Inventory(("NOUN", "VERB"), ("nsubj", "root"))


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("encoder")
    config = transformers.BertConfig(
        vocab_size=30, hidden_size=16, num_hidden_layers=6, num_attention_heads=2, intermediate_size=32
    )
    transformers.BertModel(config).save_pretrained(folder)
    return Network(folder, INVENTORY).eval()


def window() -> dict[str, Any]:
    return {
        "ids": torch.tensor([[1, 5, 6, 2]]),
        "mask": torch.ones(1, 4, dtype=torch.long),
        "features": torch.zeros(1, 4, 3, dtype=torch.long),
        "first": torch.tensor([[1, 2]]),
    }


def test_every_head_says_something_of_every_word(network: Any) -> None:
    given = window()
    shared = network.encoder.encode_below_fork(given["ids"], given["mask"], given["features"])
    said = network.encoder.upper(shared, given["mask"], given["first"])
    said |= network.encoder.side(shared, given["mask"], given["first"])
    assert set(said) == {*TRUNK, *BRANCH, "seen"}
    assert all(scores.shape[:2] == (1, 2) for scores in said.values())
    assert said["arc"].shape == said["antecedent"].shape == (1, 2, 2)


@pytest.mark.parametrize(
    ("labels", "moved", "still"),
    [
        ({"cue": [[1, 0]]}, ("bert.encoder.layer.0", "bert.encoder.layer.5", "cue"), ("branch", "tag")),
        ({"tag": [[1, 0]]}, ("branch.2", "tag"), ("bert", "cue")),
    ],
)
def test_a_batch_trains_only_its_own_side(
    network: Any, labels: dict[str, Any], moved: tuple[str, ...], still: tuple[str, ...]
) -> None:
    network.zero_grad()
    batch = window() | {name: torch.tensor(rows) for name, rows in labels.items()}
    torch.stack(list(network.loss(batch).values())).sum().backward()
    touched = {n for n, w in network.encoder.named_parameters() if w.grad is not None and w.grad.any()}
    assert all(any(name.startswith(part) for name in touched) for part in moved)
    assert not any(name.startswith(still) for name in touched)


@pytest.mark.parametrize(
    ("part", "corpora"),
    [
        ("trunk", {"polnear", "claims"}),
        ("upper", {"polnear", "claims"}),
        ("branch", {"gum", "ewt", "crossner", "uner", "newsmtsc", "uds"}),
    ],
)
def test_a_run_of_one_side_freezes_the_other(network: Any, part: str, corpora: set[str]) -> None:
    plan = Plan(Path(), Path(), Path(), part=part)
    assert {name for name, share in plan.shares.items() if share} == corpora
    layers, heads = list_trained(network, part)
    chosen = {id(weight) for weight in layers + heads}
    frozen = {name for name, weight in network.named_parameters() if id(weight) not in chosen}
    assert "encoder.bert.embeddings.word_embeddings.weight" in frozen
    assert (f"encoder.bert.encoder.layer.{FORK - 1}.output.dense.weight" in frozen) == (part != "trunk")
    assert (f"encoder.bert.encoder.layer.{FORK}.output.dense.weight" in frozen) == (part == "branch")
    assert ("roles.out.weight" in frozen) == (part == "branch") != ("encoder.tag.weight" in frozen)
