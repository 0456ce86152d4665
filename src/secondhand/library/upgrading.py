"""Steps from one version of the library to the next that SQL alone cannot take."""

from __future__ import annotations

import json
from sqlite3 import Connection

from secondhand.errors import LibraryError
from secondhand.library.decoding import decode_article
from secondhand.library.stored_articles import write_article
from secondhand.safe_text import replace_surrogates

_WITH_ESCAPES = "WHERE typeof(record) = 'text' AND record LIKE '%\\ud%'"


def replace_surrogates_in_records(ask: Connection) -> None:
    """Replace the halves of characters in all that is kept: no export could write them."""
    ask.execute(f"DELETE FROM stretch {_WITH_ESCAPES}")  # noqa: S608
    for table in ("mark", "analysis"):
        question = f"SELECT rowid, record FROM {table} {_WITH_ESCAPES}"  # noqa: S608
        for row, record in ask.execute(question).fetchall():
            if mended := _mend(record):
                ask.execute(f"UPDATE {table} SET record = ? WHERE rowid = ?", (mended, row))  # noqa: S608
    question = f"SELECT entry, content, record FROM article {_WITH_ESCAPES}"  # noqa: S608
    for entry, content, record in ask.execute(question).fetchall():
        if mended := _mend(record):
            _describe_anew(ask, entry, content, mended)


def _describe_anew(ask: Connection, entry: int, content: str, record: str) -> None:
    """Write down ``record`` of ``entry``; what was analysed as ``content`` is an analysis of it."""
    try:
        write_article(ask, entry, decode_article(record, entry))
    except LibraryError:
        return
    ask.execute(
        """UPDATE OR IGNORE analysis SET content = (SELECT content FROM article WHERE entry = ?1)
            WHERE entry = ?1 AND content = ?2""",
        (entry, content),
    )


def _mend(record: str) -> str | None:
    """Return JSON ``record`` without halves of characters, or None where it has none, or is none."""
    try:
        plain = json.dumps(json.loads(record), ensure_ascii=False)
    except (ValueError, RecursionError):
        return None
    mended = replace_surrogates(plain)
    return mended if mended != plain else None
