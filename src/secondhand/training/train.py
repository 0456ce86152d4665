"""Train the network; stops and goes on where it was.

AdamW (Loshchilov & Hutter, 2019) with warm-up and linear decay; what is kept after each epoch is the
running mean of the weights (Polyak averaging), not the last ones.
"""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import nn

from secondhand.pipeline.network.encoder import BRANCH
from secondhand.training import corpora
from secondhand.training.batches import epoch as batches_of
from secondhand.training.layers import Inventory
from secondhand.training.model import FORK, Network
from secondhand.training.running_mean import begin_mean

WEIGHTS = {
    "cue": 15.0, "roles": 0.25, "manner": 2.0, "sentence": 5.0, "entity": 8.0, "tag": 3.0,
    "arc": 4.0, "relation": 2.5,    "antecedent": 2.0, "fact": 10.0, "feeling": 10.0,
}  # fmt: skip
"""brings the gradients of the heads to like size, those of the attribution being the largest"""
SHARES = {
    "polnear": 1.0, "claims": 2.0, "gum": 1.0, "ewt": 1.0, "crossner": 1.0, "uner": 1.0,
    "newsmtsc": 0.5, "uds": 0.5,
}  # fmt: skip
"""how often one epoch takes each corpus"""
_ATTRIBUTED = {"polnear", "claims"}
PARTS = {
    "all": set(SHARES), "trunk": _ATTRIBUTED, "upper": _ATTRIBUTED, "branch": set(SHARES) - _ATTRIBUTED,
}  # fmt: skip
"""what of the network one run can train, and the corpora for it; "upper" is the trunk above the fork"""
BRANCHING = ("encoder.branch.", "relations.", "feelings.", *(f"encoder.{head}." for head in BRANCH))
"""how the names of the branch's weights begin"""
_BELOW = tuple(f"encoder.bert.encoder.layer.{number}." for number in range(FORK))
BETAS = (0.9, 0.98)
"""a shorter memory of the gradients' squares than usual: with 0.999 the role head diverged"""
CLIP = 100.0
"""a guard against a broken batch only: norms are about 20, and where every step is clipped AdamW cannot
take smaller ones as gradients grow; with a limit of 1 the role head swung wider and wider"""
MEAN = 0.997
"""decay of the running mean of the weights, a step"""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to train on, from what, for how long."""

    data: Path
    """folder of the corpora"""
    encoder: Path
    """folder of the MiniLM-L6 weights and tokenizer"""
    out: Path
    """folder for checkpoints, one an epoch, log.jsonl and inventory.json (the labels of the treebanks)"""
    start: Path | None = None
    """weights to begin from instead of the plain encoder: an epoch's checkpoint of another run"""
    epochs: int = 4
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    seed: int = 20
    part: str = "all"
    """what of the network to train, one of ``PARTS``; the rest stays as it is"""

    @property
    def shares(self) -> dict[str, float]:
        """How often one epoch takes each corpus."""
        return {name: share if name in PARTS[self.part] else 0.0 for name, share in SHARES.items()}

    def with_rates(self, encoder: float, head: float, seed: int) -> Plan:
        """Return this plan with other learning rates and another seed."""
        return replace(self, encoder_rate=encoder, head_rate=head, seed=seed)


def open_tokenizer(folder: Path) -> Tokenizer:
    """Return the encoder's tokenizer, without its padding and truncation."""
    tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def train(plan: Plan) -> None:
    """Train for ``plan.epochs``, from the last checkpoint in ``plan.out`` where there is one.

    The rates of ``plan`` hold from there on, also where they differ from those of the checkpoint's run.
    """
    torch.manual_seed(plan.seed)
    plan.out.mkdir(parents=True, exist_ok=True)
    texts = corpora.load(plan.data, "train")
    inventory = Inventory.of([*texts["gum"], *texts["ewt"]])
    (plan.out / "inventory.json").write_text(json.dumps(asdict(inventory)), encoding="utf-8")
    network = Network(plan.encoder, inventory)
    if plan.start:
        network.load_state_dict(torch.load(plan.start, weights_only=True))
    mean = begin_mean(network, MEAN)
    tokenizer = open_tokenizer(plan.encoder)
    steps = len(batches_of(tokenizer, texts, inventory, plan.shares, plan.seed))
    optimizer, schedule = _optimizer(network, plan, steps * plan.epochs)
    begin = _resume(plan, network, mean, optimizer, schedule)
    for number in range(begin, plan.epochs):
        torch.manual_seed(plan.seed + number)
        batches = batches_of(tokenizer, texts, inventory, plan.shares, plan.seed + number)
        losses = _one_epoch(network, mean, optimizer, schedule, batches, f"epoch {number + 1}/{plan.epochs}")
        _save(plan, number + 1, network, mean, optimizer, schedule, losses)


def _optimizer(network: Network, plan: Plan, steps: int) -> tuple[torch.optim.AdamW, Any]:
    old, new = list_trained(network, plan.part)
    groups = [{"params": old, "lr": plan.encoder_rate}, {"params": new, "lr": plan.head_rate}]
    optimizer = torch.optim.AdamW(groups, betas=BETAS, eps=1e-6, weight_decay=0.01, fused=True)
    warm = max(1, steps // 16)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / warm, max(0.02, (steps - at) / (steps - warm)))
    )
    return optimizer, schedule


def list_trained(network: Network, part: str) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """Return the encoder's weights that ``part`` trains and those of its heads; the rest are frozen."""
    old: list[nn.Parameter] = []
    new: list[nn.Parameter] = []
    for name, weight in network.named_parameters():
        layers = name.startswith(("encoder.bert.", "encoder.branch."))
        weight.requires_grad_("word_embeddings" not in name and part in _parts(name))
        if weight.requires_grad:
            (old if layers else new).append(weight)
    return old, new


def _parts(name: str) -> set[str]:
    """Return the parts that the weight ``name`` belongs to."""
    if name.startswith(BRANCHING):
        return {"all", "branch"}
    below = name.startswith(("encoder.bert.embeddings.", "encoder.extra.", *_BELOW))
    return {"all", "trunk"} if below else {"all", "trunk", "upper"}


def _one_epoch(
    network: Network, mean: Any, optimizer: Any, schedule: Any, batches: list[dict[str, Any]], name: str
) -> dict[str, float]:
    network.train()
    sums: dict[str, list[float]] = {head: [] for head in WEIGHTS}
    begun = time.monotonic()
    for at, batch in enumerate(batches, 1):
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=_has_tiles()):
            losses = network.loss(batch)
        if not losses:  # nothing in it is labelled: a target that its window cuts off
            continue
        for head, loss in losses.items():
            sums[head].append(loss.item())
        total = torch.stack([WEIGHTS[head] * loss for head, loss in losses.items()]).sum()
        optimizer.zero_grad()
        total.backward()
        nn.utils.clip_grad_norm_(network.parameters(), CLIP)
        optimizer.step()
        schedule.step()
        mean.update_parameters(network)
        if at % 10 == 0 or at == len(batches):
            recent = " ".join(f"{h} {sum(v[-10:]) / len(v[-10:]):.4f}" for h, v in sums.items() if v)
            took = time.monotonic() - begun
            print(f"{name} step {at}/{len(batches)} {took / at:.2f} s a step: {recent}", flush=True)
    return {head: sum(values) / max(1, len(values)) for head, values in sums.items()}


def _has_tiles() -> bool:
    """Say whether the processor multiplies bfloat16 itself (AMX); where it does not, float32 is quicker."""
    return bool(torch.cpu._is_amx_tile_supported())


def _save(
    plan: Plan,
    number: int,
    network: Network,
    mean: Any,
    optimizer: Any,
    schedule: Any,
    losses: dict[str, float],
) -> None:
    torch.save(mean.module.state_dict(), plan.out / f"epoch-{number}.pt")
    state = {
        "epoch": number,
        "network": network.state_dict(),
        "mean": mean.state_dict(),
        "optimizer": optimizer.state_dict(),
        "schedule": schedule.state_dict(),
    }
    torch.save(state, plan.out / "last.tmp")
    (plan.out / "last.tmp").replace(plan.out / "last.pt")
    with (plan.out / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps({"epoch": number, "loss": losses}) + "\n")


def _resume(plan: Plan, network: Network, mean: Any, optimizer: Any, schedule: Any) -> int:
    path = plan.out / "last.pt"
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    mean.load_state_dict(state["mean"])
    optimizer.load_state_dict(state["optimizer"])
    rates = list(schedule.base_lrs)
    schedule.load_state_dict(state["schedule"])
    schedule.base_lrs = rates
    for group in optimizer.param_groups:
        group.update(betas=BETAS, eps=1e-6)
    return int(state["epoch"])
