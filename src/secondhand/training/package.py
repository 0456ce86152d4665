"""Exported weights → the shipped spaCy pipeline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import spacy
from spacy.pipeline import Lemmatizer
from spacy.util import load_config

import secondhand
from secondhand.training.lemmas import tables

COMPONENTS = (
    "secondhand_claims",
    "secondhand_speakers",
    "secondhand_chains",
    "secondhand_stance",
    "secondhand_certainty",
)


def package(weights: Path, data: Path, out: Path) -> None:
    """Write the pipeline around ``weights`` into folder ``out``, with lemmas learned from ``data``."""
    nlp = spacy.blank("en")
    nlp.meta.update(
        name="secondhand",
        version=secondhand.__version__,
        spacy_version=">=3.8.0,<4.0.0",
        description="Who says it, how they stand to it, and through whom it came.",
        license="MIT",
    )
    nlp.add_pipe("secondhand_attribution", config={"weights": str(weights)})
    lemmatizer = cast(Lemmatizer, nlp.add_pipe("lemmatizer", config={"mode": "rule"}))
    lemmatizer.initialize(lookups=tables(sorted((data / "ud").glob("*-train.conllu"))))
    for name in COMPONENTS:
        nlp.add_pipe(name)
    nlp.to_disk(out, exclude=["vocab"])
    _portable(out / "config.cfg")
    _tidy(out)


def _portable(path: Path) -> None:
    """Take the folder the weights came from out of the configuration: they lie beside it now."""
    config = load_config(path)
    config["components"]["secondhand_attribution"]["weights"] = None
    config.to_disk(path)


def _tidy(out: Path) -> None:
    """Write JSON files indented, so that a change of the weights changes few lines."""
    for path in out.glob("*.json"):
        path.write_text(json.dumps(json.loads(path.read_text("utf-8")), indent=1) + "\n", encoding="utf-8")
