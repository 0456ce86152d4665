"""The analyses of the library: whole ones, and the stretches of one that was left."""

from __future__ import annotations

from sqlite3 import Connection

from secondhand.claim import Analysis
from secondhand.conversion import from_json, to_json
from secondhand.library.stored_articles import read_article
from secondhand.library.word_index import forget


def encode_analysis(analysis: Analysis) -> str:
    """Return ``analysis`` as it is kept: that of a book takes its time, in which nothing need be locked."""
    return to_json(analysis)


def put_analysis(ask: Connection, entry: int, analysis: Analysis, record: str) -> None:
    """Keep ``analysis`` of the text of ``entry`` as ``record``; one of another text, now changed, is not."""
    stored = read_article(ask, entry)
    spans = (span for claim in analysis.claims for span in claim.parts)
    if any(stored.article.text[span.start : span.end] != span.text for span in spans):
        return
    model, many = analysis.model, len(analysis.claims)
    ask.execute(
        "INSERT OR REPLACE INTO analysis VALUES (?, ?, ?, ?, ?, ?)",
        (entry, stored.content, model.name, model.version, many, record),
    )
    ask.execute("DELETE FROM stretch WHERE entry = ?", (entry,))
    forget(ask, "claims", entry)


def read_analysis(ask: Connection, entry: int, content: str, most: int | None = None) -> Analysis | None:
    """Return the analysis of ``entry`` with that ``content``, or None where there is none that can be read.

    One of more than ``most`` claims is left out.
    """
    question = "SELECT record FROM analysis WHERE entry = ? AND content = ? AND (? IS NULL OR claims <= ?)"
    found = ask.execute(question, (entry, content, most, most)).fetchone()
    try:
        return from_json(found[0], Analysis) if found else None
    except (TypeError, ValueError):
        # It can be made again; what was written by another version of ours need not stop anybody reading.
        return None
