"""The library → the rows of its table."""

from __future__ import annotations

from collections import defaultdict
from sqlite3 import Connection
from typing import Any

from secondhand.library.decoding import decode_count, decode_day, decode_share, decode_text, decode_time
from secondhand.library.row import Row

_TAGS = """SELECT DISTINCT entry, value FROM mark,
    json_each(CASE WHEN typeof(record) = 'text' AND json_valid(record) THEN record END, '$.tags') tag
    WHERE kind = 'highlight' AND tag.type = 'text'"""
_ROWS = """SELECT a.entry, title, first_words, publisher, date, url, opened, progress,
    (SELECT claims FROM analysis n WHERE n.entry = a.entry AND n.content = a.content),
    (SELECT count(*) FROM mark m WHERE m.entry = a.entry AND m.kind = 'highlight'),
    (SELECT count(*) FROM edition e WHERE e.entry = a.entry),
    (SELECT added FROM unread u WHERE u.entry = a.entry),
    (SELECT count(DISTINCT n.entry) FROM member m JOIN joined j ON j.one = m.number
        JOIN member n ON n.number = j.other JOIN article b ON b.entry = n.entry
        WHERE m.entry = a.entry AND b.deleted IS NULL)
    FROM article a WHERE deleted IS NULL ORDER BY opened DESC, a.entry DESC"""


def list_rows(ask: Connection) -> tuple[Row, ...]:
    """Return the articles there are, the one opened last first; of what cannot be read, what can."""
    tags: defaultdict[int, set[str]] = defaultdict(set)
    for entry, tag in ask.execute(_TAGS):
        tags[entry].add(tag)
    return tuple(_row(cells, tags[cells[0]]) for cells in ask.execute(_ROWS))


def _row(cells: tuple[Any, ...], tags: set[str]) -> Row:
    entry, title, first, publisher, day, url, opened, progress, claims, highlights, editions, *more = cells
    added, elsewhere = more
    return Row(
        entry,
        decode_text(title),
        decode_text(first) or "",
        decode_text(publisher),
        decode_day(day),
        decode_text(url),
        decode_time(opened),
        decode_share(progress),
        None if claims is None else decode_count(claims),
        highlights,
        tuple(sorted(tags)),
        editions,
        None if added is None else decode_time(added),
        elsewhere,
    )
