"""Which articles and sentences are worth comparing."""

from __future__ import annotations

from datetime import date

import pytest

from secondhand.statements import pairing
from secondhand.statements.pairing import pair_by_stems, pair_carriers, tell_days
from secondhand.statements.statement import Carrier
from tests.statements.literals import HERALD, REUTERS, STAR

FOUR = frozenset({"rate", "bank", "autumn", "crown"})


def test_sentences_that_share_a_stem_are_compared() -> None:
    one, other = (
        [frozenset({"rate"}), frozenset({"bank"})],
        [frozenset({"bank", "crown"}), frozenset({"ferri"})],
    )
    assert list(pair_by_stems(one, other)) == [(1, 0)]


def test_articles_that_share_enough_and_are_near_are_compared() -> None:
    later = Carrier("later.txt", None, "Bulletin", date(2026, 6, 1))
    stems = {REUTERS: FOUR, STAR: FOUR | {"ferri"}, HERALD: frozenset({"rate", "ferri"}), later: FOUR}
    assert list(pair_carriers(stems)) == [(REUTERS, STAR)]


def test_articles_that_share_a_small_part_of_their_words_are_not_compared() -> None:
    long = {REUTERS: FOUR | {f"a{at}" for at in range(20)}, STAR: FOUR | {f"b{at}" for at in range(20)}}
    assert list(pair_carriers(long)) == []
    assert list(pair_carriers({REUTERS: long[REUTERS], STAR: FOUR})) == [(REUTERS, STAR)]


def test_what_many_articles_have_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, "FEW", 1)
    assert list(pair_carriers({REUTERS: FOUR, STAR: FOUR})) == []


def test_days_never_leave_the_calendar() -> None:
    assert tell_days(Carrier("a", date=date.min)) == ("0001-01-01", "0001-02-01")
    assert tell_days(Carrier("a", date=date.max))[1] == "9999-12-31"
    assert tell_days(Carrier("a")) == ("0001-01-01", "9999-12-31")
