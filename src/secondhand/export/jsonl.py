"""One article a line: the same JSON without its line breaks."""

from __future__ import annotations

from typing import TextIO

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.export.json import dumps, make_record


def write(article: Article, analysis: Analysis, out: TextIO, *, explain: bool = False) -> None:
    """Write one JSON object on one line, at once readable by what follows in the pipe."""
    out.write(dumps(make_record(article, analysis, explain=explain)) + "\n")
    out.flush()
