"""What stands in a cell of the library → what it means: a file can hold anything."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from secondhand.article import Article
from secondhand.errors import LibraryError
from secondhand.notes.mark_record import time_of
from secondhand.record import article_of

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""the time for one that cannot be read"""


# An article that is open is asked for at every rest of the cursor, and may be a book.
@lru_cache(maxsize=2)
def decode_article(record: Any, entry: int) -> Article:
    """Return the article that ``record`` of ``entry`` holds; raises LibraryError where it is none."""
    try:
        article = article_of(json.loads(record))
        _check_offsets(article)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise LibraryError(
            f"what the library keeps of article {entry} makes no sense; secondhand library --check mends it"
        ) from error
    return article


def decode_text(cell: Any) -> str | None:
    """Return the text of a cell, None for an empty one; of bytes and numbers what can be shown of them."""
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace")
    return cell if cell is None or isinstance(cell, str) else str(cell)


def decode_day(cell: Any) -> date | None:
    """Return the day of a cell, or None where it holds none."""
    try:
        return date.fromisoformat(cell) if cell else None
    except (TypeError, ValueError):
        return None


def decode_time(cell: Any) -> datetime:
    """Return the time of a cell, in UTC, or ``LONG_AGO`` where it holds none."""
    try:
        return time_of(cell)
    except (TypeError, ValueError):
        return LONG_AGO


def decode_count(cell: Any) -> int:
    """Return the whole number of a cell, 0 where it holds none or one below."""
    return cell if isinstance(cell, int) and cell > 0 else 0


def decode_share(cell: Any) -> float:
    """Return the share of a cell, 0 … 1; 0 where it holds none."""
    return float(cell) if isinstance(cell, int | float) and 0 <= cell <= 1 else 0.0


def _check_offsets(article: Article) -> None:
    """Raise ValueError where a paragraph or link of ``article`` is not in its text, or before another."""
    at = 0
    for paragraph in article.paragraphs:
        if not at <= paragraph.start <= paragraph.end:
            raise ValueError("its paragraphs are not in its text")
        at = paragraph.end
    ends = (at, *(link.end for link in article.hyperlinks), *(place.start for place in article.places))
    starts = (0, *(link.start for link in article.hyperlinks), *(place.start for place in article.places))
    if max(ends) > len(article.text) or min(starts) < 0:
        raise ValueError("its places are not in its text")
