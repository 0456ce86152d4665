from __future__ import annotations

from secondhand.ingest.input_names import escape_name


def test_an_ordinary_name_stands_as_it_is() -> None:
    assert escape_name("Zeitung – é 日本.txt") == "Zeitung – é 日本.txt"


def test_what_could_steer_a_terminal_is_escaped() -> None:
    assert escape_name("a\nb\x1b[2J\x9b\u202e\udcff.txt") == r"a\nb\x1b[2J\x9b\u202e\udcff.txt"


def test_long_names_are_cut() -> None:
    assert escape_name("n" * 500) == "n" * 199 + "…"
