from __future__ import annotations

import pytest

from secondhand.pipeline.chains.outlets import (
    belongs_to_outlet,
    find_interview_meant,
    find_outlet_meant,
    name_outlet,
)
from secondhand.pipeline.mentions.mention import Mention, parse_mention


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("CNN on Monday", "CNN"),
        ("CNBC’s Squawk Box that it rains", "CNBC’s Squawk Box"),
        ('MSNBC\'s "Morning Joe,"', "MSNBC's Morning Joe"),
        ("ABC’s “This Week” it rains", "ABC’s This Week"),
        ("Fox News' Fox and Friends", "Fox News' Fox and Friends"),
        ("Russian state television it rains", "Russian state television"),
        ("state-run media it rains", "state-run media"),
        ("WikiLeaks last week", "WikiLeaks"),
        ("CNN’s reporters", "CNN"),
        ("The newspaper", None),
        ("the Senate", None),
    ],
)
def test_an_outlet_and_its_show_make_one_name(words: str, name: str | None) -> None:
    assert name_outlet(words, 0) == name


def test_an_outlet_owns_its_people() -> None:
    assert belongs_to_outlet("’s Jake Tapper on Monday", "Jake Tapper")
    assert belongs_to_outlet("' host Jake Tapper", "Jake Tapper")
    assert not belongs_to_outlet(" and Jake Tapper", "Jake Tapper")


def test_the_newspaper_is_the_outlet_named_last() -> None:
    text = "CNN was first. Le Monde came later. The newspaper"
    found = parse_mention("The newspaper", [])
    assert find_outlet_meant(text, text.index("The newspaper"), found, 3000) == "Le Monde"
    assert find_outlet_meant(text, 0, found, 3000) is None
    unknown = Mention("a newspaper", "nominal", None, "newspaper", "newspaper")
    assert find_outlet_meant(text, len(text), unknown, 3000) is None


def test_the_newspaper_is_none_that_was_named_too_far_before() -> None:
    text = "Le Monde came later. The newspaper"
    at = text.index("The newspaper")
    found = parse_mention("The newspaper", [])
    assert find_outlet_meant(text, at, found, at) == "Le Monde"
    assert find_outlet_meant(text, at, found, at - 1) is None


@pytest.mark.parametrize(
    ("before", "frame", "who"),
    [
        ("Ann spoke in an interview with Le Monde. ", "In the interview, she said it rains.", "Le Monde"),
        ("Ann told CNN it snows. ", "She said during the same interview it rains.", "CNN"),
        ("Ann sat for an interview with Bob. ", "In the interview, she said it rains.", None),
        ("Ann told CNN it snows. ", "She said in the interview with Le Monde it rains.", None),
        ("Ann told CNN it snows. ", "She said it rains.", None),
        (
            "Ann told CNN it snows and told Le Monde it hails. ",
            "In the interview, she said it rains.",
            "Le Monde",
        ),
        ("Ann told CNN it snows and told Bob it hails. ", "In the interview, she said it rains.", "CNN"),
        ("", "In the interview, she said it rains and told CNN it snows.", None),
    ],
)
def test_the_interview_is_the_one_named_before(before: str, frame: str, who: str | None) -> None:
    text = before + frame
    found = find_interview_meant(text, (len(before), len(text)), 3000)
    assert (found and found[0]) == who
