"""Article and analysis, or notebook → text for pipes, scripts, eyes and other tools: a small file a format.

``write`` is for ``secondhand analyze``; ``export/notebooks.py`` for what readers made.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TextIO

from secondhand.article import Article
from secondhand.claim import Analysis


class Format(StrEnum):
    """The formats an analysis can be written in."""

    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"
    TREE = "tree"


EXPLAINING = (Format.JSON, Format.JSONL, Format.TREE)
"""those that have room for how the model came to a claim"""


def write(form: Format, article: Article, analysis: Analysis, out: TextIO, *, explain: bool = False) -> None:
    """Write what ``analysis`` says about ``article`` to ``out``; raises OSError where that fails.

    With ``explain`` a format of ``EXPLAINING`` tells with each claim how the model came to it. Only the
    formats for eyes load rich, and only when they are asked for.
    """
    told = {"explain": True} if explain else {}
    import_module(f"secondhand.export.{form}").write(article, analysis, out, **told)
