"""One article as indented JSON, exactly as ``analysis.schema.json`` says."""

from __future__ import annotations

import json
from typing import Any, TextIO

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.record import analysis_record
from secondhand.safe_text import escape_json, replace_surrogates
from secondhand.wording.explaining import explain_claim


def write(article: Article, analysis: Analysis, out: TextIO, *, explain: bool = False) -> None:
    """Write one JSON object over several lines; see ``make_record``."""
    out.write(dumps(make_record(article, analysis, explain=explain), indent=2) + "\n")


def make_record(article: Article, analysis: Analysis, *, explain: bool = False) -> dict[str, Any]:
    """Return the record of ``analysis``; with ``explain`` each claim tells in words how it was found."""
    record = analysis_record(article, analysis, explain=explain)
    if explain:
        pairs = zip(record["claims"], analysis.claims, strict=True)
        told = (
            {**made, "explain": [reason.line for reason in explain_claim(claim)]} for made, claim in pairs
        )
        record["claims"] = tuple(told)
    return record


def dumps(data: Any, *, indent: int | None = None) -> str:
    """Return ``data`` as JSON: readable Unicode, but nothing in it that acts on a terminal."""
    return escape_json(replace_surrogates(json.dumps(data, ensure_ascii=False, indent=indent)))
