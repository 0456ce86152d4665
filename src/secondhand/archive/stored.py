"""An archive of analyses, read one after another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from secondhand.archive import parquet
from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.errors import FormatError
from secondhand.ingest.input_names import escape_name
from secondhand.record import FORMAT, analysis_of, article_of

_BEGIN = 1_000
"""bytes among which the first record tells its format"""


def is_archive(source: str) -> bool:
    """Return whether ``source`` is a file of analyses, as ``analyze`` writes many of them."""
    path = Path(source)
    if "://" in source or not path.is_file():
        return False
    with path.open("rb") as file:
        begin = file.read(_BEGIN)
    lines = path.suffix == ".jsonl" and f'"format": "{FORMAT}"'.encode() in begin
    return lines or begin.startswith(b"PAR1")


def read_analyses(source: str) -> Iterator[tuple[Article, Analysis]]:
    """Yield each article in the archive at ``source``, and what was found in it.

    A last line that is still being written is left out. Raises FormatError where a record is damaged.
    """
    path = Path(source)
    records = _read_lines(path) if path.suffix == ".jsonl" else parquet.read_rows(path)
    for number, record in enumerate(records, 1):
        try:
            yield article_of(record["article"]), analysis_of(record)
        except (KeyError, TypeError, ValueError):
            name = f"{escape_name(source)}: article {number}"
            message = f"{name} is damaged. Analyse it again with secondhand analyze -o."
            raise FormatError(message) from None


def _read_lines(path: Path) -> Iterator[Any]:
    with path.open("rb") as file:
        for line in file:
            if line.endswith(b"\n"):
                try:
                    yield json.loads(line)
                except ValueError:
                    yield {}
