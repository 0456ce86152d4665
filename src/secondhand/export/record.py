"""Article and analysis → the plain record that ``analysis.schema.json`` describes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from secondhand.article import Article
from secondhand.claim import Analysis

FORMAT = "secondhand.analysis/1"
"""the name and version of the record's shape"""

_DIGITS = 4


def record(article: Article, analysis: Analysis) -> dict[str, Any]:
    """Return what ``analysis`` says about ``article`` as dicts, tuples, strings and numbers.

    Beyond the schema it holds the article's hyperlinks and wire credit, and the words that decided
    commitment and framing. Offsets are code points into the text, end exclusive.
    """
    return {"format": FORMAT, "article": _article(article), **asdict(analysis, dict_factory=_rounded)}


def _article(article: Article) -> dict[str, Any]:
    fields = asdict(article)
    order = ("title", "publisher", "authors", "date", "url", "credit", "text", "paragraphs", "hyperlinks")
    fields["date"] = article.date.isoformat() if article.date else None
    return {name: fields[name] for name in order}


def _rounded(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    # Processors differ in the last digits of a score; the output of one model should not.
    return {name: round(value, _DIGITS) if isinstance(value, float) else value for name, value in fields}
