"""Fit how candidates for the speaker of a claim are ranked, on articles annotated with speakers.

Trees are boosted on the gradient of the softmax over the candidates of a claim (ListNet: Cao et al., 2007).
The speakers before a claim are those of the annotation in a first round, and those that the ranker of that
round finds in a second: so it learns from what it will meet.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from secondhand import model_path
from secondhand.analysis import make_doc
from secondhand.pipeline.speakers.ranker import LEAF, Ranker
from secondhand.pipeline.speakers.ranking import TREES
from secondhand.training.claim_scores import article_of
from secondhand.training.speaker_examples import Examples, Gold, add_article

AFTER = ("secondhand_speakers", "secondhand_chains", "secondhand_stance", "secondhand_certainty")
"""components that come after what is learned from"""
Floats = npt.NDArray[np.float64]
ROUNDS = 2
"""fits, each but the first with the speakers before a claim as the last one ranks them"""
FLAT = 1e-3
"""least curvature of the loss that a step is divided by"""


@dataclass(frozen=True, slots=True)
class TreePlan:
    """How the trees are grown."""

    rounds: int = 160
    leaves: int = 24
    rate: float = 0.08
    least: int = 20
    """candidates a leaf holds at least"""
    columns: float = 0.5
    """share of the features a tree is grown from"""
    claims: float = 0.8
    """share of the candidates a tree is grown from"""
    penalty: float = 2.0
    """on the square of the leaves' values"""
    seed: int = 7


DEFAULT = TreePlan()


def fit_articles(folder: Path, weights: Path, out: Path) -> None:
    """Write what is fitted on the annotated articles in ``folder``: trees, and how words are compared.

    What makes the views of words goes into ``weights``, beside the encoder, all else into ``out``.
    """
    from secondhand.training.links import fit_links, read_states, write_links

    nlp = spacy.load(model_path(), exclude=AFTER)
    articles = list(read_articles(nlp, folder))
    ranker: Ranker | None = None
    for _ in range(ROUNDS):
        examples = Examples()
        for number, (doc, gold) in enumerate(articles):
            add_article(examples, doc, gold, number, ranker)
        ranker = fit(examples)
    if ranker:
        out.mkdir(parents=True, exist_ok=True)
        (out / TREES).write_bytes(ranker.to_bytes())
        states = [read_states(nlp, doc) for doc, _ in articles]
        write_links(fit_links(states, examples), tuple(examples.names), weights, out)


def read_articles(nlp: Language, folder: Path) -> Iterator[tuple[Doc, Sequence[Gold]]]:
    """Yield the Doc of each annotated article with the claims that are found, and those annotated."""
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        yield nlp(make_doc(nlp, article_of(record))), record["claims"]


def fit(examples: Examples, use: npt.NDArray[np.bool_] | None = None, plan: TreePlan = DEFAULT) -> Ranker:
    """Return trees fitted on the claims of ``examples``, or on those of them that ``use`` says."""
    import lightgbm

    sizes = np.array(examples.sizes())
    chosen = np.ones(len(sizes), bool) if use is None else use
    right = np.concatenate([r for r, ok in zip(examples.right, chosen, strict=True) if ok])
    kept = np.repeat(chosen, sizes)
    claim = np.repeat(np.arange(int(chosen.sum())), sizes[chosen])
    options = {
        "objective": make_objective(claim, right),
        "num_leaves": plan.leaves,
        "learning_rate": plan.rate,
        "min_data_in_leaf": plan.least,
        "min_sum_hessian_in_leaf": 0.3,
        "feature_fraction": plan.columns,
        "bagging_fraction": plan.claims,
        "bagging_freq": 1,
        "lambda_l2": plan.penalty,
        "max_bin": 63,
        "seed": plan.seed,
        "verbose": -1,
        "num_threads": 1,
    }
    data = lightgbm.Dataset(examples.matrix()[kept], right.astype(np.float32))
    model = lightgbm.train(options, data, plan.rounds)
    return to_ranker(model.dump_model(), tuple(examples.names))


def make_objective(
    claim: npt.NDArray[np.int64], right: npt.NDArray[np.bool_]
) -> Callable[[Floats, Any], tuple[Floats, Floats]]:
    """Return gradient and curvature of the negative log-likelihood of the right ones of each claim.

    ``claim`` has the number of each row's claim. Claims without a right candidate teach nothing.
    """
    count = int(claim.max()) + 1
    taught = np.bincount(claim, right, count)[claim] > 0

    def differentiate(scores: Floats, _: Any) -> tuple[Floats, Floats]:
        top = np.full(count, -np.inf)
        np.maximum.at(top, claim, scores)
        odds = np.exp(scores - top[claim])
        chance = odds / np.bincount(claim, odds, count)[claim]
        hit = np.where(right, chance, 0.0)
        wanted = hit / np.maximum(np.bincount(claim, hit, count)[claim], 1e-9)
        return np.where(taught, chance - wanted, 0.0), np.maximum(chance * (1 - chance), FLAT)

    return differentiate


def to_ranker(model: dict[str, Any], features: tuple[str, ...]) -> Ranker:
    """Return the trees of LightGBM's ``model``, nodes numbered from the root on, as a ranker."""
    trees = [_flatten(tree["tree_structure"]) for tree in model["tree_info"]]
    most = max(len(tree) for tree in trees)
    columns = np.zeros((5, len(trees), most), np.float64)
    columns[0] = LEAF
    for number, tree in enumerate(trees):
        columns[:, number, : len(tree)] = np.array(tree).T
    feature, threshold, left, right, value = columns
    return Ranker(
        features,
        feature.astype(np.int16),
        threshold.astype(np.float32),
        left.astype(np.int16),
        right.astype(np.int16),
        value.astype(np.float32),
    )


def _flatten(root: dict[str, Any]) -> list[list[float]]:
    """Return feature, threshold, left, right and value of every node."""
    out: list[list[float]] = []

    def add(node: dict[str, Any]) -> int:
        at = len(out)
        if "leaf_value" in node:
            out.append([LEAF, 0.0, at, at, node["leaf_value"]])
            return at
        # A value between the float32 it was found on and the next: rounded down it still parts the two.
        out.append([node["split_feature"], node["threshold"], 0, 0, 0.0])
        out[at][2], out[at][3] = add(node["left_child"]), add(node["right_child"])
        return at

    add(root)
    return out
