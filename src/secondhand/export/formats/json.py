"""Everything of each notebook as JSON: the analysis schema, and highlights, notes, tags and corrections.

One article is one object, several are a list of them. ``secondhand import`` reads it back without loss.
"""

from __future__ import annotations

from collections.abc import Sequence

from secondhand.export.form import Options
from secondhand.export.json import dumps
from secondhand.notes.notebook import Notebook
from secondhand.notes.notebook_record import notebook_record

SUFFIX = ".json"
ABOUT = "article, claims and marks as one object"
HOLDS_ALL = True


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return the notebooks as indented JSON."""
    records = [notebook_record(notebook) for notebook in notebooks]
    return dumps(records[0] if len(records) == 1 else records, indent=2) + "\n"
