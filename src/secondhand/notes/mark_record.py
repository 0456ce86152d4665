"""Highlights and corrections ⇄ plain records, for the library and for files.

Times are ISO 8601 in UTC; spans, claims and speakers are written as ``secondhand.record`` has them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from secondhand.conversion import from_json, from_plain, to_plain
from secondhand.notes.correction import Correction
from secondhand.notes.highlight import Anchor, Highlight
from secondhand.record import Record, drop_unknown


def highlight_record(highlight: Highlight) -> dict[str, Any]:
    """Return ``highlight`` as dicts, tuples, strings and numbers: nothing of it is lost.

    Earlier versions are named only where there are some.
    """
    return _mark_record(highlight, "claim")


def correction_record(correction: Correction) -> dict[str, Any]:
    """Return ``correction`` as such a record; when it was changed is told only where it was."""
    return _mark_record(correction, "before")


def highlight_of(record: Record) -> Highlight:
    """Return the highlight of a record; raises KeyError or ValueError where it is none.

    All but id, anchors and when it was made may be missing.
    """
    changed = record.get("changed") or record["created"]
    return _check_highlight(from_plain({**record, "changed": changed}, Highlight))


def correction_of(record: Record) -> Correction:
    """Return the correction of a record; raises ValueError where it is none.

    All but id, content and when it was made may be missing.
    """
    return _check_correction(from_plain(record, Correction))


def read_highlight(text: str) -> Highlight:
    """Return the highlight that JSON ``text`` is the whole record of; raises ValueError where it is none."""
    return _check_highlight(from_json(text, Highlight))


def read_correction(text: str) -> Correction:
    """Return the correction that JSON ``text`` is the record of; raises ValueError where it is none."""
    return _check_correction(from_json(text, Correction))


def time_of(written: str) -> datetime:
    """Return a written time in UTC and whole seconds; one without a zone is taken for UTC.

    Raises TypeError or ValueError where it is none.
    """
    return _to_utc(datetime.fromisoformat(written))


def format_time(time: datetime) -> str:
    """Return ``time`` as ``time_of`` reads it: 2026-11-24T09:30:00Z."""
    return time.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _mark_record(mark: Highlight | Correction, claim: str) -> dict[str, Any]:
    """Return ``mark`` as dicts, without what is only in some; ``claim`` is where it has one."""
    made: dict[str, Any] = to_plain(mark)
    if made[claim]:
        made[claim] = drop_unknown(made[claim])
    return {name: value for name, value in made.items() if value or name not in {"changed", "earlier"}}


def _check_highlight(mark: Highlight) -> Highlight:
    if not mark.anchors:
        raise ValueError("no words are marked")
    _check_places(mark.anchors)
    return replace(mark, created=_to_utc(mark.created), changed=_to_utc(mark.changed))


def _check_correction(mark: Correction) -> Correction:
    if not mark.content:
        raise ValueError("no words are marked")
    _check_places((*mark.content, *mark.source, *((mark.cue,) if mark.cue else ())))
    return replace(mark, created=_to_utc(mark.created), changed=mark.changed and _to_utc(mark.changed))


def _check_places(anchors: Iterable[Anchor]) -> None:
    for anchor in anchors:
        if not 0 <= anchor.start <= anchor.end:
            raise ValueError(f"no place in a text: {anchor.start} to {anchor.end}")


def _to_utc(time: datetime) -> datetime:
    time = time.replace(microsecond=0)
    try:
        return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except OverflowError as error:
        raise ValueError(f"no time there ever was: {time}") from error
