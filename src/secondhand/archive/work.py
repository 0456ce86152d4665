"""One entry of an archive → its record, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from secondhand import analysis, ingest
from secondhand.archive.inputs import Input
from secondhand.article import Article
from secondhand.errors import FormatError, SecondhandError
from secondhand.ingest.decode import decode
from secondhand.ingest.fetched import LARGEST, too_large_error
from secondhand.ingest.formats import records
from secondhand.ingest.input_names import escape_name
from secondhand.record import analysis_record


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one entry."""

    entry: Input
    record: dict[str, Any] | None
    """article and analysis; None where it is set aside"""
    reason: str = ""
    """why it is set aside"""


def analyze_input(entry: Input, known: Article) -> Result:
    """Read and analyse one entry, with what the user tells of it; nothing is raised, whatever it holds."""
    if entry.problem:
        return Result(entry, None, entry.problem)
    try:
        article = _read_article(entry, known)
        return Result(entry, analysis_record(article, analysis.analyze(article)))
    except SecondhandError as error:
        return Result(entry, None, str(error))
    except Exception as error:
        message = " ".join(f"{type(error).__name__}: {error}".split())
        return Result(entry, None, f"It cannot be analysed, please report it: {message}")


def _read_article(entry: Input, known: Article) -> Article:
    name = escape_name(entry.id)
    if entry.line is None:
        bundle = replace(_open_bundle(entry.source), known=known)
        if len(bundle) > 1 and not entry.number:
            ending = "save it under a name that ends in .jsonl, .json or .xml."
            raise FormatError(f"{name} holds {len(bundle)} articles: {ending}")
        return bundle.article(entry.number or 1)
    if len(entry.line) > LARGEST:
        raise too_large_error(name)
    value = records.load_json(decode(entry.line, name))
    return ingest.Bundle(name, (records.article(value, name),), known).article()


@lru_cache(1)
def _open_bundle(source: str) -> ingest.Bundle:
    """Return the articles of a file; those of one come one after another."""
    return ingest.open_bundle(source)
