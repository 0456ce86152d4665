"""Exported weights → the shipped spaCy pipeline."""

from __future__ import annotations

import json
from pathlib import Path

import spacy

import secondhand

COMPONENTS = ("secondhand_speakers", "secondhand_chains", "secondhand_stance")


def package(weights: Path, out: Path) -> None:
    """Write the pipeline around ``weights`` into folder ``out``."""
    nlp = spacy.blank("en")
    nlp.meta.update(
        name="secondhand",
        version=secondhand.__version__,
        description="Who says it, how they stand to it, and through whom it came.",
        license="MIT",
    )
    nlp.add_pipe("secondhand_attribution", config={"weights": str(weights)})
    for name in COMPONENTS:
        nlp.add_pipe(name)
    nlp.config["components"]["secondhand_attribution"]["weights"] = None
    nlp.to_disk(out, exclude=["vocab"])
    _tidy(out)


def _tidy(out: Path) -> None:
    """Write JSON files indented, so that a change of the weights changes few lines."""
    for path in out.glob("*.json"):
        path.write_text(json.dumps(json.loads(path.read_text("utf-8")), indent=1) + "\n", encoding="utf-8")
