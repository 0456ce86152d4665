"""One article as indented JSON, exactly as ``analysis.schema.json`` says."""

from __future__ import annotations

import json
from typing import TextIO

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.export.safe import UNSAFE
from secondhand.record import record


def write(article: Article, analysis: Analysis, out: TextIO) -> None:
    """Write one JSON object over several lines."""
    out.write(dumps(article, analysis, indent=2) + "\n")


def dumps(article: Article, analysis: Analysis, *, indent: int | None = None) -> str:
    """Return the JSON text: readable Unicode, but nothing in it that acts on a terminal."""
    text = json.dumps(record(article, analysis), ensure_ascii=False, indent=indent)
    # json leaves all but the lowest control characters as they are; only strings can hold them.
    return UNSAFE.sub(lambda match: match[0] if match[0] == "\n" else json.dumps(match[0])[1:-1], text)
