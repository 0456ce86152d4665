"""Notebook ⇄ the plain record of an export: ``analysis.schema.json`` and what the reader made."""

from __future__ import annotations

from typing import Any

from secondhand.claim import Analysis, ModelInfo
from secondhand.notes.mark_record import (
    correction_of,
    correction_record,
    format_time,
    highlight_of,
    highlight_record,
    time_of,
)
from secondhand.notes.notebook import Notebook
from secondhand.record import Record, analysis_of, analysis_record, article_of

_NOBODY = ModelInfo("none", "0")


def notebook_record(notebook: Notebook) -> dict[str, Any]:
    """Return all of ``notebook`` as dicts, tuples, strings and numbers.

    Claims are as the reader has corrected them; as the model has them they stand under "found", where
    that is another thing.
    """
    shown, found = notebook.analysis, notebook.found
    whole = analysis_record(notebook.article, shown or Analysis((), (), _NOBODY))
    if found and found != shown:
        alone = analysis_record(notebook.article, found)
        whole["found"] = {part: alone[part] for part in ("speakers", "claims", "model")}
    return whole | {
        "analysed": found is not None,
        "highlights": [highlight_record(mark) for mark in notebook.highlights],
        "orphans": [highlight_record(mark) for mark in notebook.orphans],
        "corrections": [correction_record(mark) for mark in notebook.corrections],
        "opened": format_time(notebook.opened) if notebook.opened else None,
    }


def notebook_of(record: Record) -> Notebook:
    """Return the notebook of a record; raises KeyError, TypeError or ValueError where it is none.

    What the analysis schema does not ask for may be missing.
    """
    return Notebook(
        article_of(record["article"]),
        analysis_of(record.get("found") or record) if record.get("analysed", True) else None,
        tuple(map(highlight_of, record.get("highlights", ()))),
        tuple(map(highlight_of, record.get("orphans", ()))),
        tuple(map(correction_of, record.get("corrections", ()))),
        time_of(record["opened"]) if record.get("opened") else None,
    )
