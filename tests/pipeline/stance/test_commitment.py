from __future__ import annotations

import pytest

from secondhand.claim import Kind
from secondhand.pipeline.stance.commitment import read_commitment
from secondhand.pipeline.stance.cue import parse_cue
from secondhand.pipeline.stance.stance_settings import StanceSettings
from tests.pipeline.making import claim, span


def committed(
    cue: str, content: str | list[str] = "it rains", kind: Kind = "indirect", source: str | None = "Ann"
) -> tuple[str, list[tuple[int, str]]]:
    """The commitment, and the words that show it, by how far from the cue they stand."""
    pieces = [content] if isinstance(content, str) else content
    text = f"So Ann {cue} {' … '.join(pieces)} there."
    one = claim(text, pieces, f"Ann |{cue}|", source, kind=kind)
    commitment, shown = read_commitment(one, parse_cue(one.cue))
    assert all(text[word.start : word.end] == word.text for word in shown)
    return commitment, [(word.start - 7, word.text) for word in shown]


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", ("certain", [])),
        ("denied", ("denied", [(0, "denied")])),
        ("was skeptical", ("denied", [(4, "skeptical")])),
        ("feared", ("possible", [(0, "feared")])),
        ("assumed", ("probable", [(0, "assumed")])),
        ("did not deny", ("denied", [(4, "not"), (8, "deny")])),
        ("never said", ("uncommitted", [(0, "never")])),
        # One word may both negate and tell of it.
        ("declined", ("uncommitted", [(0, "declined")])),
        # Who wants to deny asserts nothing: what asserts least goes first.
        ("wants to deny", ("uncommitted", [(0, "wants")])),
        ("denied and feared", ("denied", [(0, "denied")])),
        ("feared and expected", ("possible", [(0, "feared")])),
    ],
)
def test_what_the_cue_tells(cue: str, expected: tuple[str, list[tuple[int, str]]]) -> None:
    assert committed(cue) == expected


@pytest.mark.parametrize("cue", ["spoke of", "the debate ABOUT", "spoke with", "according to"])
def test_the_last_word_of_a_cue_alone_tells_nothing(cue: str) -> None:
    assert committed(cue) == ("certain", [])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("to leave", ("uncommitted", [(5, "to")])),
        ("tomorrow it rains", ("certain", [])),
        ("whether it rains", ("uncommitted", [(5, "whether")])),
        ("if it rains", ("uncommitted", [(5, "if")])),
        ("iffy rain", ("certain", [])),
        ("it rains if it must", ("certain", [])),
    ],
)
def test_a_content_that_is_an_aim_or_a_question(
    content: str, expected: tuple[str, list[tuple[int, str]]]
) -> None:
    assert committed("said", content) == expected


@pytest.mark.parametrize(
    ("content", "kind", "expected"),
    [
        ('"Does it rain?"', "direct", ("uncommitted", [(18, "?")])),
        ("“Does it rain?”", "direct", ("uncommitted", [(18, "?")])),
        ("‘Does it rain?’", "direct", ("uncommitted", [(18, "?")])),
        ("Does it rain?", "indirect", ("certain", [])),
        ("“Does it rain? It does.”", "direct", ("certain", [])),
        (["“Well,", "does it rain?”"], "direct", ("certain", [])),
    ],
)
def test_a_quotation_that_ends_in_a_question(
    content: str | list[str], kind: Kind, expected: tuple[str, list[tuple[int, str]]]
) -> None:
    assert committed("said", content, kind) == expected


def test_the_sign_of_a_turn_that_asks_goes_first() -> None:
    text = "Q. to rain?"
    one = claim(text, "to rain?", "Q.")
    assert read_commitment(one, parse_cue(one.cue)) == ("uncommitted", (span(text, "Q."),))


def test_else_the_hedges_of_the_content_count_as_far_as_is_set() -> None:
    text = "Ann said it really might rain."
    one = claim(text, "it really might rain", "said", "Ann")
    cue = parse_cue(one.cue)
    assert read_commitment(one, cue) == ("possible", (span(text, "might"),))
    assert read_commitment(one, cue, None, StanceSettings(hedge_reach=14)) == ("certain", ())
    assert read_commitment(one, cue, None, StanceSettings(hedge_reach=15))[0] == "possible"
