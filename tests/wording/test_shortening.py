from __future__ import annotations

from secondhand.wording.shortening import cut_middle, shorten


def test_long_and_hostile_words_are_short_and_safe() -> None:
    assert shorten("some words that go on, and on, and on and on", 22) == "some words that go on…"
    assert shorten("a\x1b[2J b\n\n c") == "a␛[2J b c"


def test_of_very_long_words_the_end_is_left_out_wherever_it_begins() -> None:
    assert shorten("one" + " " * 2000 + "two", 22) == "one…"
    assert shorten("\n" * 5000 + "one two\n\n", 22) == "one two"
    assert shorten("word " * 100_000, 11) == "word word…"


def test_the_middle_is_left_out_at_the_ends_of_words() -> None:
    assert cut_middle("red is a colour", 15) == "red is a colour"
    assert cut_middle("red, so they say, is no colour", 28) == "red, so they say, is … colour"
