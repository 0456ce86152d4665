"""Who else a claim may be by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.claim import Speaker, Trace
from secondhand.wording.next_likely import find_next_likely
from tests.claims import seed_analysis

CLAIM = seed_analysis().claims[0]


def named(name: str) -> Speaker:
    return Speaker("s", name, "person", None, ())


HEARD = [named(name) for name in ("Emmanuel Macron", "Donald Trump", "officials", "nobody", "two clerks")]


@pytest.mark.parametrize(
    ("speaker", "other"),
    [
        ("Emmanuel Macron", "macron"),
        ("Donald Trump", "Trump's"),
        ("Alain de Benoist", "De Benoist"),
        ("Keir Starmer", "UK Prime Minister Keir Starmer and Macron"),
        ("Ines Marlow", "spokeswoman for Calder & Wyke, Ines Marlow"),
        ("Russian Foreign Intelligence Service", "Russian"),
        ("Daily Beacon's readers", "Daily Beacon"),
        ("Financial Times", "European"),
        ("inspection records", "Crane"),
        ("managers", "nobody"),
        ("analysts", "prices"),
    ],
)
def test_the_same_one_and_what_is_nobody_are_no_rivals(speaker: str, other: str) -> None:
    claim = replace(CLAIM, trace=Trace(runner_up=other))
    assert find_next_likely(claim, named(speaker), HEARD) is None


@pytest.mark.parametrize(
    ("speaker", "other"),
    [
        ("Alain de Benoist", "Emmanuel Macron"),
        ("Emmanuel Macron", "officials"),
        ("Donald Trump", "two clerks"),
        ("Coralie Ventnor", "Oswin Hale"),
        ("Tomas Reyle", "Calder & Wyke"),
    ],
)
def test_somebody_else_who_is_heard_or_has_a_whole_name_is_one(speaker: str, other: str) -> None:
    claim = replace(CLAIM, trace=Trace(runner_up=other))
    assert find_next_likely(claim, named(speaker), HEARD) == other
    assert find_next_likely(claim, None, HEARD) == other


def test_where_there_was_no_other_choice_there_is_none() -> None:
    assert find_next_likely(replace(CLAIM, trace=Trace()), None, HEARD) is None
    assert find_next_likely(replace(CLAIM, trace=None), None, HEARD) is None
