"""Who says it, how they stand to it, and through whom it reached you."""

from __future__ import annotations

import os
from pathlib import Path

# The runtime of the model reports to its vendor unless this is set before it is loaded, in whatever process.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__version__ = "0.3.7"


def model_path() -> Path:
    """Return the folder of the shipped spaCy pipeline, for ``spacy.load``."""
    return Path(__file__).parent / "pipeline" / "en_secondhand"
