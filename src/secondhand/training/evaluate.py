"""Score the shipped pipeline, or any weights, on the development and test parts of the corpora."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from secondhand.pipeline import entities
from secondhand.pipeline.continued import continued
from secondhand.pipeline.decode import Settings
from secondhand.pipeline.encoder import Encoder
from secondhand.pipeline.nesting import outermost
from secondhand.pipeline.reading import read
from secondhand.training import claim_scores, corpora, score, syntax_scores
from secondhand.training.calibrate import parts
from secondhand.training.labelled import ENTITIES, Labelled


def evaluate(weights: Path, data: Path) -> dict[str, dict[str, float]]:
    """Return the figures of ``weights`` on each development set in ``data``, F1 in per cent.

    Whole claims are scored as the shipped pipeline says them, whatever ``weights``.
    """
    encoder = Encoder.open(weights)
    settings = Settings.from_json((weights / "settings.json").read_text(encoding="utf-8"))
    texts = corpora.load(data, "dev")
    out: dict[str, dict[str, float]] = {"polnear-dev": attribution(encoder, settings, texts["polnear"])}
    for name in ("gum", "crossner", "uner"):
        out[f"entities-{name}"] = _entities(encoder, texts[name])
    for name in ("gum", "ewt"):
        out[f"sentences-{name}"] = {"f1": _sentences(encoder, texts[name])}
        out[f"parses-{name}"] = syntax_scores.parses(encoder, settings, texts[name])
    out["coreference-gum"] = syntax_scores.coreference(encoder, texts["gum"])
    out["feelings-newsmtsc"] = syntax_scores.feelings(encoder, texts["newsmtsc"])
    out["factuality-uds"] = syntax_scores.factuality(encoder, texts["uds"])
    if (data / "gold-dev").is_dir():
        out["claims-gold-dev"] = claim_scores.scores(data / "gold-dev")
    return out


def attribution(encoder: Encoder, settings: Settings, articles: Sequence[Labelled]) -> dict[str, float]:
    """Return the attribution scores on ``articles``; nested claims are not scored."""
    triples = []
    for article in articles:
        readings = [read(encoder, settings, article.text, w) for w in syntax_scores.windows(encoder, article)]
        nodes = outermost([node for reading in readings for node in reading.nodes])
        found = [parts(node.found) for node in continued(article.text, article.paragraphs, nodes)]
        triples.append((article.text, article.attributions or [], found))
    return score.tally(triples).figures()


def _entities(encoder: Encoder, texts: Sequence[Labelled]) -> dict[str, float]:
    """Exact spans and kinds, over all kinds and each."""
    counts = {kind: [0, 0, 0] for kind in ("all", *ENTITIES)}
    for text in texts:
        gold = {(s, e, k) for s, e, k in text.entities or []}
        found = {e for w in syntax_scores.windows(encoder, text) for e in entities.spans(w, encoder.read(w))}
        for kind, row in counts.items():
            mine = {e for e in found if kind in ("all", e[2])}
            theirs = {e for e in gold if kind in ("all", e[2])}
            row[0] += len(mine & theirs)
            row[1] += len(theirs)
            row[2] += len(mine)
    return {kind: _f1(*row) for kind, row in counts.items()}


def _sentences(encoder: Encoder, texts: Sequence[Labelled]) -> float:
    hits = gold = found = 0
    for text in texts:
        mine = {o for w in syntax_scores.windows(encoder, text) for o in entities.starts(w, encoder.read(w))}
        theirs = text.sentences or set()
        hits, gold, found = hits + len(mine & theirs), gold + len(theirs), found + len(mine)
    return _f1(hits, gold, found)


def _f1(hits: int, gold: int, found: int) -> float:
    return round(200 * hits / max(1, gold + found), 1)
