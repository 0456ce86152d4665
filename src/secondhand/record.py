"""Article and analysis ⇄ the plain record that ``analysis.schema.json`` describes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from secondhand.article import Article, Hyperlink, Paragraph, Place
from secondhand.claim import Analysis, Attitude, Claim, Link, ModelInfo, Span, Speaker, Stance

Record = Mapping[str, Any]

FORMAT = "secondhand.analysis/1"
"""the name and version of the record's shape"""

_DIGITS = 4


def record(article: Article, analysis: Analysis) -> dict[str, Any]:
    """Return what ``analysis`` says about ``article`` as dicts, tuples, strings and numbers.

    Beyond the schema it holds the article's hyperlinks and wire credit, its language and pages where
    something tells them, and the words that decided commitment and framing. Offsets are code points into
    the text, end exclusive.
    """
    return {"format": FORMAT, "article": article_record(article), **asdict(analysis, dict_factory=_rounded)}


def article_record(article: Article) -> dict[str, Any]:
    """Return ``article`` alone as such a record holds it."""
    # One by one: ``asdict`` takes longer over the paragraphs of a book than reading it does.
    paragraphs = tuple({"start": p.start, "end": p.end} for p in article.paragraphs)
    fields = asdict(replace(article, paragraphs=())) | {"paragraphs": paragraphs}
    order = ("title", "publisher", "authors", "date", "url", "credit", "text", "paragraphs", "hyperlinks")
    fields["date"] = article.date.isoformat() if article.date else None
    told = {name: fields[name] for name in ("language", "places", "relative") if fields[name]}
    return {name: fields[name] for name in order} | told


def known(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make a record of a dataclass's fields, for ``asdict``; a confidence that is not known is left out."""
    return {name: value for name, value in fields if value is not None or not name.endswith("_confidence")}


def _rounded(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    # Processors differ in the last digits of a score; the output of one model should not.
    plain = known(fields).items()
    return {name: round(value, _DIGITS) if isinstance(value, float) else value for name, value in plain}


def article_of(record: Record) -> Article:
    """Return the article that ``article_record`` wrote down; raises KeyError, TypeError or ValueError.

    What the schema does not ask for may be missing.
    """
    return Article(
        record["text"],
        tuple(Paragraph(p["start"], p["end"]) for p in record["paragraphs"]),
        record["title"],
        record["publisher"],
        tuple(record["authors"]),
        date.fromisoformat(record["date"]) if record["date"] else None,
        record["url"],
        tuple(Hyperlink(**link) for link in record.get("hyperlinks", ())),
        record.get("credit"),
        record.get("language"),
        tuple(Place(**place) for place in record.get("places") or ()),
        tuple((start, end) for start, end in record.get("relative") or ()),
    )


def analysis_of(record: Record) -> Analysis:
    """Return the analysis that ``record`` wrote down; raises KeyError or TypeError where it is none."""
    return Analysis(
        tuple(map(speaker_of, record["speakers"])),
        tuple(map(claim_of, record["claims"])),
        ModelInfo(**record["model"]),
    )


def speaker_of(record: Record) -> Speaker:
    """Return the speaker of a record; raises KeyError or TypeError where it is none."""
    return Speaker(**{**record, "mentions": _spans(record["mentions"])})


def claim_of(record: Record) -> Claim:
    """Return the claim of a record; raises KeyError or TypeError where it is none."""
    made = {
        "content": _spans(record["content"]),
        "cue": Span(**record["cue"]) if record["cue"] else None,
        "source": _spans(record["source"]),
        "chain": tuple(map(link_of, record["chain"])),
        "stance": _stance(record["stance"]),
    }
    return Claim(**{**record, **made})


def link_of(record: Record) -> Link:
    """Return the link of a record; raises KeyError or TypeError where it is none."""
    return Link(**{**record, "evidence": _spans(record["evidence"])})


def _stance(record: Record) -> Stance:
    return Stance(
        record["commitment"],
        record["framing"],
        tuple(Attitude(**{**a, "evidence": _spans(a["evidence"])}) for a in record["attitudes"]),
        _spans(record.get("commitment_evidence", ())),
        _spans(record.get("framing_evidence", ())),
    )


def _spans(records: Sequence[Record]) -> tuple[Span, ...]:
    return tuple(Span(**record) for record in records)
