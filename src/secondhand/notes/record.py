"""Highlights and corrections ⇄ plain records, for the library and for files.

Times are ISO 8601 in UTC; spans, claims and speakers are written as ``secondhand.record`` has them.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, get_args

from secondhand.claim import Commitment, Framing
from secondhand.notes.correction import Correction, Verdict
from secondhand.notes.highlight import COLOURS, Anchor, Highlight
from secondhand.record import Record, claim_of, known, link_of, speaker_of


def highlight_record(highlight: Highlight) -> dict[str, Any]:
    """Return ``highlight`` as dicts, tuples, strings and numbers: nothing of it is lost.

    Earlier versions are named only where there are some, as is when a correction was changed.
    """
    return asdict(highlight, dict_factory=_plain)


def correction_record(correction: Correction) -> dict[str, Any]:
    """Return ``correction`` as such a record."""
    return asdict(correction, dict_factory=_plain)


def highlight_of(record: Record) -> Highlight:
    """Return the highlight of a record; raises KeyError, TypeError or ValueError where it is none.

    All but id, anchors and when it was made may be missing.
    """
    created = time_of(record["created"])
    return Highlight(
        _text(record["id"]),
        _some(tuple(map(anchor_of, record["anchors"]))),
        created,
        time_of(record["changed"]) if record.get("changed") else created,
        _one_of(COLOURS, record.get("colour", "yellow")),
        _text(record.get("note", "")),
        tuple(map(_text, record.get("tags", ()))),
        claim_of(record["claim"]) if record.get("claim") else None,
        speaker_of(record["speaker"]) if record.get("speaker") else None,
        tuple(map(_text, record.get("earlier", ()))),
    )


def correction_of(record: Record) -> Correction:
    """Return the correction of a record; raises KeyError, TypeError or ValueError where it is none.

    All but id, content and when it was made may be missing.
    """
    chain = record.get("chain")
    return Correction(
        _text(record["id"]),
        _some(tuple(map(anchor_of, record["content"]))),
        time_of(record["created"]),
        _one_of(get_args(Verdict), record.get("verdict", "changed")),
        anchor_of(record["cue"]) if record.get("cue") else None,
        tuple(map(anchor_of, record.get("source", ()))),
        speaker_of(record["speaker"]) if record.get("speaker") else None,
        _one_of((None, *get_args(Commitment)), record.get("commitment")),
        _one_of((None, *get_args(Framing)), record.get("framing")),
        None if chain is None else tuple(map(link_of, chain)),
        claim_of(record["before"]) if record.get("before") else None,
        time_of(record["changed"]) if record.get("changed") else None,
        tuple(map(_text, record.get("earlier", ()))),
    )


def anchor_of(record: Record) -> Anchor:
    """Return the anchor of a record; raises KeyError, TypeError or ValueError where it is none."""
    start, end = record["start"], record["end"]
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        raise ValueError(f"no place in a text: {start!r} to {end!r}")
    around = (record.get(part, "") for part in ("prefix", "suffix"))
    return Anchor(start, end, _text(record["exact"]), *map(_text, around))


def time_of(written: str) -> datetime:
    """Return a written time in UTC and whole seconds; one without a zone is taken for UTC.

    Raises TypeError or ValueError where it is none.
    """
    time = datetime.fromisoformat(written).replace(microsecond=0)
    try:
        return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except OverflowError as error:
        raise ValueError(f"no time there ever was: {written}") from error


def written(time: datetime) -> str:
    """Return ``time`` as ``time_of`` reads it: 2026-11-24T09:30:00Z."""
    return time.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _plain(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = known(fields).items()
    return {
        name: written(value) if isinstance(value, datetime) else value
        for name, value in plain
        if value or name not in {"changed", "earlier"}
    }


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not text: {value!r}")
    return value


def _some(anchors: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
    if not anchors:
        raise ValueError("no words are marked")
    return anchors


def _one_of(known: Any, value: Any) -> Any:
    if value not in known:
        raise ValueError(f"not known: {value!r}")
    return value
