"""Fit the confidence of claims, on articles with claims of every depth.

The confidence is a logistic regression (Platt, 1999) over how sure the heads were. Its expected
calibration error (Naeini et al., 2015) is told as cross-validated by article, not on what it was fitted to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from secondhand.pipeline.network import quotation_edges, windows
from secondhand.pipeline.network.attributions import Attribution, Settings, decode_attributions
from secondhand.pipeline.network.encoder import Encoder, Floats, Scores, softmax
from secondhand.training import score, syntax_scores
from secondhand.training.labelled import Labelled

BIAS = -1.0
"""added to the score of "no cue": low, because the component leaves out what is unlikely, by its depth"""
TEMPERATURES = np.linspace(0.8, 3.0, 45)

Read = tuple[Labelled, list[windows.Window], list[Scores]]


def calibrate(
    weights: Path, articles: Sequence[Labelled], sentences: Sequence[Labelled] = ()
) -> dict[str, float]:
    """Write the best settings into ``weights``/settings.json and return what was found.

    ``articles`` have attributions of every depth, ``sentences`` feelings.
    """
    encoder = Encoder.open(weights)
    settings = Settings.from_json((weights / "settings.json").read_text(encoding="utf-8"))
    reads = [_read(encoder, article) for article in articles]
    found = _attributions(encoder, reads, replace(settings, bias=BIAS))
    evidence, right, groups = _outcomes(articles, found)
    model = LogisticRegression(C=100.0).fit(evidence, right)
    folds = GroupKFold(10)
    sure = cross_val_predict(model, evidence, right, groups=groups, cv=folds, method="predict_proba")[:, 1]
    fitted = (float(model.intercept_[0]), *map(float, model.coef_[0]))
    heat = (
        temperature(*syntax_scores.score_feelings(encoder, sentences)) if sentences else settings.temperature
    )
    settings = replace(settings, bias=BIAS, calibration=fitted, temperature=heat)
    (weights / "settings.json").write_text(settings.to_json(), encoding="utf-8")
    found_off = round(score.calibration_error(sure, right), 4)
    return _tally(articles, found) | {"calibration_error": found_off, "temperature": heat}


def temperature(gold: npt.NDArray[np.int64], scores: Floats) -> float:
    """Return the temperature (Guo et al., 2017) under which ``gold`` is the likeliest."""
    rows = np.arange(len(gold))
    losses = [-np.log(softmax(scores / np.float32(t))[rows, gold] + 1e-9).mean() for t in TEMPERATURES]
    return round(float(TEMPERATURES[int(np.argmin(losses))]), 3)


def _read(encoder: Encoder, article: Labelled) -> Read:
    windows = syntax_scores.cut_windows(encoder, article)
    return article, windows, [encoder.read(w) for w in windows]


def _attributions(encoder: Encoder, reads: Sequence[Read], settings: Settings) -> list[list[Attribution]]:
    return [
        [
            quotation_edges.snap_to_quotations(found, window.quotations)
            for window, scores in zip(windows, read, strict=True)
            for found in decode_attributions(encoder, window, scores, settings)
        ]
        for _, windows, read in reads
    ]


def parts(found: Attribution) -> dict[str, score.Ranges]:
    """Return an attribution's spans as the scores want them."""
    return {"source": found.source, "cue": [found.cue], "content": found.content}


def _tally(articles: Sequence[Labelled], made: Sequence[list[Attribution]]) -> dict[str, float]:
    triples = [
        (a.text, a.attributions or [], [parts(f) for f in m]) for a, m in zip(articles, made, strict=True)
    ]
    return score.tally(triples).figures()


def _outcomes(
    articles: Sequence[Labelled], made: Sequence[list[Attribution]]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_], npt.NDArray[np.int64]]:
    """Return the evidence of every attribution found, whether it was right, and its article's number."""
    evidence, right, groups = [], [], []
    for number, (article, found) in enumerate(zip(articles, made, strict=True)):
        matched = score.pair(article.text, article.attributions or [], [parts(f) for f in found])
        hits = {j for _, j, _, ok, _ in matched if ok}
        for j, attribution in enumerate(found):
            evidence.append(attribution.evidence)
            right.append(j in hits)
            groups.append(number)
    return np.array(evidence), np.array(right), np.array(groups)
