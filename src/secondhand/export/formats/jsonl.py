"""Everything of each notebook as JSON, one article a line."""

from __future__ import annotations

from collections.abc import Sequence

from secondhand.export.form import Options
from secondhand.export.json import dumps
from secondhand.notes.notebook import Notebook
from secondhand.notes.notebook_record import notebook_record

SUFFIX = ".jsonl"
ABOUT = "the same on one line"
HOLDS_ALL = True


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return the notebooks as one JSON object a line."""
    return "".join(dumps(notebook_record(notebook)) + "\n" for notebook in notebooks)
