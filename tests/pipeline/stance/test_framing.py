from __future__ import annotations

import pytest

from secondhand.claim import Attitude, Span, Stance
from secondhand.pipeline.stance.cue import parse_cue
from secondhand.pipeline.stance.framing import neutralize_framing, read_framing
from tests.pipeline.making import span


def framed(cue: str) -> tuple[str, list[str]]:
    framing, shown = read_framing(parse_cue(span(f"So Ann {cue} it.", cue)))
    return framing, [word.text for word in shown]


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("reminded", ("endorsing", ["reminded"])),
        ("reaffirmed", ("endorsing", ["reaffirmed"])),
        ("admitted", ("endorsing", ["admitted"])),
        # Of what is rated lower, and of feelings however they are rated, the article vouches for nothing.
        ("argued", ("neutral", [])),
        ("thinks", ("neutral", [])),
        ("suggested", ("neutral", [])),
        ("forgot", ("neutral", [])),
        ("saw", ("neutral", [])),
        ("lied", ("distancing", ["lied"])),
        ("reportedly knew", ("distancing", ["reportedly"])),
        ("did not know", ("neutral", [])),
        # Who does not claim is told of from a distance all the same.
        ("did not claim", ("distancing", ["claim"])),
    ],
)
def test_how_the_article_stands_to_a_cue(cue: str, expected: tuple[str, list[str]]) -> None:
    assert framed(cue) == expected


def test_inside_a_quotation_only_the_framing_goes() -> None:
    words = (Span(0, 4, "knew"),)
    felt = (Attitude("Bob", "negative", 0.5, words),)
    stance = Stance("possible", "endorsing", felt, words, words)
    assert neutralize_framing(stance) == Stance("possible", "neutral", felt, words, ())
