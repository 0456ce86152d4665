"""The highlights and corrections of the library."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any, TypeVar

from secondhand.library.word_index import forget
from secondhand.notes.correction import Correction
from secondhand.notes.edit import Mark
from secondhand.notes.highlight import Highlight
from secondhand.notes.mark_record import (
    correction_record,
    format_time,
    highlight_record,
    read_correction,
    read_highlight,
)
from secondhand.notes.placing import place_highlights
from secondhand.notes.versions import changed_at
from secondhand.safe_text import replace_surrogates

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class StoredMarks:
    """What the reader made of one article."""

    highlights: tuple[Highlight, ...]
    """those found in its text, in reading order"""
    orphans: tuple[Highlight, ...]
    """those that are not, as they were"""
    corrections: tuple[Correction, ...]
    """in the order they were made"""
    unreadable: int
    """how many more there are, of which nothing can be made"""


def put_mark(ask: Connection, entry: int, mark: Mark) -> None:
    """Keep ``mark`` of ``entry`` as it is, in the place of one with its id."""
    lit = isinstance(mark, Highlight)
    record = highlight_record(mark) if isinstance(mark, Highlight) else correction_record(mark)
    times = (format_time(mark.created), format_time(changed_at(mark)))
    told = replace_surrogates(json.dumps(record, ensure_ascii=False))
    forget(ask, "marks" if lit else "claims", entry, mark.id)
    ask.execute(
        """INSERT INTO mark (id, entry, kind, created, changed, record) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET entry = excluded.entry, kind = excluded.kind,
            created = excluded.created, changed = excluded.changed, record = excluded.record""",
        (mark.id, entry, "highlight" if lit else "correction", *times, told),
    )


def remove_mark(ask: Connection, mark_id: str) -> None:
    """Keep the mark with ``mark_id`` no longer."""
    forget(ask, "marks", mark=mark_id)
    forget(ask, "claims", mark=mark_id)
    ask.execute("DELETE FROM mark WHERE id = ?", (mark_id,))


def read_marks(ask: Connection, entry: int, text: str) -> StoredMarks:
    """Return the marks of ``entry``, its highlights where their words stand in ``text``."""
    highlights, lost = _read_kind(ask, entry, "highlight", read_highlight)
    corrections, lost_too = _read_kind(ask, entry, "correction", read_correction)
    places = place_highlights(text, highlights)
    there = sorted(filter(None, places), key=lambda h: (h.anchors[0].start, h.anchors[-1].end))
    orphans = (old for old, place in zip(highlights, places, strict=True) if place is None)
    return StoredMarks(tuple(there), tuple(orphans), tuple(corrections), lost + lost_too)


def decode_mark(kind: object, record: Any) -> Mark:
    """Return the mark that ``record`` holds; raises ValueError where it is none of that ``kind``."""
    if kind == "highlight":
        return _decode(read_highlight, record)
    if kind == "correction":
        return _decode(read_correction, record)
    raise ValueError("it is neither a highlight nor a correction")


def _read_kind(ask: Connection, entry: int, kind: str, read: Callable[[str], M]) -> tuple[list[M], int]:
    """Return the marks of a ``kind``, in the order they were made, and how many cannot be read."""
    found = ask.execute(
        "SELECT record FROM mark WHERE entry = ? AND kind = ? ORDER BY created, rowid", (entry, kind)
    )
    marks, unreadable = [], 0
    for (record,) in found:
        try:
            marks.append(_decode(read, record))
        except ValueError:
            unreadable += 1
    return marks, unreadable


def _decode(read: Callable[[str], M], record: Any) -> M:
    try:
        return read(record)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"it makes no sense: {error}") from error
