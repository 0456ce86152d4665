"""Exported weights → a checkpoint to go on from, where that of their own run is gone.

The int8 weights are turned back into floats. What rounding took stays lost, but they lie on the grid
that they are rounded to when they are exported again, and so come out as they were.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper

from secondhand.pipeline.network.attributions import Settings
from secondhand.training.export import prune
from secondhand.training.layers import Inventory
from secondhand.training.model import Network
from secondhand.training.train import open_tokenizer

Array = npt.NDArray[Any]
_NETWORKS = ("encoder", "branch", "roles", "relations", "feelings", "manners")
_TABLE = "encoder.bert.embeddings.word_embeddings.weight"


def unpack(encoder: Path, weights: Path, out: Path) -> list[str]:
    """Write the network of folder ``weights`` to ``out``, a checkpoint, with inventory.json beside it.

    ``encoder`` is the folder of the plain encoder, whose word embeddings are never trained. Return the names
    of the network's weights that the folder lacks: those are left random, as is what labels added since need.
    """
    settings = Settings.from_json((weights / "settings.json").read_text(encoding="utf-8"))
    inventory = Inventory(settings.tags, settings.relations)
    network = Network(encoder, inventory)
    mine = network.state_dict()
    found = {"transitions.step": np.array(settings.step), "transitions.begin": np.array(settings.begin)}
    for name in _NETWORKS:
        found |= dict(_read(onnx.load(weights / f"{name}.onnx").graph))
    if (table := found.pop("relations.table", found.pop("table", None))) is not None:
        size = len(table)
        found["relations.weight"] = table.reshape(size, -1, size).transpose(1, 0, 2)
    _check_words(found.pop(_TABLE), mine[_TABLE].numpy()[prune(open_tokenizer(encoder))[1]])
    for name in mine.keys() & found.keys():
        value = torch.from_numpy(np.array(found[name], np.float32))
        mine[name][tuple(slice(size) for size in value.shape)] = value
    out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(mine, out)
    (out.parent / "inventory.json").write_text(json.dumps(asdict(inventory)), encoding="utf-8")
    return sorted(mine.keys() - found.keys() - {_TABLE})


def _check_words(ours: Array, plain: Array) -> None:
    """Raise ValueError unless the word embeddings ``ours`` are the ``plain`` ones but for their rounding."""
    if ours.shape != plain.shape or np.abs(ours - plain).max() > 0.02:
        raise ValueError("the weights were not made from this encoder")


def _read(graph: Any) -> Iterator[tuple[str, Array]]:
    """Yield name and values of each weight in ``graph``, as the network names them."""
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    for name, value in stored.items():
        if name.endswith("_quantized"):
            bare = name.removesuffix("_quantized")
            scale, zero = stored[bare + "_scale"], stored[bare + "_zero_point"]
            value = (value.astype(np.float32) - zero.astype(np.float32)) * scale
            name = bare
        elif name.endswith(("_scale", "_zero_point")):
            continue
        if name.endswith("_Transposed"):
            name, value = name.removesuffix("_Transposed"), value.T
        if name.startswith("onnx::"):
            if (bias := _bias_behind(graph, name, stored)) is not None:
                yield bias.removesuffix("bias") + "weight", value.T
        else:
            yield name, value


def _bias_behind(graph: Any, name: str, stored: dict[str, Array]) -> str | None:
    """Return the bias that is added to the product with weight ``name``, whose own name the exporter lost."""
    reached = {name, f"{name}_quantized"}
    for node in graph.node:
        if not reached & set(node.input):
            continue
        if node.op_type == "Add":
            return next((given for given in node.input if given in stored and given.endswith("bias")), None)
        if node.op_type in {"MatMul", "MatMulInteger", "Cast", "Mul"}:
            reached |= set(node.output)
    return None
