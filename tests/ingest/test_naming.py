from __future__ import annotations

from secondhand.ingest.naming import shown


def test_an_ordinary_name_stands_as_it_is() -> None:
    assert shown("Zeitung – é 日本.txt") == "Zeitung – é 日本.txt"


def test_what_could_steer_a_terminal_is_escaped() -> None:
    assert shown("a\nb\x1b[2J\x9b\u202e\udcff.txt") == r"a\nb\x1b[2J\x9b\u202e\udcff.txt"


def test_long_names_are_cut() -> None:
    assert shown("n" * 500) == "n" * 199 + "…"
