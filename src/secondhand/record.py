"""Article and analysis ⇄ the plain record that ``analysis.schema.json`` describes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from secondhand.article import Article, Paragraph
from secondhand.claim import Analysis, Claim, Speaker
from secondhand.conversion import from_plain, to_plain

Record = Mapping[str, Any]

FORMAT = "secondhand.analysis/1"
"""the name and version of the record's shape"""

TRACE = "trace"
"""the field of a claim that only an analysis has which is asked to explain itself"""

_DIGITS = 4
_WHERE_TOLD = ("language", "places", "relative", "incomplete", "changed")
"""fields of an article that its record has only where they say something"""


def analysis_record(article: Article, analysis: Analysis, *, explain: bool = False) -> dict[str, Any]:
    """Return what ``analysis`` says about ``article`` as dicts, tuples, strings and numbers.

    With ``explain`` each claim tells how the model came to it, where that is known.

    Beyond the schema it holds the article's hyperlinks and wire credit, its language and pages where
    something tells them, and the words that decided commitment and framing. Offsets are code points into
    the text, end exclusive.
    """
    made = to_plain(analysis)
    made["claims"] = tuple(_round(claim, explain=explain) for claim in made["claims"])
    return {"format": FORMAT, "article": article_record(article), **made}


def article_record(article: Article) -> dict[str, Any]:
    """Return ``article`` alone as such a record holds it."""
    # One by one: ``asdict`` takes longer over the paragraphs of a book than reading it does.
    paragraphs = tuple(map(_paragraph_record, article.paragraphs))
    fields = asdict(replace(article, paragraphs=())) | {"paragraphs": paragraphs}
    order = ("title", "publisher", "authors", "date", "url", "credit", "text", "paragraphs", "hyperlinks")
    fields["date"] = article.date.isoformat() if article.date else None
    fields["changed"] = article.changed.isoformat() if article.changed else None
    told = {name: fields[name] for name in _WHERE_TOLD if fields[name]}
    return {name: fields[name] for name in order} | told


def _paragraph_record(paragraph: Paragraph) -> dict[str, Any]:
    """Return ``paragraph`` as a record holds it, its kind where that is no plain text."""
    offsets = {"start": paragraph.start, "end": paragraph.end}
    return offsets | {"kind": paragraph.kind} if paragraph.kind else offsets


def claim_record(claim: Claim) -> dict[str, Any]:
    """Return ``claim`` alone as such a record holds it, its confidences whole."""
    return drop_unknown(to_plain(claim))


def drop_unknown(claim: dict[str, Any]) -> dict[str, Any]:
    """Return the record of a claim without the confidences that are not known, and without its trace."""
    return {
        name: value
        for name, value in claim.items()
        if name != TRACE and (value is not None or not name.endswith("_confidence"))
    }


def _round(claim: dict[str, Any], *, explain: bool) -> dict[str, Any]:
    # Processors differ in the last digits of a score; the output of one model should not.
    for part in (claim, *claim["stance"]["attitudes"]):
        part |= {name: round(value, _DIGITS) for name, value in part.items() if isinstance(value, float)}
    trace = claim[TRACE] if explain else None
    if not trace:
        return drop_unknown(claim)
    evidence = tuple(round(score, _DIGITS) for score in trace["evidence"])
    return drop_unknown(claim) | {TRACE: trace | {"evidence": evidence}}


def article_of(record: Record) -> Article:
    """Return the article that ``article_record`` wrote down; raises ValueError, which says what is wrong.

    What the schema does not ask for may be missing. Where an article was had no record can tell.
    """
    told = {
        name: value
        for name, value in _check_dict(record).items()
        if value is not None and name != "provenance"
    }
    return from_plain(told, Article)


def analysis_of(record: Record) -> Analysis:
    """Return the analysis that ``record`` wrote down; raises ValueError where it is none."""
    return from_plain(record, Analysis)


def speaker_of(record: Record) -> Speaker:
    """Return the speaker of a record; raises ValueError where it is none."""
    return from_plain(record, Speaker)


def claim_of(record: Record) -> Claim:
    """Return the claim of a record; raises ValueError where it is none."""
    return from_plain(record, Claim)


def _check_dict(record: Any) -> dict[str, Any]:
    if not isinstance(record, dict):
        raise ValueError(f"no record of an article: {type(record).__name__}")
    return record
