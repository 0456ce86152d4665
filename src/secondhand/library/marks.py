"""The highlights and corrections of the library."""

from __future__ import annotations

import json
from sqlite3 import Connection

from secondhand.notes.anchoring import place_highlight
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
from secondhand.notes.versions import changed_at


def put(ask: Connection, entry: int, mark: Mark) -> None:
    """Keep ``mark`` of ``entry`` as it is, in the place of one with its id."""
    lit = isinstance(mark, Highlight)
    record = highlight_record(mark) if isinstance(mark, Highlight) else correction_record(mark)
    ask.execute(
        """INSERT INTO mark (id, entry, kind, created, changed, record) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET entry = excluded.entry, kind = excluded.kind,
            created = excluded.created, changed = excluded.changed, record = excluded.record""",
        (
            mark.id,
            entry,
            "highlight" if lit else "correction",
            format_time(mark.created),
            format_time(changed_at(mark)),
            json.dumps(record),
        ),
    )


def take_away(ask: Connection, mark_id: str) -> None:
    """Keep the mark with ``mark_id`` no longer."""
    ask.execute("DELETE FROM mark WHERE id = ?", (mark_id,))


def highlights(ask: Connection, entry: int, text: str) -> tuple[tuple[Highlight, ...], tuple[Highlight, ...]]:
    """Return those of ``entry`` found in ``text``, in reading order, and those that are not, as they were."""
    kept = [read_highlight(record) for record in _records(ask, entry, "highlight")]
    places = [(place_highlight(text, highlight), highlight) for highlight in kept]
    there = [place for place, _ in places if place]
    there.sort(key=lambda h: (h.anchors[0].start, h.anchors[-1].end))
    return tuple(there), tuple(highlight for place, highlight in places if place is None)


def corrections(ask: Connection, entry: int) -> tuple[Correction, ...]:
    """Return those of ``entry``, in the order they were made."""
    return tuple(map(read_correction, _records(ask, entry, "correction")))


def _records(ask: Connection, entry: int, kind: str) -> list[str]:
    found = ask.execute(
        "SELECT record FROM mark WHERE entry = ? AND kind = ? ORDER BY created, rowid", (entry, kind)
    )
    return [record for (record,) in found]
