"""Fit how sure claims, speakers and chains are, on articles annotated with them.

Told as cross-validated by article: the expected calibration error (Naeini et al., 2015) of each.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import LeaveOneGroupOut, cross_val_predict

from secondhand.analysis import analyze
from secondhand.claim import Analysis, Claim
from secondhand.pipeline.confidence import (
    measure_chain_evidence,
    measure_claim_evidence,
    measure_speaker_evidence,
)
from secondhand.training import score
from secondhand.training.claim_scores import Pair, article_of, chain_wanted, pairs, speaker_is_right

Measure = Callable[[Claim], tuple[float, ...]]
FITTED: dict[str, tuple[Measure, float]] = {
    "claim": (measure_claim_evidence, 10.0),
    "speaker": (measure_speaker_evidence, 0.3),
    "chain": (measure_chain_evidence, 0.3),
}
"""what is fitted: its evidence, and the inverse of the penalty on weights, as there are few claims"""

STEPS = 1000
"""steps within which every regression has ended"""


def fit(folder: Path, out: Path) -> dict[str, float]:
    """Write weights fitted on the articles in ``folder`` to file ``out``; return the calibration errors."""
    judged = list(_judge(folder))
    weights: dict[str, list[float]] = {}
    errors = {}
    for name, (evidence, strength) in FITTED.items():
        rows = [(number, evidence(c), right[name]) for number, c, right in judged if name in right]
        groups, given, hits = (np.array(column) for column in zip(*rows, strict=True))
        model = LogisticRegression(C=strength, max_iter=STEPS)
        sure = _predict_unseen(model, given, hits, groups)
        model.fit(given, hits)
        weights[name] = [round(float(w), 4) for w in (*model.intercept_, *model.coef_[0])]
        errors[name] = round(score.calibration_error(sure, hits), 4)
    out.write_text(json.dumps(weights) + "\n", encoding="utf-8")
    return errors


def _predict_unseen(
    model: LogisticRegression,
    given: npt.NDArray[np.float64],
    hits: npt.NDArray[np.bool_],
    groups: npt.NDArray[np.int64],
) -> npt.NDArray[np.float64]:
    """Return the chances that such models fitted on all other articles give."""
    folds = LeaveOneGroupOut()
    chances = cross_val_predict(model, given, hits, groups=groups, cv=folds, method="predict_proba")
    return np.asarray(chances[:, 1])


def _judge(folder: Path) -> Iterator[tuple[int, Claim, dict[str, bool]]]:
    """Yield article number, claim, and whether it is one, and its speaker and its chain are right."""
    for number, path in enumerate(sorted(folder.glob("*.json"))):
        record = json.loads(path.read_text(encoding="utf-8"))
        article = article_of(record)
        found = analyze(article)
        matched = {pair.claim.id: pair for pair in pairs(article.text, record["claims"], found.claims)}
        for claim in found.claims:
            pair = matched.get(claim.id)
            yield number, claim, _right(pair, found) if pair else {"claim": False}


def _right(pair: Pair, found: Analysis) -> dict[str, bool]:
    out = {"claim": True}
    if found.speaker(pair.claim) and pair.claim.resolution != "none":
        out["speaker"] = speaker_is_right(pair, found)
    if len(pair.claim.chain) > 1:
        out["chain"] = chain_wanted(pair) is not None
    return out
