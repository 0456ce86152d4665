from __future__ import annotations

import pytest

from secondhand.training.lexicon import regular


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("claim", {"claim", "claims", "claimed", "claiming"}),
        ("believe", {"believe", "believes", "believed", "believing"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("convey", {"convey", "conveys", "conveyed", "conveying"}),
        ("stress", {"stress", "stresses", "stressed", "stressing"}),
        ("preach", {"preach", "preaches", "preached", "preaching"}),
        ("point out", {"point out", "points out", "pointed out", "pointing out"}),
    ],
)
def test_regular_forms(verb: str, forms: set[str]) -> None:
    assert forms <= set(regular(verb))


def test_a_last_consonant_may_double() -> None:
    assert {"admitted", "admitting"} <= set(regular("admit"))


def test_it_does_not_double_after_two_vowels_or_two_consonants() -> None:
    assert not {"claimmed", "reportted"} & {*regular("claim"), *regular("report")}


def test_a_particle_stays_behind_every_form() -> None:
    assert all(form.endswith(" out") for form in regular("point out"))
