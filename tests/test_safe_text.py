from __future__ import annotations

import sys
from unicodedata import category

import pytest

from secondhand.safe_text import (
    TAB,
    clean,
    clean_line,
    clean_lines,
    clean_part,
    keep_layout,
    make_safe,
    replace_surrogates,
    show_characters,
    show_unsafe,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("bell\x07 delete\x7f", "bell␇ delete␡"),
        ("two\nlines\r\nand\ttabs  ", "two lines and tabs"),
        ("c1 \x9b31m", "c1 �31m"),
        ("\u202eright to left\u2069", "�right to left�"),
        ("line\u2028separator", "line separator"),
        ("half \ud83d", "half �"),
        (
            "a name no terminal minds: Zoë, 東京, 👩\u200d🚒",
            "a name no terminal minds: Zoë, 東京, 👩\u200d🚒",
        ),
    ],
)
def test_what_acts_on_a_terminal_is_only_shown(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_in_a_file_nobody_misses_what_is_harmlessly_invisible() -> None:
    assert clean_line("sof\u00adt \u05d0\u200f\u05d1 \u2066x\u2069 \ufeffy") == "soft אב x y"
    assert clean_line("\x1b[31m \u202eturned") == "␛[31m �turned"


def test_lines_stay_lines() -> None:
    assert clean_lines("a \r\nb\x1b\n\n\n\nc\n") == "a\nb␛\n\nc"
    assert show_unsafe("a\n\tb\x1b\rc\n") == "a\n        b␛␍c\n"


def test_a_part_of_a_line_keeps_its_outer_white_space() -> None:
    assert clean_part(" a\n\x1b ") == " a ␛ "


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [sic] [/foo]", "plain [sic] [/foo]"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x07\x7f", "a␀b␇␡"),
        ("a\x9bb", "a�b"),
        ("a\tb", f"a{TAB}b"),
        ("one\ntwo\r\nthree\rfour", "one two three four"),
        ("abc\u202edef\u2066\u200b\ufeff\u00ad", "abc�def����"),
        ("\ud800", "�"),
        ("x\U000e0041\U000e0101", "x��"),
        ("❤\ufe0f 日本 é", "❤ 日本 é"),
        ("a\u3164b\ufe00", "a�b�"),
        ("\u2028", " "),
    ],
)
def test_what_could_act_or_hide_on_the_screen_is_shown(text: str, shown: str) -> None:
    assert make_safe(text) == shown


@pytest.mark.parametrize("text", ["plain", "a\tb\r\nc", "\ud800\u202e", ""])
def test_there_is_one_string_for_every_character(text: str) -> None:
    assert len(show_characters(text)) == len(text)


def test_no_character_at_all_comes_out_as_control_or_format() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert {category(c) for c in set(make_safe(every))}.isdisjoint({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@pytest.mark.parametrize("text", ["plain", "é 東京 👩\u200d🚒", ""])
def test_text_without_half_characters_stays(text: str) -> None:
    assert replace_surrogates(text) == text


def test_of_half_a_character_one_is_left() -> None:
    assert replace_surrogates("a\ud800\udfff\ud7ff\ue000") == "a\ufffd\ufffd\ud7ff\ue000"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- a\n    - b\n\n\n\n    code  \n", "- a\n    - b\n\n\n\n    code"),
        ("\n  \n    code\n\tmore\n- \tx", "    code\n    more\n-   x"),
        ("a  \nb\r\nc\rd\u2028e", "a  \nb\nc\nd\ne"),
        ("\x1b[31m \u202ex \u00ady\ud800", "␛[31m �x y�"),
        (" \n\t\n", ""),
    ],
)
def test_the_layout_of_a_note_is_kept(text: str, written: str) -> None:
    assert keep_layout(text) == written


@pytest.mark.parametrize("blank", [" ", "\n", " \n", "\t"])
def test_blanks_without_end_are_looked_through_once(blank: str) -> None:
    run = blank * 300_000
    assert keep_layout(f"a{run}b").strip("ab").isspace()
    assert keep_layout(f"{run}\n") == ""
