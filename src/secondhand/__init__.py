"""Who says it, how they stand to it, and through whom it reached you."""

from __future__ import annotations

from pathlib import Path

__version__ = "0.2.0"


def model_path() -> Path:
    """Return the folder of the shipped spaCy pipeline, for ``spacy.load``."""
    return Path(__file__).parent / "pipeline" / "en_secondhand"
