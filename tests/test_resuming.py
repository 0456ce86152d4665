import json
from dataclasses import replace

import pytest

from secondhand.claim import Analysis
from secondhand.resuming import keep_stretch, resume
from secondhand.stretches import Stretch
from tests.claims import seed_analysis

EVERY = [Stretch(0, 0, 20, 25), Stretch(15, 20, 40, 45), Stretch(35, 40, 60, 60)]
FOUND = seed_analysis()
LEE, ANN = [("Lee", "PERSON", [])], [("Ann", "PERSON", ["AN"])]


def back(*records: str) -> tuple[dict[int, Analysis], list[object]]:
    found, met = resume(records, EVERY, FOUND.model)
    return dict(found), list(met)


def test_what_was_kept_is_found_again() -> None:
    records = keep_stretch(EVERY[0], FOUND, LEE).record, keep_stretch(EVERY[1], FOUND, ANN).record
    assert back(*records) == ({0: FOUND, 1: FOUND}, [[["Lee", "PERSON", []]], [["Ann", "PERSON", ["AN"]]]])
    assert keep_stretch(EVERY[1], FOUND, ANN).start == 20


def test_who_is_named_counts_only_up_to_the_first_that_is_missing_or_out_of_turn() -> None:
    first, second = keep_stretch(EVERY[0], FOUND, LEE).record, keep_stretch(EVERY[1], FOUND, None).record
    third = keep_stretch(EVERY[2], FOUND, ANN).record
    assert back(first, second, third) == ({0: FOUND, 1: FOUND, 2: FOUND}, [[["Lee", "PERSON", []]]])
    assert back(third) == ({2: FOUND}, [])


RECORD = keep_stretch(EVERY[0], FOUND, LEE).record


@pytest.mark.parametrize(
    "record",
    [
        "",
        "[]",
        "{}",
        json.dumps(json.loads(RECORD) | {"stretch": {"lead": 0, "start": 0, "end": 21, "tail": 25}}),
        json.dumps(json.loads(RECORD) | {"found": None}),
        keep_stretch(EVERY[0], replace(FOUND, model=replace(FOUND.model, version="next")), LEE).record,
    ],
    ids=["empty", "a list", "nothing", "another stretch", "no analysis", "another model"],
)
def test_what_another_version_kept_is_left_out(record: str) -> None:
    assert back(record) == ({}, [])
