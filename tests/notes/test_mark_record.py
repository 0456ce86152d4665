import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from secondhand.claim import Link
from secondhand.notes.highlight import Highlight
from secondhand.notes.mark_record import (
    correction_of,
    correction_record,
    format_time,
    highlight_of,
    highlight_record,
    read_correction,
    read_highlight,
    time_of,
)
from tests.notes.literals import LATER, MADE, SCRIPTS, claim, correction, highlight, mark, person

TEXT = SCRIPTS["plain"]
CLAIM = claim(TEXT, "the bridge is safe", "said", "mayor")


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_a_highlight_reads_back_from_json(text: str) -> None:
    made = highlight(
        text,
        text[4:9],
        text[12:17],
        changed=LATER,
        colour="red",
        note=f"*{text}*\n\n- a",
        tags=("a", text[:3]),
    )
    assert highlight_of(json.loads(json.dumps(highlight_record(made)))) == made


def test_a_highlight_of_a_claim_keeps_who_says_it() -> None:
    made = highlight(TEXT, "the bridge is safe", claim=CLAIM, speaker=person("mayor", "of the town"))
    assert highlight_of(json.loads(json.dumps(highlight_record(made)))) == made


def test_a_correction_reads_back_from_json() -> None:
    made = correction(
        TEXT,
        "the bridge is safe",
        cue=mark(TEXT, "said"),
        source=(mark(TEXT, "The mayor"),),
        speaker=person("Ann Lee"),
        commitment="possible",
        framing="distancing",
        chain=(*CLAIM.chain[:1], Link("Ann Lee", "person", "told", when="2025-02-27", url="https://e.org/")),
        before=CLAIM,
    )
    assert correction_of(json.loads(json.dumps(correction_record(made)))) == made


def test_when_it_was_changed_and_its_versions_read_back() -> None:
    made = correction(TEXT, "the bridge is safe", changed=LATER, earlier=("a", "b"))
    assert correction_of(json.loads(json.dumps(correction_record(made)))) == made
    assert read_correction(json.dumps(correction_record(made))) == made
    lit = highlight(TEXT, "bridge", earlier=("a",), claim=CLAIM)
    assert highlight_of(json.loads(json.dumps(highlight_record(lit)))) == lit
    assert read_highlight(json.dumps(highlight_record(lit))) == lit
    bare = correction_record(correction(TEXT, "bridge")).keys() | highlight_record(highlight(TEXT, "bridge"))
    assert "earlier" not in bare
    assert "changed" not in correction_record(correction(TEXT, "bridge"))


@pytest.mark.parametrize("where", ["anchors", "content", "source", "cue"])
@pytest.mark.parametrize("place", [(-1, 5), (6, 5)])
def test_a_place_that_is_none_is_refused(where: str, place: tuple[int, int]) -> None:
    wrong = dict(zip(("start", "end"), place, strict=True)) | {"exact": "words"}
    if where == "anchors":
        record, read = highlight_record(highlight(TEXT, "bridge")), highlight_of
        record[where] = (wrong,)
    else:
        record, read = correction_record(correction(TEXT, "bridge")), correction_of
        record[where] = wrong if where == "cue" else (wrong,)
    with pytest.raises(ValueError, match="no place in a text: "):
        read(record)


def test_a_correction_that_says_little_reads_back() -> None:
    made = correction(TEXT, "the bridge is safe", verdict="no claim")
    assert correction_of(json.loads(json.dumps(correction_record(made)))) == made


def test_times_are_utc_in_whole_seconds() -> None:
    assert highlight_record(highlight(TEXT, "bridge"))["created"] == "2026-11-24T09:30:00Z"
    assert time_of("2026-11-24T10:30:00.9+01:00") == MADE
    assert time_of("2026-11-24T09:30:00") == MADE
    assert (
        format_time(datetime(2026, 11, 24, 10, 30, tzinfo=timezone(timedelta(hours=1))))
        == "2026-11-24T09:30:00Z"
    )


def test_a_record_that_says_little_is_a_highlight_too() -> None:
    assert highlight_of(
        {"id": "x", "created": "2026-11-24T09:30:00Z", "anchors": [{"start": 4, "end": 9, "exact": "mayor"}]}
    ) == Highlight("x", (replace(mark(TEXT, "mayor"), prefix="", suffix=""),), MADE, MADE)


@pytest.mark.parametrize(
    "change",
    [
        {"id": 3},
        {"anchors": []},
        {"anchors": [{"start": 4, "end": 1, "exact": "x"}]},
        {"anchors": [{"start": True, "end": 1, "exact": "x"}]},
        {"anchors": [{"start": 0, "end": 1, "exact": None}]},
        {"created": "yesterday"},
        {"created": "0001-01-01T00:00:00+05:00"},
        {"colour": "mauve"},
        {"tags": [1]},
        {"claim": {"id": "c1"}},
    ],
    ids=repr,
)
def test_what_is_no_highlight_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        highlight_of({**highlight_record(highlight(TEXT, "bridge")), **change})


@pytest.mark.parametrize(
    "change", [{"verdict": "guilty"}, {"framing": "sly"}, {"content": []}, {"chain": [{}]}], ids=repr
)
def test_what_is_no_correction_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        correction_of({**correction_record(correction(TEXT, "bridge")), **change})


@pytest.mark.parametrize("read", [highlight_of, correction_of])
def test_an_empty_record_is_nothing(read: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises((KeyError, ValueError)):
        read({})
