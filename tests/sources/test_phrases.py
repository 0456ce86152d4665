"""Who is heard, in words and cells."""

from __future__ import annotations

from collections import Counter

from secondhand.sources import Heard, Node, phrases


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
    row = dict(zip(phrases.COLUMNS, phrases.table_row(heard()), strict=True))
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
    assert phrases.hands_words(Counter([1])) == "first"
    assert phrases.hands_words(Counter([0, 2])) == "own–second"
    assert phrases.hands_words(Counter([9])) == "9th"


def test_nobody_known_has_plain_words() -> None:
    assert phrases.table_row(heard(name="unknown", type="unknown"))[0] == "unknown speaker"
    assert phrases.source_name("unknown", publisher=True) == "unknown publisher"


def test_figures() -> None:
    assert phrases.node_label(Node("A", "group", 1, 1)) == "A · group of people · 1 claim, 1 word"
    many = phrases.node_label(Node("unknown", "unknown", 2, 1200), publisher=True)
    assert many == "unknown publisher · publisher · 2 claims, 1,200 words"
    assert phrases.share_words(Counter(own=1, first=3), "first") == "  75 % first hand, 3 words"
    assert phrases.share_words(Counter(), "first") == "   0 % first hand, 0 words"


def test_the_bar_is_full_and_leaves_nobody_out() -> None:
    voices = Counter(own=9970, first=20, further=9, unnamed=1)
    given = phrases.share_cells(voices, 40)
    assert sum(given.values()) == 40
    assert all(given[voice] >= 1 for voice in voices)
    assert phrases.share_cells(Counter(own=1, first=1), 41) == {"own": 21, "first": 20}
    assert phrases.share_cells(Counter(own=16, first=10), 12) == {"own": 7, "first": 5}
    assert phrases.share_cells(Counter(), 10) == {}
    assert phrases.share_cells(voices, 1) == {"own": 1, "first": 1, "further": 1, "unnamed": 1}
