"""One article as indented JSON, exactly as ``analysis.schema.json`` says."""

from __future__ import annotations

import json
from typing import Any, TextIO

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.record import analysis_record
from secondhand.safe_text import escape_json, replace_surrogates


def write(article: Article, analysis: Analysis, out: TextIO) -> None:
    """Write one JSON object over several lines."""
    out.write(dumps(analysis_record(article, analysis), indent=2) + "\n")


def dumps(data: Any, *, indent: int | None = None) -> str:
    """Return ``data`` as JSON: readable Unicode, but nothing in it that acts on a terminal."""
    return escape_json(replace_surrogates(json.dumps(data, ensure_ascii=False, indent=indent)))
