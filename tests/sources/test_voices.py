"""Which claims come from where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.claim import Speaker
from secondhand.filters import Filter
from secondhand.sources.voices import (
    VOICES,
    filter_by_speaker,
    filter_by_voice,
    filter_by_way,
    voice_of,
)
from tests.claims import seed_analysis
from tests.sources.test_counting import nested


def left(by: Filter, seed: bool = False) -> list[str]:
    analysis = seed_analysis() if seed else nested()[1]
    return [claim.id for claim in analysis.claims if by.holds(claim, analysis.speaker(claim))]


@pytest.mark.parametrize(
    ("by", "label", "ids"),
    [
        (filter_by_voice("further"), "second hand or further", ["c0", "c1"]),
        (filter_by_voice("unnamed"), "unnamed sources", ["c2"]),
        (filter_by_voice("first"), "first hand", []),
        (filter_by_voice("own"), "the article’s own voice", []),
        (filter_by_way(("Politico",)), "through Politico", ["c0", "c1", "c2"]),
        (filter_by_way(("Politico", "CNN")), "through CNN", ["c0", "c1"]),
        (filter_by_way(("Politico", "CNN", "Ann Lee", "Bob Ray")), "through CNN → Ann Lee → Bob Ray", ["c1"]),
        (filter_by_way(("CNN",)), "through CNN", []),
        (filter_by_speaker("Bob Ray"), "by Bob Ray", ["c1"]),
        (filter_by_speaker("unknown"), "unknown speaker", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_comes_from_there(by: Filter, label: str, ids: list[str]) -> None:
    assert (by.label, left(by)) == (label, ids)


def test_every_claim_comes_from_one_voice() -> None:
    found = [claim for voice in VOICES for claim in left(filter_by_voice(voice), seed=True)]
    assert sorted(found) == sorted(claim.id for claim in seed_analysis().claims)


def test_somebody_whose_name_comes_after_unknown_is_known() -> None:
    claim = seed_analysis().claims[0]
    by = filter_by_speaker("unknown")
    assert by.holds(claim, None)
    assert by.holds(claim, Speaker("s", "unknown", "unknown", None, ()))
    assert not by.holds(claim, Speaker("s", "zed", "person", None, ()))


def test_what_the_publisher_says_itself_is_its_own_voice() -> None:
    claim = next(c for c in seed_analysis().claims if len(c.chain) > 1)
    publisher, speaker = claim.chain[0], claim.chain[-1]
    jane = Speaker("s9", "Jane Roe", "person", None, ())
    own = replace(claim, chain=(publisher, replace(speaker, name=publisher.name)))
    assert voice_of(own, replace(jane, name=publisher.name)) == "own"
    assert voice_of(replace(claim, chain=(publisher, replace(speaker, name="Jane Roe"))), jane) == "first"
