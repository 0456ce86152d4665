"""Score the shipped pipeline on the development and test parts of the corpora."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from secondhand.analysis import analyze_many
from secondhand.claim import Claim
from secondhand.ingest.formats.plain import from_plain
from secondhand.pipeline.network import named_entities
from secondhand.pipeline.network.attributions import Settings
from secondhand.pipeline.network.encoder import Encoder
from secondhand.pipeline.tagger import SHIPPED
from secondhand.training import claim_scores, corpora, score, syntax_scores
from secondhand.training.labelled import ENTITIES, Labelled


def evaluate(data: Path) -> dict[str, dict[str, float]]:
    """Return the figures of the shipped pipeline on each development set in ``data``, F1 in per cent."""
    encoder = Encoder.open(SHIPPED)
    settings = Settings.from_json((SHIPPED / "settings.json").read_text(encoding="utf-8"))
    texts = corpora.load(data, "dev")
    out: dict[str, dict[str, float]] = {"polnear-dev": attribution(texts["polnear"])}
    for name in ("gum", "crossner", "uner"):
        out[f"entities-{name}"] = _entities(encoder, texts[name])
    for name in ("gum", "ewt"):
        out[f"sentences-{name}"] = {"f1": _sentences(encoder, texts[name])}
        out[f"parses-{name}"] = syntax_scores.parses(encoder, settings, texts[name])
    out["coreference-gum"] = syntax_scores.coreference(encoder, texts["gum"])
    out["feelings-newsmtsc"] = syntax_scores.feelings(encoder, texts["newsmtsc"], settings.temperature)
    out["factuality-uds"] = syntax_scores.factuality(encoder, texts["uds"])
    for name, folder in (("claims-dev", data / "claims" / "dev"), ("claims-gold-dev", data / "gold-dev")):
        if folder.is_dir():
            out[name] = claim_scores.scores(folder)
    return out


def attribution(articles: Sequence[Labelled]) -> dict[str, float]:
    """Return the scores of the outermost claims on ``articles``, and how far their confidence is off."""
    tally, sure, right = score.Tally(), [], []
    analyses = analyze_many(from_plain(article.text) for article in articles)
    for article, found in zip(articles, analyses, strict=True):
        claims = [claim for claim in found.claims if claim.parent is None]
        ours, gold = [_parts(claim) for claim in claims], article.attributions or []
        score.add(tally, article.text, gold, ours)
        hits = {j for _, j, _, ok, _ in score.pair(article.text, gold, ours) if ok}
        sure += [claim.confidence for claim in claims]
        right += [at in hits for at in range(len(claims))]
    off = score.calibration_error(np.array(sure), np.array(right))
    return tally.figures() | {"calibration_error": round(off, 4)}


def _parts(claim: Claim) -> dict[str, score.Ranges]:
    spans = {"source": claim.source, "cue": (claim.cue,) if claim.cue else (), "content": claim.content}
    return {part: [(s.start, s.end) for s in found] for part, found in spans.items()}


def _entities(encoder: Encoder, texts: Sequence[Labelled]) -> dict[str, float]:
    """Exact spans and kinds, over all kinds and each."""
    counts = {kind: [0, 0, 0] for kind in ("all", *ENTITIES)}
    for text in texts:
        gold = {(s, e, k) for s, e, k in text.entities or []}
        found = {
            e
            for w in syntax_scores.cut_windows(encoder, text)
            for e in named_entities.find_entities(w, encoder.read(w))
        }
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
        mine = {
            o
            for w in syntax_scores.cut_windows(encoder, text)
            for o in named_entities.find_sentence_starts(w, encoder.read(w))
        }
        theirs = text.sentences or set()
        hits, gold, found = hits + len(mine & theirs), gold + len(theirs), found + len(mine)
    return _f1(hits, gold, found)


def _f1(hits: int, gold: int, found: int) -> float:
    return round(200 * hits / max(1, gold + found), 1)
