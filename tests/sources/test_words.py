"""Who is heard, in words and cells."""

from __future__ import annotations

from collections import Counter

from secondhand.sources import Heard, Node, words


def heard(**known: object) -> Heard:
    fields = {
        "name": "Ann Lee",
        "type": "person",
        "role": None,
        "claims": 4,
        "words": 1234,
        "kinds": Counter(direct=1, indirect=3),
        "commitments": Counter(possible=1, certain=3),
        "attitudes": Counter({("positive", "EU"): 1, ("negative", "cats"): 2}),
        "depths": Counter({1: 3, 3: 1}),
    }
    return Heard(**{**fields, **known})  # type: ignore[arg-type]


def test_a_row_of_the_table() -> None:
    row = dict(zip(words.COLUMNS, words.row(heard()), strict=True))
    assert row == {
        "who": "Ann Lee",
        "type": "person",
        "role": "",
        "claims": "4",
        "words": "1,234",
        "direct": "1 of 4",
        "hand": "first–third",
        "stands to it": "3 as fact, 1 possible",
        "attitudes": "against cats (2), for EU",
    }


def test_hands() -> None:
    assert words.hands(Counter([1])) == "first"
    assert words.hands(Counter([0, 2])) == "own–second"
    assert words.hands(Counter([9])) == "9th"


def test_nobody_known_has_plain_words() -> None:
    assert words.row(heard(name="unknown", type="unknown"))[0] == "unknown speaker"
    assert words.name("unknown", publisher=True) == "unknown publisher"


def test_figures() -> None:
    assert words.label(Node("A", "group", 1, 1)) == "A · group of people · 1 claim, 1 word"
    many = words.label(Node("unknown", "unknown", 2, 1200), publisher=True)
    assert many == "unknown publisher · publisher · 2 claims, 1,200 words"
    assert words.share(Counter(own=1, first=3), "first") == "  75 % first hand, 3 words"
    assert words.share(Counter(), "first") == "   0 % first hand, 0 words"


def test_the_bar_is_full_and_leaves_nobody_out() -> None:
    voices = Counter(own=9970, first=20, further=9, unnamed=1)
    given = words.cells(voices, 40)
    assert sum(given.values()) == 40
    assert all(given[voice] >= 1 for voice in voices)
    assert words.cells(Counter(own=1, first=1), 41) == {"own": 21, "first": 20}
    assert words.cells(Counter(), 10) == {}
    assert words.cells(voices, 1) == {"own": 1, "first": 1, "further": 1, "unnamed": 1}
