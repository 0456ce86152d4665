"""That a comparison fails where it should: one change to a right analysis, one problem."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from secondhand.claim import Analysis, Attitude, Claim, Link, ModelInfo, Span, Speaker, Stance
from tests.gold.comparing import problems
from tests.gold.filling import filled
from tests.gold.lines import Line

TEXT = "Dr. Ann Lee, a hydrologist, said that the mayor praised Norbank."
LEE = Speaker("s1", "Ann Lee", "person", "hydrologist", ())
MAYOR = Speaker("s2", "mayor", "person", None, ())


def line() -> dict[str, Any]:
    lee = {"name": "Dr. Ann Lee", "type": "person", "role": "a hydrologist"}
    mayor = {"name": "the mayor", "type": "person"}
    fond = [{"target": "Norbank", "polarity": "positive"}]
    said = {"content": ["that the mayor praised Norbank"], "cue": ["said"], "source": ["Dr. Ann Lee"]}
    praised = {"content": ["Norbank"], "cue": ["praised"], "source": ["the mayor"], "parent": "c1"}
    claims = [{**said, "speaker": lee}, {**praised, "speaker": mayor, "attitudes": fond}]
    given = {"publisher": "Reuters", "date": "2025-03-04", "text": TEXT, "claims": claims}
    return filled(Line("some", 1, given)).data


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def claim(name: str, content: str, cue: str, speaker: Speaker, *links: str, **more: Any) -> Claim:
    chain = tuple(Link(link, "unknown", "said") for link in ("Reuters", *links))
    return Claim(
        name, None, 0, "indirect", (span(content),), span(cue), (), speaker.id, "name", None, chain,
        Stance("certain", "neutral"), 0.9, **more,
    )  # fmt: skip


OUTER = claim("a", "that the mayor praised Norbank", "said", LEE, "Ann Lee")
INNER = replace(
    claim("b", "Norbank", "praised", MAYOR, "Ann Lee", "mayor"),
    parent="a",
    stance=Stance("certain", "neutral", (Attitude("Norbank", "positive", 0.9),)),
)


def found(*claims: Claim, speakers: tuple[Speaker, ...] = (LEE, MAYOR)) -> list[str]:
    return problems(line(), Analysis(speakers, claims, ModelInfo("none", "0")))


def test_the_right_analysis_has_no_problems() -> None:
    assert found(OUTER, INNER) == []


def test_a_claim_that_is_missing() -> None:
    assert found(OUTER) == ["c2 not found"]


def test_a_claim_too_many() -> None:
    more = claim("c", "hydrologist", "a", LEE, "Ann Lee")
    assert found(OUTER, INNER, more) == ["3 claims, not 2: a"]


def test_a_long_content_has_to_overlap_by_half() -> None:
    assert found(replace(OUTER, content=(span("that the mayor"),)), INNER) == ["c1 not found"]


def test_a_short_content_is_found_by_its_cue() -> None:
    assert found(OUTER, replace(INNER, content=(span("praised Norbank"),))) == []
    assert "c2 not found" in found(OUTER, replace(INNER, content=(span("mayor"),), cue=None))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"kind": "direct"}, "c1 kind: direct, not indirect"),
        ({"speaker": "s2"}, "c1 speaker: mayor, not Dr. Ann Lee"),
        ({"speaker": None}, "c1 speaker: unknown, not Dr. Ann Lee"),
        ({"parent": "b"}, "c1 parent: b, not None"),
        ({"chain": OUTER.chain[:1]}, "c1 chain: Reuters, not Reuters → Dr. Ann Lee"),
        ({"stance": Stance("denied", "neutral")}, "c1 commitment: denied, not certain"),
        ({"stance": Stance("certain", "endorsing")}, "c1 framing: endorsing, not neutral"),
    ],
)
def test_a_claim_that_says_otherwise(change: dict[str, Any], problem: str) -> None:
    assert problem in found(replace(OUTER, **change), INNER)


def test_a_child_without_its_parent() -> None:
    assert found(OUTER, replace(INNER, parent=None)) == ["c2 parent: None, not c1"]


def test_a_role_that_is_told_has_to_be_found() -> None:
    speakers = (replace(LEE, role=None), MAYOR)
    assert found(OUTER, INNER, speakers=speakers) == ["c1 role: None, not a hydrologist"]


def test_an_attitude_turned_round() -> None:
    turned = replace(INNER.stance, attitudes=(Attitude("Norbank", "negative", 0.9),))
    assert found(OUTER, replace(INNER, stance=turned)) == ["c2 attitude: not positive to Norbank"]
