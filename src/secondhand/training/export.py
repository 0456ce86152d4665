"""A trained network → the ONNX files the pipeline runs, the encoder in int8."""

from __future__ import annotations

import json
import shutil
import tempfile
import unicodedata
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from secondhand.pipeline.network.attributions import Settings
from secondhand.pipeline.network.encoder import BRANCH, PROBE, TRUNK
from secondhand.training.heads import FEELING, MANNER, RELATION, Feelings, Manners, Relations
from secondhand.training.layers import Inventory
from secondhand.training.model import WIDTH, Encoder, Network, Roles
from secondhand.training.quantizing import quantize_network, write_probe
from secondhand.training.train import open_tokenizer

OPSET = 17


class RolesOfWindow(nn.Module):
    """The role head for the cues of one window."""

    def __init__(self, roles: Roles) -> None:
        """Wrap the trained head."""
        super().__init__()
        self.roles = roles

    def forward(
        self, words: Tensor, begin: Tensor, end: Tensor, distance: Tensor, paragraph: Tensor
    ) -> Tensor:
        """Return scores (cues, words, roles) from ``words`` (words, 2 × WIDTH)."""
        scores: Tensor = self.roles(words.unsqueeze(0), words[begin], words[end], distance, paragraph)
        return scores


class MannersOfWindow(nn.Module):
    """The manner head for the cues of one window."""

    def __init__(self, manners: Manners) -> None:
        """Wrap the trained head."""
        super().__init__()
        self.manners = manners

    def forward(self, words: Tensor, begin: Tensor, end: Tensor, source: Tensor, content: Tensor) -> Tensor:
        """Return scores (cues, labels) from ``words`` (words, 3 × MANNER) and the cues."""
        scores: Tensor = self.manners(words.unsqueeze(0), words[begin], words[end], source, content)
        return scores


class Upper(nn.Module):
    """Pieces → what the trunk says of words, and what the branch goes on from."""

    def __init__(self, encoder: Encoder) -> None:
        """Wrap the trained encoder."""
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, features: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return what ``TRUNK`` names, the trunk's last layer, and the layer at the fork."""
        shared = self.encoder.encode_below_fork(ids, None, features)
        said = self.encoder.upper(shared, None, first)
        return (*(said[name] for name in TRUNK), said["seen"], shared)


class Side(nn.Module):
    """The layer at the fork → what the branch says of words."""

    def __init__(self, encoder: Encoder) -> None:
        """Wrap the trained encoder."""
        super().__init__()
        self.encoder = encoder

    def forward(self, shared: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return what ``BRANCH`` names, and the branch's last layer."""
        said = self.encoder.side(shared, None, first)
        return (*(said[name] for name in BRANCH), said["seen"])


class RelationsOfPairs(nn.Module):
    """The relation head with its weights laid out once and for all."""

    def __init__(self, relations: Relations) -> None:
        """Wrap the trained head."""
        super().__init__()
        self.relations = relations
        self.table = nn.Parameter(relations.table().detach().contiguous())

    def forward(self, lower: Tensor, upper: Tensor) -> Tensor:
        """Return scores (pairs, relations) of words and their heads."""
        lower, upper = nn.functional.gelu(lower), nn.functional.gelu(upper)
        return self.relations.score(lower, upper, self.table)


class FeelingsOfWindow(nn.Module):
    """The feeling head for targets of one window."""

    def __init__(self, feelings: Feelings) -> None:
        """Wrap the trained head."""
        super().__init__()
        self.feelings = feelings

    def forward(self, words: Tensor, target: Tensor, within: Tensor) -> tuple[Tensor, Tensor]:
        """Return scores and weights from ``words`` (words, 3 × FEELING) and the targets."""
        return self.feelings.weigh(words.unsqueeze(0), target, within)


def prune(tokenizer: Tokenizer) -> tuple[Tokenizer, list[int]]:
    """Return ``tokenizer`` without the pieces English never has, and the old numbers of those it keeps.

    That is a thirteenth of them: pieces kept free for later use, and letters of other alphabets.
    """
    record = json.loads(tokenizer.to_str())
    vocabulary: dict[str, int] = record["model"]["vocab"]
    kept = [(piece, number) for piece, number in vocabulary.items() if _english(piece)]
    record["model"]["vocab"] = {piece: at for at, (piece, _) in enumerate(kept)}
    for token in record["added_tokens"]:
        token["id"] = record["model"]["vocab"][token["content"]]
    for special in record["post_processor"]["special_tokens"].values():
        special["ids"] = [record["model"]["vocab"][token] for token in special["tokens"]]
    return Tokenizer.from_str(json.dumps(record)), [number for _, number in kept]


def _english(piece: str) -> bool:
    free = piece.startswith("[unused")
    return not free and all("LATIN" in unicodedata.name(c, "") for c in piece if c.isalpha())


def load(encoder: Path, checkpoint: Path) -> tuple[Network, Inventory]:
    """Return the network with the weights of an epoch, and the labels of its run.

    ``encoder`` is the folder of the plain encoder; beside ``checkpoint`` lies its run's inventory.json.
    """
    record = json.loads((checkpoint.parent / "inventory.json").read_text(encoding="utf-8"))
    inventory = Inventory(tuple(record["tags"]), tuple(record["relations"]))
    network = Network(encoder, inventory)
    network.load_state_dict(torch.load(checkpoint, weights_only=True))
    return network, inventory


def export(network: Network, inventory: Inventory, tokenizer: Path, out: Path, *, int8: bool = True) -> None:
    """Write weights, the tokenizer of folder ``tokenizer`` and bare settings into folder ``out``."""
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    table = network.encoder.bert.embeddings.word_embeddings
    words, kept = prune(open_tokenizer(tokenizer))
    table.weight = nn.Parameter(table.weight[kept])
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder)
        _encoder(network, plain)
        _pairs(network, plain)
        for file in plain.iterdir():
            if int8:
                quantize_network(file, out / file.name)
            else:
                shutil.copy(file, out / file.name)
    write_probe(out / PROBE)
    _roles(network, out / "roles.onnx")
    _manners(network, out / "manners.onnx")
    words.save(str(out / "tokenizer.json"), pretty=False)
    settings = Settings(
        0.0,
        tuple(tuple(row) for row in network.transitions.step.tolist()),
        tuple(network.transitions.begin.tolist()),
        (0.0, 1.0, 1.0, 1.0),
        inventory.tags,
        inventory.relations,
    )
    (out / "settings.json").write_text(settings.to_json(), encoding="utf-8")


def _encoder(network: Network, folder: Path) -> None:
    """Write trunk and branch."""
    encoder, ids = network.encoder, torch.ones(2, 12, dtype=torch.long)
    features, first = torch.zeros(2, 12, 3, dtype=torch.long), torch.arange(9).repeat(2, 1)
    pieces = {name: {0: "windows", 1: "pieces"} for name in ("ids", "features", "shared")}
    words = {name: {0: "windows", 1: "words"} for name in ("first", *TRUNK, "trunk", *BRANCH, "side")}
    axes = pieces | words
    names, said = ["ids", "features", "first"], [*TRUNK, "trunk", "shared"]
    write_network(Upper(encoder), (ids, features, first), folder / "encoder.onnx", names, said, axes)
    given = (encoder.encode_below_fork(ids, None, features), first)
    names, said = ["shared", "first"], [*BRANCH, "side"]
    write_network(Side(encoder), given, folder / "branch.onnx", names, said, axes)


def _pairs(network: Network, out: Path) -> None:
    """Write the heads that name relations and tell feelings."""
    views = torch.zeros(3, RELATION)
    axes = {name: {0: "pairs"} for name in ("lower", "upper", "scores")}
    head = RelationsOfPairs(network.relations)
    write_network(head, (views, views), out / "relations.onnx", ["lower", "upper"], ["scores"], axes)
    words, marks = torch.zeros(9, 3 * FEELING), torch.ones(3, 9)
    axes = {name: {0: "targets", 1: "words"} for name in ("target", "within", "weight")}
    axes |= {"words": {0: "words"}, "scores": {0: "targets"}}
    names, given = ["words", "target", "within"], (words, marks, marks.bool())
    write_network(
        FeelingsOfWindow(network.feelings), given, out / "feelings.onnx", names, ["scores", "weight"], axes
    )


def write_network(
    head: nn.Module,
    given: tuple[Tensor, ...],
    path: Path,
    names: list[str],
    results: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    """Write ``head`` as ONNX; ``given`` is an example of what it is given, ``axes`` those of any length."""
    torch.onnx.export(
        head, given, str(path), input_names=names, output_names=results, dynamic_axes=axes,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def _roles(network: Network, path: Path) -> None:
    buckets = torch.zeros(3, 9, dtype=torch.long)
    given = (torch.zeros(9, 2 * WIDTH), torch.tensor([0, 3, 5]), torch.tensor([1, 3, 6]), buckets, buckets)
    names = ["words", "begin", "end", "distance", "paragraph"]
    axes = {
        "words": {0: "words"},
        "begin": {0: "cues"},
        "end": {0: "cues"},
        "scores": {0: "cues", 1: "words"},
    }
    axes |= {n: {0: "cues", 1: "words"} for n in names[3:]}
    write_network(RolesOfWindow(network.roles), given, path, names, ["scores"], axes)


def _manners(network: Network, path: Path) -> None:
    marks = torch.zeros(3, 9, dtype=torch.bool)
    given = (torch.zeros(9, 3 * MANNER), torch.tensor([0, 3, 5]), torch.tensor([1, 3, 6]), marks, marks)
    names = ["words", "begin", "end", "source", "content"]
    axes = {"words": {0: "words"}} | {n: {0: "cues"} for n in ("begin", "end", "scores")}
    axes |= {n: {0: "cues", 1: "words"} for n in names[3:]}
    write_network(MannersOfWindow(network.manners), given, path, names, ["scores"], axes)
