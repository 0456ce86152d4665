from __future__ import annotations

import pytest
from rich.cells import cell_len

from secondhand.safe_text import make_safe
from secondhand.ui.layout import wrap as module
from secondhand.ui.layout.wrap import wrap
from tests.steps import count_steps

TEXTS = [
    "The quick brown fox jumps over the lazy dog.",
    "“Curly,” he said — and – more… words",
    "日本語のテキスト and English 混ぜ",
    "e\u0301" * 30,
    "tab\tand\nline\r\nends",
    "x" * 10_000,
    "word " * 500,
    "👍🏽 ❤️ emoji 🏳️‍🌈 here",
    "\x1b[31m" * 20,
    "a   b    c",
]


@pytest.mark.parametrize("width", [1, 2, 7, 20, 76])
@pytest.mark.parametrize("text", TEXTS)
def test_lines_fit_are_in_order_and_lose_only_spaces(text: str, width: int) -> None:
    lines = wrap(text, width)
    at = 0
    for start, end in lines:
        assert not text[at:start].strip(), "only white space between lines"
        assert cell_len(make_safe(text[start:end])) <= max(
            width, cell_len(make_safe(text[start : start + 1]))
        )
        at = end
    assert not text[at:].strip()


def test_lines_break_at_spaces_and_after_long_dashes() -> None:
    text = "one two—three four"
    assert [text[a:b] for a, b in wrap(text, 8)] == ["one two—", "three", "four"]


def test_lines_are_as_long_as_can_be() -> None:
    text = "aaa bbb ccc"
    assert wrap(text, 7) == [(0, 7), (8, 11)]
    assert wrap(text, 11) == [(0, 11)]


def test_a_wide_character_takes_two_cells() -> None:
    assert wrap("日本日本", 4) == [(0, 2), (2, 4)]


def test_there_is_always_a_line() -> None:
    assert wrap("", 10) == [(0, 0)]
    assert wrap("", 0) == [(0, 0)]


def test_what_is_taken_for_narrow_is_narrow() -> None:
    narrow = [chr(code) for code in range(0x10000) if module._NARROW(chr(code)) and chr(code) != "\n"]
    assert len(narrow) > 700
    assert all(cell_len(character) == 1 and make_safe(character) == character for character in narrow)


def test_both_ways_of_measuring_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Some words, “quoted words” and a verylongwordthatmustbecut—here. " * 20
    fast = wrap(text, 13)
    monkeypatch.setattr(module, "_NARROW", lambda _: None)
    assert wrap(text, 13) == fast


def test_a_text_of_four_times_the_length_is_four_times_as_much_work() -> None:
    few, more = (count_steps(lambda many=many: wrap("日本語 " * many, 70)) for many in (1000, 4000))  # type: ignore[misc]
    assert more < 5 * few
